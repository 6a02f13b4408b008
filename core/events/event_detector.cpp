#include "core/events/event_detector.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/base/error.h"

namespace earwitness {

EventDetector::EventDetector(int nLabels, EventSettings settings)
    : settings_(std::move(settings)),
      smoothed_(size_t(std::max(nLabels, 0)), 0.0F),
      states_(size_t(std::max(nLabels, 0))) {
  if (settings_.rules.empty()) settings_.rules.resize(states_.size());
  setRules(std::move(settings_.rules));
}

void EventDetector::setRules(std::vector<ClassRule> rules) {
  if (rules.size() != states_.size())
    throw Error("Event rules for " + std::to_string(rules.size()) +
                " classes do not fit a model with " + std::to_string(states_.size()) + " labels.");
  for (ClassRule& rule : rules) rule.offThreshold = std::min(rule.offThreshold, rule.onThreshold);
  settings_.rules = std::move(rules);
}

void EventDetector::smooth(double hopSeconds, std::span<const float> scores) {
  const double tau = settings_.smoothingSeconds;
  const float weight = fresh_ || tau <= 0.0 ? 1.0F : float(1.0 - std::exp(-hopSeconds / tau));
  for (size_t label = 0; label < smoothed_.size(); ++label) {
    const float score = std::isfinite(scores[label]) ? scores[label] : 0.0F;
    // Equal to the score itself at weight 1, which a difference would round.
    smoothed_[label] = weight * score + (1.0F - weight) * smoothed_[label];
  }
}

std::vector<Event> EventDetector::push(double endSeconds, std::span<const float> scores) {
  if (scores.size() != states_.size())
    throw Error("A window with " + std::to_string(scores.size()) + " scores does not fit " +
                std::to_string(states_.size()) + " labels.");
  const double windowStart = std::max(0.0, endSeconds - settings_.windowSeconds);
  // Of the first window, and of one after a gap, everything is new.
  const double newSince = std::max(windowStart, lastEndSeconds_);
  const double hopSeconds = std::max(0.0, endSeconds - lastEndSeconds_);
  smooth(hopSeconds, scores);

  std::vector<Event> changed;
  for (size_t label = 0; label < states_.size(); ++label) {
    ClassState& state = states_[label];
    const float score = smoothed_[label];
    const ClassRule& rule = settings_.rules[label];
    if (state.open && score < rule.offThreshold) {
      close(label, std::min(windowStart, lastEndSeconds_), changed);
    } else if (state.open) {
      grow(label, std::min(endSeconds, windowStart + hopSeconds), score, changed);
    } else if (score >= rule.onThreshold &&
               newSince >= state.lastOffsetSeconds + rule.coolDownSeconds) {
      state = {
          .open = true,
          .event = {.label = int(label), .onsetSeconds = newSince, .offsetSeconds = endSeconds},
          .lastOffsetSeconds = state.lastOffsetSeconds};
      grow(label, endSeconds, score, changed);
    }
  }
  lastEndSeconds_ = endSeconds;
  fresh_ = false;
  return changed;
}

void EventDetector::grow(size_t label, double offsetSeconds, float score,
                         std::vector<Event>& changed) {
  ClassState& state = states_[label];
  Event& event = state.event;
  event.open = true;
  event.offsetSeconds = std::max(event.offsetSeconds, offsetSeconds);
  event.peakScore = std::max(event.peakScore, score);
  state.scoreSum += score;
  ++state.windows;
  event.meanScore = float(state.scoreSum / double(state.windows));
  reportIfLongEnough(label, changed);
}

void EventDetector::close(size_t label, double offsetSeconds, std::vector<Event>& changed) {
  ClassState& state = states_[label];
  Event& event = state.event;
  state.open = false;
  event.open = false;
  event.offsetSeconds = std::max(event.offsetSeconds, offsetSeconds);
  reportIfLongEnough(label, changed);
  if (state.reported) state.lastOffsetSeconds = event.offsetSeconds;
}

void EventDetector::reportIfLongEnough(size_t label, std::vector<Event>& changed) {
  constexpr double kRoundingSeconds = 1e-9;  // a duration of exactly the minimum counts
  ClassState& state = states_[label];
  Event& event = state.event;
  if (!state.reported && event.offsetSeconds - event.onsetSeconds + kRoundingSeconds <
                             settings_.rules[label].minimumSeconds)
    return;
  if (!state.reported) event.id = nextId_++;
  state.reported = true;
  changed.push_back(event);
}

std::vector<Event> EventDetector::finish() {
  std::vector<Event> changed;
  for (size_t label = 0; label < states_.size(); ++label)
    if (states_[label].open) close(label, lastEndSeconds_, changed);
  fresh_ = true;
  return changed;
}

}  // namespace earwitness
