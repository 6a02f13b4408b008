// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace earwitness {

/// The last minutes of a stream, mono, 16 bit: 58 MB for ten minutes of 48 kHz, taken as they fill.
/// Positions are the stream's seconds, the same that frames and events have. When a source of
/// another rate goes on, what was there before is forgotten. Samples that came out of a 16 bit
/// device come back bit by bit. Thread: begin() and push() listener; the rest any. Nobody waits
/// longer than for the copy of a short piece.
class AudioHistory {
 public:
  explicit AudioHistory(double seconds = 600.0);

  /// A source of this rate goes on at `startSeconds` of the stream. What is held beyond that is
  /// dropped, what is missing up to there is silence.
  void begin(double sampleRate, double startSeconds);
  /// Samples (+-1, beyond it clipped) behind those that are held.
  void push(std::span<const float> mono);
  /// Forgets what is held; the stream goes on where it is.
  void clear();

  struct Segment {
    std::vector<float> samples;
    double sampleRate = 0.0;    ///< Hz
    double startSeconds = 0.0;  ///< of the first sample; later than asked for where it is forgotten
    bool empty() const { return samples.empty(); }
    double endSeconds() const {
      return empty() ? startSeconds : startSeconds + double(samples.size()) / sampleRate;
    }
  };
  /// What is held between two positions; empty where nothing is. Without a gap, however much is
  /// pushed meanwhile.
  Segment segment(double startSeconds, double endSeconds) const;
  double beginSeconds() const;  ///< oldest position held
  double endSeconds() const;
  double sampleRate() const;  ///< Hz; 0 before the first begin()

 private:
  int64_t sampleAt(double positionSeconds) const;
  double positionOf(int64_t sample) const;
  void restart(double sampleRate, double startSeconds);
  void append(const float* samples, int64_t count);

  const double seconds_;
  mutable std::mutex mutex_;  ///< guards what follows
  double sampleRate_ = 0.0;
  double originSeconds_ = 0.0;       ///< position of sample 0
  int64_t oldest_ = 0;               ///< samples since originSeconds_; [oldest_, end_) are held
  int64_t end_ = 0;                  ///< sample n lies in ring_[n % capacity_]
  uint64_t restarts_ = 0;            ///< sample numbers of before mean nothing any more
  std::unique_ptr<int16_t[]> ring_;  ///< not initialised, so that it is taken as it fills
  int64_t capacity_ = 0;
};

}  // namespace earwitness
