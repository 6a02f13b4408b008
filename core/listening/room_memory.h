// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <span>
#include <vector>

namespace earwitness {

/// The embeddings of a stream's last minutes, at most one every few windows: what the room usually
/// sounds like, and so what a taught class is not. Times are the stream's seconds. Thread: any.
class RoomMemory {
 public:
  /// Holds at most `capacity` embeddings of the last `seconds`.
  explicit RoomMemory(double seconds = 300.0, size_t capacity = 240);

  /// The embedding of the window from `startSeconds` to `endSeconds`; windows come in order of
  /// time, and those too soon after the last one held are skipped. A window that ends before that
  /// one belongs to a new stream: what is held of the old one is discarded.
  void add(double startSeconds, double endSeconds, std::span<const float> embedding);
  void clear();

  /// Copies of those whose windows have nothing in common with the segment, oldest first.
  std::vector<std::vector<float>> outside(double startSeconds, double endSeconds) const;
  std::vector<std::vector<float>> all() const;
  size_t size() const;

 private:
  struct Moment {
    double startSeconds = 0.0;
    double endSeconds = 0.0;
    std::vector<float> embedding;
  };

  const double seconds_;
  const double spacingSeconds_;  ///< between the ends of two windows that are held, at least
  mutable std::mutex mutex_;     ///< guards what follows
  std::deque<Moment> moments_;
};

}  // namespace earwitness
