// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/events/detections.h"
#include "core/listening/listener.h"

namespace earwitness::gui {

/// Scores, events and near-misses of the last minutes of the live stream, for whoever asks what was
/// there at a moment. Thread: GUI.
class LiveRecord {
 public:
  static constexpr double kKeptSeconds = 600.0;

  void clear();
  void take(const LiveUpdate& update);
  /// There are more labels from here on: their scores in the windows so far are 0.
  void extend(size_t nLabels);

  /// Why classes were or were not reported at this moment, by falling score; empty where nothing
  /// was scored.
  std::vector<Explanation> explain(const EventSettings& settings, double streamSeconds) const;

  const std::vector<ScoredWindow>& windows() const { return windows_; }
  const std::vector<Event>& events() const { return detections_.events; }
  const std::vector<NearMiss>& nearMisses() const { return detections_.nearMisses; }
  /// The event of this id; null where it is forgotten.
  const Event* event(int64_t id) const;

 private:
  void forget(double beforeSeconds);

  std::vector<ScoredWindow> windows_;
  Detections detections_;  ///< events by rising id
};

}  // namespace earwitness::gui
