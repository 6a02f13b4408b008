// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/detections.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace earwitness {
namespace {

// Smoothing forgets what is older than so many time constants: less than a millionth is left.
constexpr double kForgottenAfter = 15.0;

template <typename Span>
bool holds(const Span& span, double seconds) {
  return span.onsetSeconds <= seconds && seconds <= span.offsetSeconds;
}

float thresholdOf(const EventSettings& settings, int label) {
  return settings.rules.empty() ? ClassRule{}.onThreshold
                                : settings.rules[size_t(label)].reportedFrom();
}

bool isMoreGeneral(const LabelHierarchy& hierarchy, int general, int specific) {
  if (size_t(specific) >= hierarchy.ancestors.size()) return false;
  const std::vector<int>& ancestors = hierarchy.ancestors[size_t(specific)];
  return std::find(ancestors.begin(), ancestors.end(), general) != ancestors.end();
}

EventOutcome outcomeOf(NearMissReason reason) {
  switch (reason) {
    case NearMissReason::TooShort:
      return EventOutcome::TooShort;
    case NearMissReason::CoolingDown:
      return EventOutcome::CoolingDown;
    case NearMissReason::Quiet:
      return EventOutcome::Quiet;
    case NearMissReason::BelowThreshold:
      break;
  }
  return EventOutcome::BelowThreshold;
}

/// Labels that hide more general ones at this moment: those of events, and the ignored ones.
std::vector<int> hidingLabels(const std::vector<Explanation>& explanations,
                              const Detections& detections, const EventSettings& settings,
                              double seconds) {
  std::vector<int> labels;
  for (const Event& event : detections.events)
    if (holds(event, seconds)) labels.push_back(event.label);
  for (size_t label = 0; label < settings.rules.size(); ++label)
    if (settings.rules[label].isIgnored &&
        explanations[label].smoothed >= settings.rules[label].onThreshold)
      labels.push_back(int(label));
  return labels;
}

/// Gives `explanation` the standing that the detections and its scores say.
void judge(Explanation& explanation, const Detections& detections, const std::vector<int>& hiding,
           const LabelHierarchy& hierarchy, double seconds) {
  const auto isHere = [&](const auto& found) {
    return found.label == explanation.label && holds(found, seconds);
  };
  const auto isMoreSpecific = [&](int label) {
    return isMoreGeneral(hierarchy, explanation.label, label);
  };
  const auto miss =
      std::find_if(detections.nearMisses.begin(), detections.nearMisses.end(), isHere);
  if (std::any_of(detections.events.begin(), detections.events.end(), isHere))
    explanation.outcome = EventOutcome::Reported;
  else if (miss != detections.nearMisses.end())
    explanation.outcome = outcomeOf(miss->reason);
  else if (explanation.smoothed >= explanation.threshold &&
           std::any_of(hiding.begin(), hiding.end(), isMoreSpecific))
    explanation.outcome = EventOutcome::MoreSpecific;
  else if (explanation.smoothed >= explanation.threshold)
    explanation.outcome = EventOutcome::ReportedNearby;
  else if (explanation.smoothed >= kNearShare * explanation.threshold)
    explanation.outcome = EventOutcome::BelowThreshold;
}

}  // namespace

void Detections::add(const std::vector<Event>& changed, std::vector<NearMiss>&& nearMissesSince) {
  // Ids are 1, 2, 3, ... in order of report, and an update follows its event.
  for (const Event& event : changed) {
    events.resize(std::max(events.size(), size_t(event.id)));
    events[size_t(event.id) - 1] = event;
  }
  std::move(nearMissesSince.begin(), nearMissesSince.end(), std::back_inserter(nearMisses));
}

std::vector<Event> push(EventDetector& detector, const ScoredWindow& window) {
  std::vector<Event> changed;
  if (window.resumedAtSeconds) {
    changed = detector.finish();
    detector.resumeAt(*window.resumedAtSeconds);
  }
  const std::vector<Event> more =
      detector.push(window.endSeconds, window.scores, window.gated, window.rises);
  changed.insert(changed.end(), more.begin(), more.end());
  return changed;
}

Detections detectEvents(std::span<const ScoredWindow> windows, const EventSettings& settings) {
  Detections detections;
  if (windows.empty()) return detections;
  EventDetector detector(int(windows.front().scores.size()), settings);
  for (const ScoredWindow& window : windows) {
    const std::vector<Event> changed = push(detector, window);
    detections.add(changed, detector.takeNearMisses());
  }
  const std::vector<Event> changed = detector.finish();
  detections.add(changed, detector.takeNearMisses());
  return detections;
}

std::vector<ShownLabel> resultsOf(std::span<const Event> events, const EventSettings& settings,
                                  std::span<const float> highest) {
  std::set<int> found;
  for (const Event& event : events)
    if (event.label >= 0 && size_t(event.label) < highest.size()) found.insert(event.label);
  std::vector<ShownLabel> results;
  for (const int label : found) {
    ShownLabel result{.label = label, .parents = {}};
    if (size_t(label) < settings.hierarchy.ancestors.size())
      for (const int ancestor : settings.hierarchy.ancestors[size_t(label)])
        if (!found.contains(ancestor) &&
            highest[size_t(ancestor)] >= thresholdOf(settings, ancestor))
          result.parents.push_back(ancestor);
    results.push_back(std::move(result));
  }
  std::stable_sort(results.begin(), results.end(),
                   [highest](const ShownLabel& left, const ShownLabel& right) {
                     return highest[size_t(left.label)] > highest[size_t(right.label)];
                   });
  return results;
}

std::vector<Explanation> explain(std::span<const ScoredWindow> windows,
                                 const Detections& detections, const EventSettings& settings,
                                 double seconds) {
  const auto endsBefore = [](const ScoredWindow& window, double end) {
    return window.endSeconds < end;
  };
  const auto holding = std::lower_bound(windows.begin(), windows.end(), seconds, endsBefore);
  if (holding == windows.end() || holding->startSeconds > seconds) return {};

  EventDetector detector(int(holding->scores.size()), settings);
  std::vector<Explanation> explanations(holding->scores.size());
  for (size_t label = 0; label < explanations.size(); ++label) {
    explanations[label].label = int(label);
    explanations[label].threshold = thresholdOf(settings, int(label));
  }
  const double remembered = holding->endSeconds - kForgottenAfter * settings.smoothingSeconds;
  auto window = std::lower_bound(windows.begin(), holding, remembered, endsBefore);
  for (; window != windows.end() && window->startSeconds <= seconds; ++window) {
    push(detector, *window);
    if (window->endSeconds < seconds) continue;
    for (size_t label = 0; label < explanations.size(); ++label) {
      Explanation& explanation = explanations[label];
      explanation.score = std::max(explanation.score, window->scores[label]);
      explanation.smoothed = std::max(explanation.smoothed, detector.heard()[label]);
    }
  }
  const std::vector<int> hiding = hidingLabels(explanations, detections, settings, seconds);
  for (Explanation& explanation : explanations)
    judge(explanation, detections, hiding, settings.hierarchy, seconds);
  std::stable_sort(explanations.begin(), explanations.end(),
                   [](const Explanation& left, const Explanation& right) {
                     return left.smoothed > right.smoothed;
                   });
  return explanations;
}

}  // namespace earwitness
