// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/playback_queue.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace earwitness {
namespace {

constexpr double kFadeSeconds = 0.005;
constexpr size_t kBlockFrames = 256;

}  // namespace

PlaybackQueue::PlaybackQueue(double sampleRate, size_t capacityFrames)
    : sampleRate_(sampleRate),
      fadeFrames_(size_t(std::ceil(kFadeSeconds * sampleRate))),
      ring_(capacityFrames) {}

void PlaybackQueue::write(std::span<const float> mono) {
  written_ += ring_.write(mono);
}

void PlaybackQueue::take(std::span<float> interleaved, size_t channels, int64_t heardAtNs) {
  while (!interleaved.empty()) {
    const size_t frames = takeSome(interleaved, channels, heardAtNs);
    resting_ = frames == 0;
    if (resting_) break;
    interleaved = interleaved.subspan(frames * channels);
    heardAtNs += int64_t(double(frames) / sampleRate_ * 1e9);
  }
  std::fill(interleaved.begin(), interleaved.end(), 0.0F);
}

/// Returns the frames that were filled, 0 where there is nothing to play.
size_t PlaybackQueue::takeSome(std::span<float> interleaved, size_t channels, int64_t heardAtNs) {
  uint64_t taken = taken_.load(std::memory_order_relaxed);  // only this thread stores it
  // Acquire: what is discarded lies in the ring already.
  const uint64_t discardedTo = discardedTo_.load(std::memory_order_acquire);
  if (faded_ == 0 && taken < discardedTo) {
    taken += ring_.skip(size_t(discardedTo - taken));
    beginning_.store(taken, std::memory_order_relaxed);
    taken_.store(taken, std::memory_order_release);
  }
  const bool discarding = taken < discardedTo;
  const bool fadesOut = discarding || paused();
  if (fadesOut && faded_ == 0) return 0;
  std::array<float, kBlockFrames> block;
  size_t most = std::min(block.size(), interleaved.size() / channels);
  if (fadesOut) most = std::min(most, faded_);
  if (discarding) most = std::min(most, size_t(discardedTo - taken));
  const size_t count = ring_.read(std::span(block).first(most));
  for (size_t frame = 0; frame < count; ++frame) {
    faded_ = fadesOut ? faded_ - 1 : std::min(faded_ + 1, fadeFrames_);
    const float gain = float(faded_) / float(fadeFrames_);
    std::fill_n(interleaved.begin() + long(frame * channels), channels, gain * block[frame]);
  }
  if (count == 0 || (discarding && taken + count == discardedTo)) faded_ = 0;
  if (count == 0) return 0;
  if (resting_) beginning_.store(taken, std::memory_order_relaxed);
  originNs_.store(heardAtNs - int64_t(double(taken) / sampleRate_ * 1e9),
                  std::memory_order_relaxed);
  // Release: who sees this count sees origin and beginning that belong to it, or newer ones.
  taken_.store(taken + count, std::memory_order_release);
  return count;
}

double PlaybackQueue::heardFrame(int64_t nowNs) const {
  const uint64_t taken = taken_.load(std::memory_order_acquire);
  const int64_t origin = originNs_.load(std::memory_order_relaxed);
  const double frame = double(nowNs - origin) * 1e-9 * sampleRate_;
  const uint64_t beginning = beginning_.load(std::memory_order_relaxed);
  return std::min(std::max(frame, double(beginning)), double(taken));
}

}  // namespace earwitness
