// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/events/event_detector.h"
#include "core/events/scored_window.h"

namespace earwitness {

/// What was heard in a stream, and what came near.
struct Detections {
  std::vector<Event> events;  ///< in order of report, each in its last state
  std::vector<NearMiss> nearMisses;

  bool operator==(const Detections&) const = default;
  /// What a detector that runs from the stream's start tells after a window.
  void add(const std::vector<Event>& changed, std::vector<NearMiss>&& nearMissesSince);
};

/// Gives a window with all that is known of it to the detector; returns the events that changed,
/// the end of those before an interruption included.
std::vector<Event> push(EventDetector& detector, const ScoredWindow& window);

/// The events and near-misses of windows in order of time, as an analysis of their sound with these
/// settings gives them, bit for bit. Throws Error where the rules do not fit the scores. Pure.
Detections detectEvents(std::span<const ScoredWindow> windows, const EventSettings& settings);

/// The classes that have events, by falling highest score. Each has its ancestors that were over
/// their thresholds as well but have no events of their own. `highest` (nLabels): the highest score
/// of each class in the windows of the same sound. Pure.
std::vector<ShownLabel> resultsOf(std::span<const Event> events, const EventSettings& settings,
                                  std::span<const float> highest);

/// What became of a class at a moment.
enum class EventOutcome {
  Reported,        ///< an event of it is there
  ReportedNearby,  ///< it was loud enough for an event, which lies before or after
  MoreSpecific,    ///< an event of a more specific class is there instead
  BelowThreshold,  ///< the score came near to the threshold
  TooShort,
  CoolingDown,
  Quiet,
  FarBelowThreshold  ///< the score did not come near
};

/// "Why not?": a class at a moment, its scores against its threshold.
struct Explanation {
  int label = 0;
  float score = 0.0F;     ///< highest of the windows that hold the moment, as the network gave it
  float smoothed = 0.0F;  ///< the same smoothed, not gated: what is compared with the threshold
  float threshold = 0.0F;
  EventOutcome outcome = EventOutcome::FarBelowThreshold;

  bool operator==(const Explanation&) const = default;
};

/// Why the classes were or were not reported at `seconds`, by falling smoothed score. `detections`
/// are those of the same windows and settings. None where no window holds the moment. Pure.
std::vector<Explanation> explain(std::span<const ScoredWindow> windows,
                                 const Detections& detections, const EventSettings& settings,
                                 double seconds);

}  // namespace earwitness
