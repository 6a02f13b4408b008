// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/events/detections.h"

namespace earwitness {

/// A file's scored windows one after the other, with all that events are made from and nothing
/// else, in three blocks of memory: for 24 hours of four windows a second and 50 labels 95 MB, a
/// fifth of as many ScoredWindows. Thread: one at a time.
class ScoreTrack {
 public:
  /// Windows of the same number of scores, in order of time, without interruptions.
  void add(const ScoredWindow& window);
  void append(const ScoreTrack& others);
  /// Gives back memory that was set aside for more windows.
  void shrink();

  size_t size() const { return windows_.size(); }
  bool empty() const { return windows_.empty(); }
  size_t nLabels() const { return nLabels_; }
  double startSeconds(size_t window) const { return windows_[window].startSeconds; }
  double endSeconds(size_t window) const { return windows_[window].endSeconds; }
  /// (nLabels), as the network gave them
  std::span<const float> scores(size_t window) const {
    return {scores_.data() + window * nLabels_, nLabels_};
  }
  /// As it was added, but for what it cost.
  ScoredWindow window(size_t index) const;

 private:
  struct Window {
    double startSeconds;
    double endSeconds;
    double risesStartSeconds;
    double risesFrameSeconds;
    double outgrownSeconds;
    bool gated;
    size_t risesEnd;  ///< in rises_
  };
  size_t nLabels_ = 0;
  std::vector<Window> windows_;  ///< (size)
  std::vector<float> scores_;    ///< (size, nLabels)
  std::vector<uint8_t> rises_;
};

/// The events and near-misses of a file that was scored, as analysing it again under these settings
/// would give them. Throws Error where the rules do not fit the scores. Pure.
Detections detectEvents(const ScoreTrack& track, const EventSettings& settings);

}  // namespace earwitness
