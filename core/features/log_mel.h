#pragma once

#include <memory>
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

  /// samples (nFft), amplitude +-1 -> out (nMels).
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
/// Frame k is centred on sample k * hop; both ends are padded by reflection, the end when finish()
/// is called. Thread: one at a time.
class StreamingLogMel {
 public:
  explicit StreamingLogMel(const FeatureSettings& settings);

  /// Appends every frame that `samples` completes to `frames` (its nMels is set).
  void push(std::span<const float> samples, LogMel& frames);
  /// Appends the frames that need the end's padding, and starts anew for the next stream.
  /// A stream shorter than nFft / 2 + 1 samples is first extended to that length with zeros.
  void finish(LogMel& frames);
  /// Forgets what was pushed.
  void reset();
  const FeatureSettings& settings() const { return frame_.settings(); }

 private:
  void emitReadyFrames(LogMel& frames);
  void padStart();

  LogMelFrame frame_;
  std::vector<float> pending_;  ///< padded samples from the next frame's first one on
  size_t begin_ = 0;            ///< where in pending_ the next frame starts
  bool startPadded_ = false;
};

/// Log-mel of a whole clip with reflect padding at both ends: 1 + n / hop frames.
LogMel logMel(std::span<const float> samples, const FeatureSettings& settings);

}  // namespace earwitness
