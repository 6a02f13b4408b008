// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/events/class_rule.h"
#include "core/events/event.h"
#include "core/events/label_hierarchy.h"

namespace earwitness {

/// Of the events that the classes of a model have at the same time, reports the most specific ones:
/// while "Bark" is there, "Dog" and "Animal" are not reported. Stands between the events that each
/// class has by itself and those that EventDetector returns. Without a hierarchy it is not used.
///
/// A window is explained for a class if it overlaps an event of a descendant: the sound of the
/// descendant is still in it. A class's event is reported for the time in which its windows are not
/// explained. If a descendant begins later, the event that was reported ends there; if the class
/// continues after the sound of the descendant has left the window, another event begins. A class
/// that is ignored is not reported, but explains its ancestors like any other.
///
/// General classes often cross their thresholds a little earlier than specific ones. Therefore an
/// event of a class that has descendants is held back until kHeldBackSeconds have passed, or until
/// it ends. General classes also fall below their thresholds later, so what follows an event of a
/// descendant is reported only after as long as a window.
///
/// Ids of the events that are reported are 1, 2, 3, ... in order of report. Pure: the same calls
/// give the same events. Thread: one at a time.
class SpecificEvents {
 public:
  static constexpr double kHeldBackSeconds = 1.0;

  /// The newest window, after all classes have followed it.
  struct Window {
    double startSeconds = 0.0;
    double endSeconds = 0.0;
    std::span<const float> smoothed;   ///< (nLabels)
    std::span<const ClassRule> rules;  ///< (nLabels)
    /// (nLabels) Not 0: the class has an event that is still too short to be reported.
    std::span<const uint8_t> undecided;
  };

  /// Forgets everything if the hierarchy is another one. Throws Error if it does not fit the number
  /// of labels.
  void setHierarchy(const LabelHierarchy& hierarchy, size_t nLabels);
  bool active() const { return !hierarchy_.empty(); }
  /// own: the events of single classes that began, grew or ended with this window. Returns those
  /// that are reported.
  std::vector<Event> filter(const std::vector<Event>& own, const Window& window);
  /// True if an event of a descendant of `label` overlaps the time since `seconds`.
  bool isExplainedSince(int label, double seconds) const;

 private:
  struct State {
    // The newest event of the class by itself.
    int64_t ownId = 0;
    bool ownIsOpen = false;
    double ownOnsetSeconds = 0.0;
    double ownOffsetSeconds = -1e9;
    // What is reported of it, or held back.
    bool isWhole = true;        ///< no window of the event was explained
    bool isReported = false;    ///< `part` has its id
    std::optional<Event> part;  ///< since the last window that was explained
    double heldSinceSeconds = 0.0;
    double scoreSum = 0.0;
    long windows = 0;
    double reportedOffsetSeconds = -1e9;  ///< of the last event that was reported and has ended
  };

  void follow(const Event& own, const Window& window, std::vector<Event>& reported);
  void grow(State& state, const Event& own, const Window& window);
  bool isDue(const State& state, const Event& own, const Window& window) const;
  void endPart(State& state, double offsetSeconds, std::vector<Event>& reported);
  double descendantsOffset(int label) const;
  double descendantsOnset(int label, double sinceSeconds) const;

  LabelHierarchy hierarchy_;
  std::vector<std::vector<int>> descendants_;  ///< (nLabels)
  std::vector<State> states_;                  ///< (nLabels)
  int64_t nextId_ = 1;
};

}  // namespace earwitness
