// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/score_track.h"

#include <utility>

#include "core/base/error.h"

namespace earwitness {

void ScoreTrack::add(const ScoredWindow& window) {
  if (empty()) nLabels_ = window.scores.size();
  if (window.scores.size() != nLabels_)
    throw Error("The windows of one file have different numbers of scores.");
  scores_.insert(scores_.end(), window.scores.begin(), window.scores.end());
  rises_.insert(rises_.end(), window.rises.values.begin(), window.rises.values.end());
  windows_.push_back({window.startSeconds, window.endSeconds, window.rises.startSeconds,
                      window.rises.frameSeconds, window.rises.outgrownSeconds, window.gated,
                      rises_.size()});
}

void ScoreTrack::append(const ScoreTrack& others) {
  if (empty()) nLabels_ = others.nLabels_;
  const size_t before = rises_.size();
  for (Window window : others.windows_) {
    window.risesEnd += before;
    windows_.push_back(window);
  }
  scores_.insert(scores_.end(), others.scores_.begin(), others.scores_.end());
  rises_.insert(rises_.end(), others.rises_.begin(), others.rises_.end());
}

void ScoreTrack::shrink() {
  windows_.shrink_to_fit();
  scores_.shrink_to_fit();
  rises_.shrink_to_fit();
}

ScoredWindow ScoreTrack::window(size_t index) const {
  const Window& kept = windows_[index];
  ScoredWindow window;
  window.startSeconds = kept.startSeconds;
  window.endSeconds = kept.endSeconds;
  window.scores.assign(scores(index).begin(), scores(index).end());
  window.rises.startSeconds = kept.risesStartSeconds;
  window.rises.frameSeconds = kept.risesFrameSeconds;
  window.rises.outgrownSeconds = kept.outgrownSeconds;
  const size_t risesBegin = index == 0 ? 0 : windows_[index - 1].risesEnd;
  window.rises.values.assign(rises_.begin() + std::ptrdiff_t(risesBegin),
                             rises_.begin() + std::ptrdiff_t(kept.risesEnd));
  window.gated = kept.gated;
  return window;
}

Detections detectEvents(const ScoreTrack& track, const EventSettings& settings) {
  Detections detections;
  EventDetector detector(int(track.nLabels()), settings);
  for (size_t i = 0; i < track.size(); ++i) {
    const std::vector<Event> changed = push(detector, track.window(i));
    detections.add(changed, detector.takeNearMisses());
  }
  const std::vector<Event> changed = detector.finish();
  detections.add(changed, detector.takeNearMisses());
  return detections;
}

}  // namespace earwitness
