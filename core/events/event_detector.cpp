// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/event_detector.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/base/error.h"

namespace earwitness {
namespace {

constexpr double kRoundingSeconds = 1e-9;  // a duration of exactly the minimum counts

// A window holds nothing of a class where its own score is below this share of the threshold.
constexpr float kFaintShare = 0.1F;
// A sound's first moments at the end of such a window may go unheard for this long.
constexpr double kUnheardSeconds = 2.0;
// An onset rises by at least so much (mean over bands), and by this share of the steepest nearby.
constexpr float kLeastRiseDb = 1.0F;
constexpr float kRiseShare = 0.5F;
constexpr double kRiseSeconds = 0.06;    // from where a rise is noticed to where it is steepest
constexpr double kAttackSeconds = 0.25;  // and to where the sound that begins with it is loud

}  // namespace

EventDetector::EventDetector(int nLabels, EventSettings settings)
    : smoothed_(size_t(std::max(nLabels, 0)), 0.0F),
      heard_(smoothed_),
      states_(size_t(std::max(nLabels, 0))) {
  setSettings(std::move(settings));
}

void EventDetector::setSettings(EventSettings settings) {
  if (settings.rules.empty()) settings.rules.resize(states_.size());
  specific_.setHierarchy(settings.hierarchy, states_.size());
  setRules(std::move(settings.rules));
  settings.rules = std::move(settings_.rules);
  settings_ = std::move(settings);
}

void EventDetector::extend(int nLabels, EventSettings settings) {
  const auto count = size_t(std::max(nLabels, 0));
  if (count < states_.size())
    throw Error("A model with %1 labels cannot continue one with %2.", count, states_.size());
  smoothed_.resize(count, 0.0F);
  heard_.resize(count, 0.0F);
  states_.resize(count);
  setSettings(std::move(settings));
}

void EventDetector::setRules(std::vector<ClassRule> rules) {
  if (rules.size() != states_.size())
    throw Error("Event rules for %1 classes do not fit a model with %2 labels.", rules.size(),
                states_.size());
  for (ClassRule& rule : rules) {
    // Without a hierarchy there is nothing that an ignored class could hide.
    if (rule.isIgnored && !specific_.active())
      rule.onThreshold = rule.offThreshold = rule.reportedFrom();
    rule.offThreshold = std::min(rule.offThreshold, rule.onThreshold);
  }
  settings_.rules = std::move(rules);
}

void EventDetector::smooth(double hopSeconds, std::span<const float> scores, bool gated) {
  const double tau = settings_.smoothingSeconds;
  const float weight = fresh_ || tau <= 0.0 ? 1.0F : float(1.0 - std::exp(-hopSeconds / tau));
  for (size_t label = 0; label < smoothed_.size(); ++label) {
    const float score = std::isfinite(scores[label]) ? scores[label] : 0.0F;
    // Equal to the score itself at weight 1, which a difference would round.
    smoothed_[label] = weight * (gated ? 0.0F : score) + (1.0F - weight) * smoothed_[label];
    heard_[label] = weight * score + (1.0F - weight) * heard_[label];
  }
}

std::vector<Event> EventDetector::push(double endSeconds, std::span<const float> scores, bool gated,
                                       const EnergyRises& rises) {
  if (scores.size() != states_.size())
    throw Error("A window with %1 scores does not fit %2 labels.", scores.size(), states_.size());
  const double windowStart = std::max(0.0, endSeconds - settings_.windowSeconds);
  // Of the first window, and of one after a gap, everything is new.
  window_ = {.startSeconds = windowStart,
             .endSeconds = endSeconds,
             .hopSeconds = std::max(0.0, endSeconds - lastEndSeconds_),
             .newSinceSeconds = std::max(windowStart, lastEndSeconds_)};
  if (fresh_) streamStartSeconds_ = window_.newSinceSeconds;
  keepRises(rises);
  smooth(window_.hopSeconds, scores, gated);
  std::vector<Event> changed;
  for (size_t label = 0; label < states_.size(); ++label)
    pushClass(label, std::isfinite(scores[label]) ? scores[label] : 0.0F, gated, changed);
  lastEndSeconds_ = endSeconds;
  fresh_ = false;
  return mostSpecific(std::move(changed));
}

std::vector<Event> EventDetector::mostSpecific(std::vector<Event> changed) {
  if (!specific_.active()) return changed;
  std::vector<uint8_t> undecided;
  undecided.reserve(states_.size());
  for (const ClassState& state : states_)
    undecided.push_back(uint8_t(state.open && !state.reported));
  return specific_.filter(changed, {.startSeconds = window_.startSeconds,
                                    .endSeconds = window_.endSeconds,
                                    .smoothed = smoothed_,
                                    .rules = settings_.rules,
                                    .undecided = undecided});
}

void EventDetector::keepRises(const EnergyRises& rises) {
  outgrownSeconds_ = rises.outgrownSeconds;
  for (size_t i = 0; i < rises.values.size(); ++i)
    rises_.push_back({rises.startSeconds + double(i) * rises.frameSeconds, rises.values[i]});
  // The smoothed score crosses a threshold after that of the window itself: the sound may have
  // begun before the window that it begins an event with.
  const double oldest = window_.startSeconds - settings_.smoothingSeconds;
  while (!rises_.empty() && rises_.front().seconds < oldest) rises_.pop_front();
}

void EventDetector::pushClass(size_t label, float score, bool gated, std::vector<Event>& changed) {
  ClassState& state = states_[label];
  const ClassRule& rule = settings_.rules[label];
  const bool held = !gated && score >= rule.offThreshold;
  if (!held)
    state.heldSinceSeconds.reset();
  else if (!state.heldSinceSeconds)
    state.heldSinceSeconds = window_.endSeconds;
  if (state.open && smoothed_[label] < rule.offThreshold) {
    // What had to be in a window for it to be noticed is still in the last that noticed it.
    close(label, std::min(window_.endSeconds, state.event.offsetSeconds + state.neededSeconds),
          changed);
  } else if (state.open) {
    grow(label, held ? window_.reachSeconds() : 0.0, changed);
  } else if (smoothed_[label] >= rule.onThreshold &&
             window_.newSinceSeconds >= state.lastOffsetSeconds + rule.coolDownSeconds) {
    begin(label, changed);
  }
  followStretch(label, score, gated);
  if (score < kFaintShare * rule.onThreshold) state.faintSeconds = window_.endSeconds;
}

// ---- Events --------------------------------------------------------------------------------

void EventDetector::begin(size_t label, std::vector<Event>& changed) {
  ClassState& state = states_[label];
  const bool cooledDown = state.stretch.open && state.stretch.reason == NearMissReason::CoolingDown;
  const double onset =
      cooledDown ? window_.newSinceSeconds
                 : onsetOf(state, state.lastOffsetSeconds + settings_.rules[label].coolDownSeconds);
  if (cooledDown) endStretch(label, onset);
  state.stretch.open = false;
  state.open = true;
  state.reported = false;
  state.scoreSum = 0.0;
  state.windows = 0;
  const double newSeconds = window_.endSeconds - window_.newSinceSeconds;
  state.event = {.label = int(label),
                 .onsetSeconds = onset,
                 .offsetSeconds = std::min(window_.endSeconds, onset + newSeconds)};
  const double noticedSeconds = state.heldSinceSeconds.value_or(window_.endSeconds);
  state.neededSeconds = std::max(0.0, noticedSeconds - onset - newSeconds);
  grow(label, 0.0, changed);
}

void EventDetector::grow(size_t label, double offsetSeconds, std::vector<Event>& changed) {
  ClassState& state = states_[label];
  Event& event = state.event;
  event.open = true;
  event.offsetSeconds = std::max(event.offsetSeconds, offsetSeconds);
  event.peakScore = std::max(event.peakScore, smoothed_[label]);
  state.scoreSum += smoothed_[label];
  ++state.windows;
  event.meanScore = float(state.scoreSum / double(state.windows));
  reportIfLongEnough(label, changed);
}

void EventDetector::close(size_t label, double offsetSeconds, std::vector<Event>& changed) {
  ClassState& state = states_[label];
  Event& event = state.event;
  state.open = false;
  state.armed = false;
  event.open = false;
  event.offsetSeconds = std::max(event.offsetSeconds, offsetSeconds);
  reportIfLongEnough(label, changed);
  state.takenSeconds = event.offsetSeconds;
  if (state.reported)
    state.lastOffsetSeconds = event.offsetSeconds;
  else
    addNearMiss(label, {.onsetSeconds = event.onsetSeconds,
                        .offsetSeconds = event.offsetSeconds,
                        .peakScore = event.peakScore,
                        .reason = NearMissReason::TooShort});
}

void EventDetector::reportIfLongEnough(size_t label, std::vector<Event>& changed) {
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
  for (size_t label = 0; label < states_.size(); ++label) {
    ClassState& state = states_[label];
    if (state.open) close(label, lastEndSeconds_, changed);
    if (state.stretch.open) endStretch(label, lastEndSeconds_);
    state.armed = true;
    state.faintSeconds = -1e9;
    state.heldSinceSeconds.reset();
  }
  rises_.clear();
  fresh_ = true;
  return mostSpecific(std::move(changed));
}

void EventDetector::resumeAt(double seconds) {
  lastEndSeconds_ = std::max(lastEndSeconds_, seconds);
}

/// The stream's first moments are within what onsets are looked for in.
bool EventDetector::startIsHeard() const {
  return !rises_.empty() &&
         window_.startSeconds - settings_.smoothingSeconds <= streamStartSeconds_;
}

double EventDetector::onsetOf(const ClassState& state, double earliestSeconds) const {
  const double from =
      std::max({state.faintSeconds - kUnheardSeconds, state.takenSeconds, earliestSeconds});
  const auto isBefore = [](const Rise& rise, double seconds) { return rise.seconds < seconds; };
  const auto first = std::lower_bound(rises_.begin(), rises_.end(), from, isBefore);
  const bool sinceStart = from < streamStartSeconds_ && startIsHeard();
  uint8_t steepest = 0;
  for (auto rise = first; rise != rises_.end(); ++rise) steepest = std::max(steepest, rise->steps);
  if (float(steepest) * EnergyRises::kStepDb < kLeastRiseDb)
    return sinceStart ? streamStartSeconds_ : std::max(window_.newSinceSeconds, state.takenSeconds);
  const auto noticed = std::find_if(first, rises_.end(), [steepest](const Rise& rise) {
    return float(rise.steps) >= kRiseShare * float(steepest);
  });
  if (sinceStart && noticed->seconds + kAttackSeconds < outgrownSeconds_)
    return streamStartSeconds_;
  auto onset = noticed;
  for (auto rise = noticed;
       rise != rises_.end() && rise->seconds <= noticed->seconds + kRiseSeconds; ++rise)
    if (rise->steps > onset->steps) onset = rise;
  return onset->seconds;
}

// ---- Near-misses ---------------------------------------------------------------------------

void EventDetector::followStretch(size_t label, float score, bool gated) {
  ClassState& state = states_[label];
  if (state.open) return;
  const ClassRule& rule = settings_.rules[label];
  const float heard = heard_[label];
  const float fallenAway = kNearShare * rule.offThreshold;
  Stretch& stretch = state.stretch;
  if (stretch.open && heard < fallenAway) endStretch(label, stretch.offsetSeconds);
  if (heard < fallenAway) state.armed = true;

  const bool over = heard >= rule.onThreshold;
  if (!stretch.open && (over || (state.armed && heard >= kNearShare * rule.onThreshold))) {
    const double onset = onsetOf(state, state.takenSeconds);
    const double newSeconds = window_.endSeconds - window_.newSinceSeconds;
    stretch = {.open = true,
               .onsetSeconds = onset,
               .offsetSeconds = std::min(window_.endSeconds, onset + newSeconds)};
  }
  if (!stretch.open) return;
  if (over && gated)
    stretch.reason = NearMissReason::Quiet;
  else if (smoothed_[label] >= rule.onThreshold)  // and yet no event
    stretch.reason = NearMissReason::CoolingDown;
  stretch.peakScore = std::max(stretch.peakScore, heard);
  if (score >= fallenAway)
    stretch.offsetSeconds = std::max(stretch.offsetSeconds, window_.reachSeconds());
}

void EventDetector::endStretch(size_t label, double offsetSeconds) {
  ClassState& state = states_[label];
  Stretch& stretch = state.stretch;
  stretch.open = false;
  state.armed = false;
  if (offsetSeconds <= stretch.onsetSeconds) return;
  state.takenSeconds = std::max(state.takenSeconds, offsetSeconds);
  addNearMiss(label, {.onsetSeconds = stretch.onsetSeconds,
                      .offsetSeconds = offsetSeconds,
                      .peakScore = stretch.peakScore,
                      .reason = stretch.reason});
}

void EventDetector::addNearMiss(size_t label, NearMiss nearMiss) {
  if (settings_.rules[label].isIgnored) return;
  if (specific_.active() && specific_.isExplainedSince(int(label), nearMiss.onsetSeconds)) return;
  nearMiss.label = int(label);
  nearMiss.id = nextNearMissId_++;
  nearMisses_.push_back(nearMiss);
}

std::vector<NearMiss> EventDetector::takeNearMisses() {
  return std::exchange(nearMisses_, {});
}

}  // namespace earwitness
