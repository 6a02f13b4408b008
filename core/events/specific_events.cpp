// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/specific_events.h"

#include <algorithm>
#include <string>

#include "core/base/error.h"

namespace earwitness {
namespace {

constexpr double kRoundingSeconds = 1e-9;  // a duration of exactly the minimum counts
constexpr double kNever = -1e9;

}  // namespace

void SpecificEvents::setHierarchy(const LabelHierarchy& hierarchy, size_t nLabels) {
  if (hierarchy == hierarchy_) return;
  if (!hierarchy.empty() && hierarchy.ancestors.size() != nLabels)
    throw Error("A hierarchy of %1 classes does not fit a model with %2 labels.",
                hierarchy.ancestors.size(), nLabels);
  std::vector<std::vector<int>> descendants(hierarchy.ancestors.size());
  for (size_t label = 0; label < hierarchy.ancestors.size(); ++label)
    for (const int ancestor : hierarchy.ancestors[label]) {
      if (ancestor < 0 || size_t(ancestor) >= nLabels)
        throw Error("A hierarchy of classes names a label that the model does not have.");
      descendants[size_t(ancestor)].push_back(int(label));
    }
  hierarchy_ = hierarchy;
  descendants_ = std::move(descendants);
  states_.assign(descendants_.size(), {});
}

std::vector<Event> SpecificEvents::filter(const std::vector<Event>& own, const Window& window) {
  for (const Event& event : own) {
    State& state = states_[size_t(event.label)];
    if (event.id != state.ownId) {
      state.ownId = event.id;
      state.isWhole = true;
      state.isReported = false;
      state.part.reset();
    }
    state.ownIsOpen = event.open;
    state.ownOnsetSeconds = event.onsetSeconds;
    state.ownOffsetSeconds = event.offsetSeconds;
  }
  std::vector<Event> reported;
  for (const Event& event : own) follow(event, window, reported);
  return reported;
}

bool SpecificEvents::isExplainedSince(int label, double seconds) const {
  return std::any_of(descendants_[size_t(label)].begin(), descendants_[size_t(label)].end(),
                     [&](int descendant) {
                       const State& state = states_[size_t(descendant)];
                       return state.ownIsOpen || state.ownOffsetSeconds > seconds;
                     });
}

/// Where the newest event of a descendant that has ended does.
double SpecificEvents::descendantsOffset(int label) const {
  double latest = kNever;
  for (const int descendant : descendants_[size_t(label)])
    latest = std::max(latest, states_[size_t(descendant)].ownOffsetSeconds);
  return latest;
}

/// Where the first event of a descendant that overlaps the time since `sinceSeconds` begins.
double SpecificEvents::descendantsOnset(int label, double sinceSeconds) const {
  double earliest = -kNever;
  for (const int descendant : descendants_[size_t(label)]) {
    const State& state = states_[size_t(descendant)];
    if (state.ownIsOpen || state.ownOffsetSeconds > sinceSeconds)
      earliest = std::min(earliest, state.ownOnsetSeconds);
  }
  return earliest;
}

void SpecificEvents::follow(const Event& own, const Window& window, std::vector<Event>& reported) {
  State& state = states_[size_t(own.label)];
  if (window.rules[size_t(own.label)].isIgnored ||
      isExplainedSince(own.label, window.startSeconds)) {
    if (state.part && state.isReported)
      endPart(state, std::min(own.offsetSeconds, descendantsOnset(own.label, window.startSeconds)),
              reported);
    state.part.reset();
    state.isReported = false;
    state.isWhole = false;
    return;
  }
  if (!state.part) {
    const double explainedUntil = descendantsOffset(own.label);
    state.isWhole = state.isWhole && explainedUntil <= own.onsetSeconds;
    const double onset = std::max(own.onsetSeconds, explainedUntil);
    const double coolDown = window.rules[size_t(own.label)].coolDownSeconds;
    if (!state.isWhole && (!own.open || onset < state.reportedOffsetSeconds + coolDown)) return;
    state.part = own;
    state.part->onsetSeconds = onset;
    state.part->offsetSeconds = onset;
    state.heldSinceSeconds = window.endSeconds;
    state.scoreSum = 0.0;
    state.windows = 0;
  }
  grow(state, own, window);
  if (!state.isReported && isDue(state, own, window)) {
    state.isReported = true;
    state.part->id = nextId_++;
  }
  if (!own.open && state.isReported)
    endPart(state, own.offsetSeconds, reported);
  else if (state.isReported)
    reported.push_back(*state.part);
  if (!own.open) state.part.reset();
}

void SpecificEvents::grow(State& state, const Event& own, const Window& window) {
  Event& part = *state.part;
  part.open = own.open;
  part.offsetSeconds = std::max(part.offsetSeconds, own.offsetSeconds);
  if (state.isWhole) {
    part.peakScore = own.peakScore;
    part.meanScore = own.meanScore;
  } else if (own.open) {
    const float score = window.smoothed[size_t(own.label)];
    part.peakScore = state.windows == 0 ? score : std::max(part.peakScore, score);
    state.scoreSum += score;
    ++state.windows;
    part.meanScore = float(state.scoreSum / double(state.windows));
  }
}

bool SpecificEvents::isDue(const State& state, const Event& own, const Window& window) const {
  const std::vector<int>& descendants = descendants_[size_t(own.label)];
  if (descendants.empty()) return true;
  const double heldSeconds = window.endSeconds - state.heldSinceSeconds;
  const bool isOver = !own.open && state.isWhole;
  const double needed = state.isWhole
                            ? kHeldBackSeconds
                            : std::max(kHeldBackSeconds, window.endSeconds - window.startSeconds);
  if (!isOver && heldSeconds + kRoundingSeconds < needed) return false;
  const double length = state.part->offsetSeconds - state.part->onsetSeconds;
  if (length + kRoundingSeconds < window.rules[size_t(own.label)].minimumSeconds) return false;
  return isOver || std::none_of(descendants.begin(), descendants.end(), [&](int descendant) {
           return window.undecided[size_t(descendant)] != 0;
         });
}

void SpecificEvents::endPart(State& state, double offsetSeconds, std::vector<Event>& reported) {
  Event& part = *state.part;
  part.open = false;
  part.offsetSeconds = std::max(part.offsetSeconds, offsetSeconds);
  state.reportedOffsetSeconds = part.offsetSeconds;
  reported.push_back(part);
}

}  // namespace earwitness
