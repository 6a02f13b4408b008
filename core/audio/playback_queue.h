// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/audio/ring_buffer.h"

namespace earwitness {

/// The way of mono samples from a worker to the loudspeaker, and what of it is heard at a moment.
/// Frames are counted from the start of the queue and never again. Begins, pauses and jumps are
/// faded over 5 ms, for a step in the waveform is a click. Lock-free.
class PlaybackQueue {
 public:
  PlaybackQueue(double sampleRate, size_t capacityFrames);

  double sampleRate() const { return sampleRate_; }

  // Thread: worker.
  size_t room() const { return ring_.capacity() - ring_.available(); }
  /// All of it: `mono` is no longer than room().
  void write(std::span<const float> mono);
  uint64_t written() const { return written_; }
  /// What was written so far is not played any more.
  void discard() { discardedTo_.store(written_, std::memory_order_release); }
  /// Nothing waits in the queue, nor on the way to the ear.
  bool heardToTheEnd(int64_t nowNs) const { return heardFrame(nowNs) >= double(written_); }

  // Thread: audio callback. No lock, no allocation, no system call.
  /// Fills a buffer whose first frame is heard at `heardAtNs` (steady clock), each of `channels`
  /// alike; with silence where there is nothing to play.
  void take(std::span<float> interleaved, size_t channels, int64_t heardAtNs);

  // Thread: any.
  void setPaused(bool paused) { paused_.store(paused, std::memory_order_relaxed); }
  bool paused() const { return paused_.load(std::memory_order_relaxed); }
  /// The frame that is heard at `nowNs` (steady clock), a fraction included.
  double heardFrame(int64_t nowNs) const;

 private:
  size_t takeSome(std::span<float> interleaved, size_t channels, int64_t heardAtNs);

  double sampleRate_;
  size_t fadeFrames_;  ///< from silence to full level
  RingBuffer<float> ring_;
  uint64_t written_ = 0;  ///< worker's
  size_t faded_ = 0;      ///< callback's: 0 silent, fadeFrames_ full level
  bool resting_ = true;   ///< callback's: the last frame it gave was silence for want of others
  std::atomic<bool> paused_{false};
  std::atomic<uint64_t> discardedTo_{0};
  std::atomic<uint64_t> taken_{0};
  // What follows is written before taken_ and read after it.
  /// When frame 0 would have been heard, had what is played now always been played: one number
  /// that tells what is heard now.
  std::atomic<int64_t> originNs_{0};
  std::atomic<uint64_t> beginning_{0};  ///< first frame since the last silence
};

}  // namespace earwitness
