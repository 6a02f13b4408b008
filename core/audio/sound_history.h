#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

namespace earwitness {

/// The last minutes of a stream, mono, 16 bit: 58 MB for ten minutes of 48 kHz. Positions are the
/// stream's seconds, the same that frames and events have. When a source of another rate goes on,
/// what was there before is forgotten. Thread: begin() and push() listener; the rest any.
class SoundHistory {
 public:
  explicit SoundHistory(double seconds = 600.0);

  /// A source of this rate goes on at `startSeconds` of the stream.
  void begin(double sampleRate, double startSeconds);
  void push(std::span<const float> mono);
  void clear();

  struct Stretch {
    std::vector<float> samples;
    double sampleRate = 0.0;    ///< Hz
    double startSeconds = 0.0;  ///< of the first sample; later than asked for where it is forgotten
    bool empty() const { return samples.empty(); }
  };
  /// What is held between two positions; empty where nothing is.
  Stretch stretch(double startSeconds, double endSeconds) const;
  double beginSeconds() const;  ///< oldest position held
  double endSeconds() const;
  double sampleRate() const;

 private:
  mutable std::mutex mutex_;
  double seconds_;
  double sampleRate_ = 0.0;
  double originSeconds_ = 0.0;  ///< position of sample 0
  uint64_t written_ = 0;        ///< samples since begin()
  std::vector<int16_t> ring_;
};

}  // namespace earwitness
