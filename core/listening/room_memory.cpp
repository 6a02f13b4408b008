// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/room_memory.h"

#include <algorithm>
#include <limits>

namespace earwitness {

RoomMemory::RoomMemory(double seconds, size_t capacity)
    : seconds_(seconds), spacingSeconds_(seconds / double(std::max<size_t>(capacity, 1))) {}

void RoomMemory::add(double startSeconds, double endSeconds, std::span<const float> embedding) {
  const std::lock_guard lock(mutex_);
  if (!moments_.empty() && (endSeconds < moments_.back().endSeconds ||
                            moments_.front().embedding.size() != embedding.size()))
    moments_.clear();
  // Half a millisecond: sums of hops are not exact.
  if (!moments_.empty() && endSeconds < moments_.back().endSeconds + spacingSeconds_ - 0.0005)
    return;
  moments_.push_back({startSeconds, endSeconds, {embedding.begin(), embedding.end()}});
  while (moments_.front().endSeconds <= endSeconds - seconds_ + 0.0005) moments_.pop_front();
}

void RoomMemory::clear() {
  const std::lock_guard lock(mutex_);
  moments_.clear();
}

std::vector<std::vector<float>> RoomMemory::outside(double startSeconds, double endSeconds) const {
  const std::lock_guard lock(mutex_);
  std::vector<std::vector<float>> embeddings;
  for (const Moment& moment : moments_)
    if (moment.endSeconds <= startSeconds || moment.startSeconds >= endSeconds)
      embeddings.push_back(moment.embedding);
  return embeddings;
}

std::vector<std::vector<float>> RoomMemory::all() const {
  constexpr double kNever = std::numeric_limits<double>::infinity();
  return outside(kNever, kNever);
}

size_t RoomMemory::size() const {
  const std::lock_guard lock(mutex_);
  return moments_.size();
}

}  // namespace earwitness
