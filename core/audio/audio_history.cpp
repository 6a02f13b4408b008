// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/audio_history.h"

#include <algorithm>
#include <cmath>

#include "core/audio/pcm16.h"

namespace earwitness {
namespace {

// Copied under the lock at once: some ten microseconds.
constexpr int64_t kCopySamples = 1 << 14;

}  // namespace

AudioHistory::AudioHistory(double seconds) : seconds_(std::max(0.0, seconds)) {}

void AudioHistory::begin(double sampleRate, double startSeconds) {
  const std::lock_guard lock(mutex_);
  const bool goesOn = sampleRate == sampleRate_ && startSeconds >= positionOf(oldest_) &&
                      startSeconds < positionOf(end_) + seconds_;
  if (!goesOn) return restart(sampleRate, startSeconds);
  const int64_t start = sampleAt(startSeconds);
  end_ = std::min(end_, start);
  append(nullptr, start - end_);
}

void AudioHistory::push(std::span<const float> mono) {
  while (!mono.empty()) {
    const std::span<const float> piece = mono.first(std::min(mono.size(), size_t(kCopySamples)));
    mono = mono.subspan(piece.size());
    const std::lock_guard lock(mutex_);
    append(piece.data(), int64_t(piece.size()));
  }
}

void AudioHistory::clear() {
  const std::lock_guard lock(mutex_);
  oldest_ = end_;
}

AudioHistory::Segment AudioHistory::segment(double startSeconds, double endSeconds) const {
  Segment result;
  std::unique_lock lock(mutex_);
  result.sampleRate = sampleRate_;
  result.startSeconds = startSeconds;
  if (capacity_ == 0 || !(endSeconds > startSeconds)) return result;
  const uint64_t restarts = restarts_;
  const double first = positionOf(oldest_);
  const double last = positionOf(end_);
  int64_t next = sampleAt(std::clamp(startSeconds, first, last));
  int64_t end = sampleAt(std::clamp(endSeconds, first, last));
  int64_t start = next;
  lock.unlock();
  result.samples.reserve(size_t(end - next));
  std::vector<int16_t> piece(size_t(std::min(end - next, kCopySamples)));
  for (lock.lock(); restarts == restarts_; lock.lock()) {
    end = std::min(end, end_);
    if (next < oldest_) {  // overtaken: what is in hand would have a gap behind it
      result.samples.clear();
      start = next = oldest_;
    }
    if (next >= end) break;
    const int64_t place = next % capacity_;
    const int64_t count = std::min({end - next, int64_t(piece.size()), capacity_ - place});
    std::copy_n(ring_.get() + place, count, piece.begin());
    lock.unlock();
    for (int64_t i = 0; i < count; ++i) result.samples.push_back(fromPcm16(piece[size_t(i)]));
    next += count;
  }
  if (restarts == restarts_) result.startSeconds = positionOf(start);
  return result;
}

double AudioHistory::beginSeconds() const {
  const std::lock_guard lock(mutex_);
  return positionOf(oldest_);
}

double AudioHistory::endSeconds() const {
  const std::lock_guard lock(mutex_);
  return positionOf(end_);
}

double AudioHistory::sampleRate() const {
  const std::lock_guard lock(mutex_);
  return sampleRate_;
}

int64_t AudioHistory::sampleAt(double positionSeconds) const {
  return std::llround((positionSeconds - originSeconds_) * sampleRate_);
}

double AudioHistory::positionOf(int64_t sample) const {
  return sampleRate_ > 0.0 ? originSeconds_ + double(sample) / sampleRate_ : originSeconds_;
}

void AudioHistory::restart(double sampleRate, double startSeconds) {
  if (sampleRate != sampleRate_) {
    capacity_ = std::max<int64_t>(0, std::llround(seconds_ * sampleRate));
    ring_.reset(capacity_ > 0 ? new int16_t[size_t(capacity_)] : nullptr);
    sampleRate_ = sampleRate;
  }
  originSeconds_ = startSeconds;
  oldest_ = end_ = 0;
  ++restarts_;
}

/// `samples`, or silence where that is null.
void AudioHistory::append(const float* samples, int64_t count) {
  if (capacity_ == 0) return;
  for (int64_t i = 0; i < count; ++i)
    ring_[size_t((end_ + i) % capacity_)] = samples == nullptr ? int16_t(0) : toPcm16(samples[i]);
  end_ += count;
  oldest_ = std::max(oldest_, end_ - capacity_);
}

}  // namespace earwitness
