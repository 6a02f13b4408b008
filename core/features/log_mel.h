// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/features/feature_settings.h"

namespace earwitness {

/// Frames of a log-mel spectrogram, row-major (nFrames, nMels), lowest band first.
struct LogMel {
  int nMels = 0;
  std::vector<float> values;

  long nFrames() const { return nMels == 0 ? 0 : long(values.size()) / nMels; }
  std::span<const float> frame(long index) const {
    return {values.data() + index * nMels, size_t(nMels)};
  }
};

/// Computes single frames. Holds the FFT plan, the window and the sparse filter bank, and scratch
/// memory: no allocation per frame, and therefore one instance per thread.
class LogMelFrame {
 public:
  /// Throws Error when the settings do not validate.
  explicit LogMelFrame(const FeatureSettings& settings);
  ~LogMelFrame();
  LogMelFrame(LogMelFrame&&) noexcept;
  LogMelFrame& operator=(LogMelFrame&&) noexcept;

  /// samples (nFft), amplitude +-1, after pre-emphasis unless frames are Kaldi's -> out (nMels).
  void compute(std::span<const float> samples, std::span<float> out);
  /// Frames that follow each other by a hop: samples (at least (nFrames - 1) * hop + nFft) ->
  /// out (nFrames, nMels). Faster than, and bit-identical to, one compute() after another.
  void computeMany(std::span<const float> samples, std::span<float> out);
  const FeatureSettings& settings() const;

 private:
  struct Plan;
  std::unique_ptr<Plan> plan_;
};

/// Log-mel of a stream, in any chunking, bit-identical to logMel() of the whole.
/// Frame k is centred on sample k * hop, or begins there without padding; both ends are padded as
/// the settings say, the end when finish() is called. Thread: one at a time.
class StreamingLogMel {
 public:
  explicit StreamingLogMel(const FeatureSettings& settings);

  /// Appends every frame that `samples` completes to `frames` (its nMels is set).
  void push(std::span<const float> samples, LogMel& frames);
  /// Appends the frames that need the end's padding, and starts anew for the next stream.
  /// A stream that is too short to be padded, or for one frame, is first extended with zeros.
  void finish(LogMel& frames);
  /// Forgets what was pushed.
  void reset();
  const FeatureSettings& settings() const { return frame_.settings(); }

 private:
  void append(std::span<const float> samples);
  size_t leastSamples() const;
  void emitReadyFrames(LogMel& frames);
  void padStart();

  LogMelFrame frame_;
  std::vector<float> pending_;  ///< padded samples from the next frame's first one on
  size_t begin_ = 0;            ///< where in pending_ the next frame starts
  bool startPadded_ = false;
  std::optional<float> last_;  ///< sample that was pushed, for pre-emphasis
};

/// Log-mel of a whole clip: framesOf(n) frames.
LogMel logMel(std::span<const float> samples, const FeatureSettings& settings);

}  // namespace earwitness
