// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "core/events/class_rule.h"
#include "core/events/energy_rises.h"
#include "core/events/event.h"
#include "core/events/label_hierarchy.h"
#include "core/events/specific_events.h"

namespace earwitness {

struct EventSettings {
  double smoothingSeconds = 0.5;  ///< time constant of the exponential smoothing; 0 switches it off
  double windowSeconds = 2.0;     ///< length of a classifier window, to place onset and offset
  std::vector<ClassRule> rules;   ///< one per label; none: the defaults for all
  /// Of labels that name a sound more or less generally, only the most specific ones are reported
  /// (SpecificEvents). Empty: each label is reported by itself.
  LabelHierarchy hierarchy = {};
};

/// Of a class's threshold: a smoothed score of this share came near to being an event.
inline constexpr float kNearShare = 0.6F;

/// Scores of one window after another -> events, with hysteresis per class, and what came near.
///
/// Smoothing pools the windows that overlap: each counts by its age, exp(-age / smoothing),
/// whatever the hop, so that live sound and files are smoothed alike. A window a second after the
/// last one counts 86 % at the usual 0.5 s: of 80 sounds in a file at that hop none is lost by it.
///
/// Onset: a window that ends at t and first crosses the threshold says that the sound began before
/// t and, by the windows before it, not long before. Within that stretch the onset is where the
/// sound's energy first rises about as steeply as it ever does there; where nothing rises, or no
/// rises are known, it is where the window's newest hop begins: what was not in the window before.
/// A sound that may have been there from the stream's start, and before which the stream did not
/// become louder than it was at its start, begins at the start.
/// Offset: where the first window begins that does not hold the sound any more, by its own score,
/// at least one hop after the onset. An open event's offset is therefore how long it has lasted for
/// certain; it only grows, and is compared with the rule's minimum at every window. When it ends,
/// as much is added as the first window to notice it had of it beyond its newest hop: a long sound
/// leaves a window unnoticed when about that much of it is left.
///
/// Near-misses are told when they are over, one for each stretch of time: a score that rises to
/// kNearShare of the threshold and falls away again; an event that was too short; scores above the
/// threshold while the class cools down or while the gate is closed. What becomes an event is no
/// near-miss, but for its part within the cool-down. After an event or a near-miss, a class has to
/// fall below kNearShare of its off threshold before a score below the threshold counts again.
/// Events and near-misses of one class never overlap.
///
/// With a hierarchy, classes make their events as described, and SpecificEvents reports the most
/// specific ones. What comes near to being an event while a more specific class has one is no
/// near-miss.
///
/// Pure: the same calls give the same events. Thread: one at a time.
class EventDetector {
 public:
  EventDetector(int nLabels, EventSettings settings);

  /// Scores (nLabels) of the window that ends at `endSeconds`; windows come in order of time.
  /// `gated`: the window does not rise above the room, and its scores count as 0. `rises`: those
  /// since the last window, where they are known. Returns the events that began, grew or ended.
  std::vector<Event> push(double endSeconds, std::span<const float> scores, bool gated = false,
                          const EnergyRises& rises = {});
  /// Ends what is open; what is pushed later is not smoothed with what was before.
  std::vector<Event> finish();
  /// What is pushed next begins at `seconds`, after a gap; follows finish().
  void resumeAt(double seconds);
  /// The near-misses since the last call, in the order in which they were over.
  std::vector<NearMiss> takeNearMisses();
  /// Smoothed scores (nLabels) after the last push.
  std::span<const float> smoothed() const { return smoothed_; }
  /// The same as if nothing had been gated.
  std::span<const float> heard() const { return heard_; }
  /// Rules of the windows that follow. Throws Error where there is not one for each label.
  void setRules(std::vector<ClassRule> rules);
  /// The same, and smoothing.
  void setSettings(EventSettings settings);
  /// From here on there are more labels, behind those that there were, whose events continue.
  /// Throws Error where there would be fewer, or the settings do not fit.
  void extend(int nLabels, EventSettings settings);

 private:
  /// A stretch of time that may become a near-miss.
  struct Stretch {
    bool open = false;
    NearMissReason reason = NearMissReason::BelowThreshold;
    double onsetSeconds = 0.0;
    double offsetSeconds = 0.0;
    float peakScore = 0.0F;
  };
  struct ClassState {
    bool open = false;
    bool reported = false;
    Event event;
    double scoreSum = 0.0;
    long windows = 0;
    double neededSeconds = 0.0;  ///< of the sound, beyond a hop, in the first window to notice it
    /// End of the first of the latest windows that all hold the class by their own scores.
    std::optional<double> heldSinceSeconds;
    double lastOffsetSeconds = -1e9;  ///< of the last event that was reported
    double takenSeconds = -1e9;       ///< up to here time belongs to events and near-misses
    double faintSeconds = -1e9;       ///< end of the last window that held nothing of the class
    bool armed = true;                ///< a score below the threshold counts as a near-miss
    Stretch stretch;
  };
  /// What the window that was pushed last says of time.
  struct WindowTimes {
    double startSeconds = 0.0;
    double endSeconds = 0.0;
    double hopSeconds = 0.0;       ///< since the end of the window before it
    double newSinceSeconds = 0.0;  ///< what is after it was not in the window before

    /// How far a sound reaches for certain that this window still holds.
    double reachSeconds() const { return std::min(endSeconds, startSeconds + hopSeconds); }
  };

  void smooth(double hopSeconds, std::span<const float> scores, bool gated);
  void keepRises(const EnergyRises& rises);
  void pushClass(size_t label, float score, bool gated, std::vector<Event>& changed);
  void begin(size_t label, std::vector<Event>& changed);
  void grow(size_t label, double offsetSeconds, std::vector<Event>& changed);
  void close(size_t label, double offsetSeconds, std::vector<Event>& changed);
  void reportIfLongEnough(size_t label, std::vector<Event>& changed);
  void followStretch(size_t label, float score, bool gated);
  void endStretch(size_t label, double offsetSeconds);
  void addNearMiss(size_t label, NearMiss nearMiss);
  double onsetOf(const ClassState& state, double earliestSeconds) const;
  std::vector<Event> mostSpecific(std::vector<Event> changed);
  bool startIsHeard() const;

  EventSettings settings_;
  std::vector<float> smoothed_;  ///< what events are made from: gated windows count as 0
  std::vector<float> heard_;     ///< the same without the gate: what near-misses are made from
  std::vector<ClassState> states_;
  WindowTimes window_;
  struct Rise {
    double seconds = 0.0;
    uint8_t steps = 0;
  };
  std::deque<Rise> rises_;  ///< of the last window and the smoothing before it
  double streamStartSeconds_ = 0.0;
  double outgrownSeconds_ = 0.0;  ///< as the last window's rises say
  double lastEndSeconds_ = -1.0;
  bool fresh_ = true;  ///< nothing pushed since the start or finish()
  int64_t nextId_ = 1;
  int64_t nextNearMissId_ = 1;
  std::vector<NearMiss> nearMisses_;
  SpecificEvents specific_;
};

}  // namespace earwitness
