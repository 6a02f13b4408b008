// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data and core/training.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/audio/resampler.h"
#include "core/data/clip_reader.h"
#include "core/data/feature_store.h"
#include "core/features/log_mel.h"
#include "core/listening/pipeline.h"

namespace earwitness {

/// Cuts clips into the windows that Pipeline cuts files into with a hop of one window, bit for bit,
/// but without copying each frame four times; keeps its plans and its memory from file to file.
/// Thread: one at a time.
class ClipCutter {
 public:
  /// The last window of a clip ends with it. Where it has less than this share of new sound, it
  /// would count the same sound twice and is left out.
  static constexpr double kLeastFreshShare = 0.25;
  /// Windows of a clip follow one another without overlap.
  static WindowPlan planOf(const FeatureSettings& features, double windowSeconds);

  using Take = std::function<void(std::span<const float> window)>;

  ClipCutter(const FeatureSettings& features, WindowPlan plan, double windowSeconds);

  /// Calls `take` with each window, (windowFrames, nMels).
  /// Throws Error where the file is damaged, and Stopped.
  void cut(ClipReader& reader, const std::atomic<bool>* stop, const Take& take);
  /// The same of a clip that is in memory, mono, at `sampleRate` (Hz).
  void cut(std::span<const float> samples, double sampleRate, const Take& take);

 private:
  void begin(double sampleRate);
  void push(std::span<const float> samples, const Take& take);
  void finish(const Take& take);
  void takeWholeWindows(const Take& take);
  void takeLastWindow(const Take& take);
  void forgetOldFrames();
  std::span<const float> windowAt(long firstFrame) const;
  long nFrames() const { return firstHeld_ + frames_.nFrames(); }

  FeatureSettings features_;
  WindowPlan plan_;
  double windowSeconds_;
  StreamingLogMel logMel_;
  LogMel frames_;                       ///< those that windows may still need
  long firstHeld_ = 0;                  ///< which frame of the file is frames_'s first
  long nextWindow_ = 0;                 ///< where the next window starts, in frames
  long lastEnd_ = 0;                    ///< where the last one ended; 0: there was none
  std::optional<Resampler> resampler_;  ///< none where the rates are equal
  std::vector<float> samples_, resampled_;
};

}  // namespace earwitness
