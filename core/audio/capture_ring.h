// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <span>

#include "core/audio/ring_buffer.h"
#include "core/audio/steady_time.h"

namespace earwitness {

/// The way of a microphone's samples to the listener, with the counts and times that an AudioSource
/// tells. At most two channels. Thread: write(), lose() audio callback; the rest listener.
class CaptureRing {
 public:
  CaptureRing(double sampleRate, int channels)
      : channels_(size_t(channels)),
        ring_(size_t(sampleRate * kSeconds) * size_t(channels)),
        startedNs_(steadyNowNs()) {}

  /// Whole frames.
  void write(std::span<const float> interleaved) {
    ring_.write(interleaved);
    // Release: who sees this time also sees the samples in the ring.
    newestSampleNs_.store(steadyNowNs(), std::memory_order_release);
  }
  /// Frames that the driver lost. What was lost before the first sample was never asked for.
  void lose(uint64_t frames) {
    if (newestSampleNs_.load(std::memory_order_relaxed) != 0)
      lostFrames_.fetch_add(frames, std::memory_order_relaxed);
  }

  // Whole frames go into a ring whose capacity is a multiple of one or two channels, so a read of a
  // whole number of frames never splits one.
  size_t read(std::span<float> out) {
    return ring_.read(out.first(out.size() - out.size() % channels_));
  }
  uint64_t droppedFrames() const {
    return ring_.dropped() / channels_ + lostFrames_.load(std::memory_order_relaxed);
  }
  int64_t newestSampleTimeNs() const { return newestSampleNs_.load(std::memory_order_acquire); }
  /// False when samples have not come for so long that none will come any more.
  bool flows() const {
    const int64_t newest = newestSampleTimeNs();
    const std::chrono::nanoseconds silent(steadyNowNs() - (newest != 0 ? newest : startedNs_));
    return silent < (newest != 0 ? kSilentMeansGone : kFirstSampleWithin);
  }

 private:
  static constexpr double kSeconds = 4.0;
  static constexpr std::chrono::seconds kSilentMeansGone{2};
  // Bluetooth headsets change their profile first.
  static constexpr std::chrono::seconds kFirstSampleWithin{5};

  size_t channels_;
  RingBuffer<float> ring_;
  int64_t startedNs_;
  std::atomic<int64_t> newestSampleNs_{0};
  std::atomic<uint64_t> lostFrames_{0};
};

}  // namespace earwitness
