#pragma once

#include <span>
#include <vector>

#include "core/events/event.h"

namespace earwitness {

struct ClassRule {
  float onThreshold = 0.5F;      ///< an event starts at this smoothed score
  float offThreshold = 0.35F;    ///< and goes on while the score is at least this
  double minimumSeconds = 0.0;   ///< shorter ones are not reported
  double coolDownSeconds = 0.0;  ///< silence of the class after an event's end
};

struct EventSettings {
  double smoothingSeconds = 0.5;  ///< time constant of the exponential smoothing; 0 switches it off
  double windowSeconds = 2.0;     ///< length of a classifier window, to place onset and offset
  std::vector<ClassRule> rules;   ///< one per label; none: the defaults for all
};

/// Scores of one window after another -> events, with hysteresis per class.
/// A window that ends at t and first crosses the threshold has its onset where its newest hop
/// begins: what was not in the window before. In the same way an event's end is where the first
/// window without it begins, at least one hop after the onset. An open event's offset is therefore
/// how long it has lasted for certain; it only grows, and is compared with the rule's minimum at
/// every window. Pure: the same calls give the same events. Thread: one at a time.
class EventDetector {
 public:
  EventDetector(int nLabels, EventSettings settings);

  /// Scores (nLabels) of the window that ends at `endSeconds`; windows come in order of time.
  /// Returns the events that began, grew or ended.
  std::vector<Event> push(double endSeconds, std::span<const float> scores);
  /// Ends what is open; what is pushed later is not smoothed with what was before.
  std::vector<Event> finish();
  /// Smoothed scores (nLabels) after the last push.
  std::span<const float> smoothed() const { return smoothed_; }
  void setRules(std::vector<ClassRule> rules);

 private:
  struct ClassState {
    bool open = false;
    bool reported = false;
    Event event;
    double scoreSum = 0.0;
    long windows = 0;
    double lastOffsetSeconds = -1e9;
  };

  void smooth(double hopSeconds, std::span<const float> scores);
  void grow(size_t label, double offsetSeconds, float score, std::vector<Event>& changed);
  void close(size_t label, double offsetSeconds, std::vector<Event>& changed);
  void reportIfLongEnough(size_t label, std::vector<Event>& changed);

  EventSettings settings_;
  std::vector<float> smoothed_;
  std::vector<ClassState> states_;
  double lastEndSeconds_ = -1.0;
  bool fresh_ = true;  ///< nothing pushed since the start or finish()
  int64_t nextId_ = 1;
};

}  // namespace earwitness
