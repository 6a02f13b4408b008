// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/audio/resampler.h"
#include "core/features/log_mel.h"
#include "core/listening/model_description.h"

namespace earwitness {

/// Seconds between two windows that events are made from, of live sound and of files alike. Of
/// soundscapes with known events a hop of 0.25 s finds more than one of a second does
/// (docs/benchmarks.md, Events).
inline constexpr double kHopSeconds = 0.25;
/// Of a file: the model's own hop where that is shorter.
double hopSecondsOf(const ModelDescription& model);

/// Length of a window and the distance between two, in frames. Derived from seconds so that window
/// and command line cut a file in the same places.
struct WindowPlan {
  long windowFrames = 0;
  long hopFrames = 0;
  long windowSamples = 0;  ///< of the waveform, for models that take it; 0 for others
  static WindowPlan of(const ModelDescription& model, double hopSeconds);
};

/// A window ready for the classifier.
struct Window {
  double startSeconds =
      0.0;                  ///< of the first frame's centre; negative where the start was filled up
  double endSeconds = 0.0;  ///< of the centre of its newest frame that is not filled up
  long filledFrames = 0;    ///< at the front; those of a short clip are behind
  long heardFrames = 0;     ///< those that are not filled up
  std::vector<float> values;   ///< log-mel (windowFrames, nMels)
  std::vector<float> samples;  ///< (windowSamples) from startSeconds on; empty for log-mel models

  /// Those that are not filled up: (heardFrames, nMels).
  std::span<const float> heard(int nMels) const;
  /// What the classifier is given.
  const std::vector<float>& input() const { return samples.empty() ? values : samples; }
};

/// Mono samples at the source's rate -> frames -> windows: the one path that live sound, files and
/// the training cache share. Windows have one shape always: what is missing before a stream's start
/// or behind a short file's end is filled with digital silence. Thread: one at a time.
class Pipeline {
 public:
  using OnFrames = std::function<void(const LogMel& frames, long firstFrame)>;
  using OnWindow = std::function<void(Window&& window)>;
  enum class Mode {
    Stream,  ///< for events, of live sound and of files: windows from the first second on, filled
             ///< up at the front; finish() adds the one that ends with the stream
    Clip  ///< for training: whole windows from 0 on, the last one ends with the clip; a clip that
          ///< is shorter than one is filled up behind
  };

  Pipeline(double sourceRate, const FeatureSettings& features, WindowPlan plan, Mode mode);

  void push(std::span<const float> mono, const OnFrames& onFrames, const OnWindow& onWindow);
  /// Ends the stream: its last frames, and the window that ends with them.
  void finish(const OnFrames& onFrames, const OnWindow& onWindow);

 private:
  void addFrames(const OnFrames& onFrames, const OnWindow& onWindow);
  void emitWindow(long firstFrame, const OnWindow& onWindow);
  std::vector<float> samplesOfWindow(long firstFrame) const;
  void forgetOldFrames();

  FeatureSettings features_;
  WindowPlan plan_;
  Mode mode_;
  Resampler resampler_;
  StreamingLogMel logMel_;
  std::vector<float> resampled_;
  LogMel fresh_;
  std::vector<float> history_;        ///< frames from historyStart_ on
  std::vector<float> sampleHistory_;  ///< from the centre of frame historyStart_ on, where wanted
  long historyStart_ = 0;
  long nFrames_ = 0;        ///< seen since the start
  long nextWindowEnd_ = 0;  ///< frame count at which the next window is due
  long lastWindowEnd_ = -1;
};

}  // namespace earwitness
