// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/threshold_fit.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace earwitness {
namespace {

// What can be suggested: steps that people would set themselves.
constexpr float kThresholdStep = 0.01F;
constexpr int kThresholdSteps = 99;  // 0.01 to 0.99
constexpr double kSecondsStep = 0.1;
constexpr int kSecondsSteps = 100;  // 0 to 10 s

// To hold two changes against each other: a second more is as much as a tenth of a threshold.
constexpr double kThresholdPerSecond = 0.1;
constexpr double kRounding = 1e-9;  // a duration of exactly the minimum counts, as in the detector

/// How many of the reviewed events of a class a rule reports.
struct Outcome {
  long rightKept = 0;
  long wrongKept = 0;

  /// Nothing reported where nothing was right is as good as it gets.
  double f1(long right) const {
    const long reportedAndMissed = rightKept + wrongKept + right;
    return reportedAndMissed == 0 ? 1.0 : 2.0 * double(rightKept) / double(reportedAndMissed);
  }
};

bool reports(const ClassRule& rule, const ReviewedEvent& event) {
  return event.peakScore >= rule.onThreshold && event.seconds + kRounding >= rule.minimumSeconds;
}

Outcome outcomeOf(const ClassRule& rule, const std::vector<ReviewedEvent>& reviewed) {
  Outcome outcome;
  for (const ReviewedEvent& event : reviewed)
    if (reports(rule, event)) ++(event.right ? outcome.rightKept : outcome.wrongKept);
  return outcome;
}

double changeBetween(const ClassRule& left, const ClassRule& right) {
  return std::abs(double(left.onThreshold) - double(right.onThreshold)) +
         kThresholdPerSecond * std::abs(left.minimumSeconds - right.minimumSeconds);
}

std::vector<float> thresholdsToTry(const ClassRule& now) {
  std::vector<float> thresholds{now.onThreshold};
  for (int step = 1; step <= kThresholdSteps; ++step)
    thresholds.push_back(float(step) * kThresholdStep);
  return thresholds;
}

std::vector<double> minimaToTry(const ClassRule& now) {
  std::vector<double> minima{now.minimumSeconds};
  for (int step = 0; step <= kSecondsSteps; ++step) minima.push_back(double(step) * kSecondsStep);
  return minima;
}

/// Events that last long enough, counted by the highest threshold of `thresholds` that they reach.
class Counts {
 public:
  Counts(const std::vector<ReviewedEvent>& reviewed, double minimumSeconds,
         const std::vector<float>& sortedThresholds)
      : atLeast_(sortedThresholds.size() + 1) {
    for (const ReviewedEvent& event : reviewed) {
      if (event.seconds + kRounding < minimumSeconds) continue;
      const auto above =
          std::upper_bound(sortedThresholds.begin(), sortedThresholds.end(), event.peakScore);
      Outcome& outcome = atLeast_[size_t(above - sortedThresholds.begin())];
      ++(event.right ? outcome.rightKept : outcome.wrongKept);
    }
    for (size_t i = atLeast_.size() - 1; i-- > 0;) {
      atLeast_[i].rightKept += atLeast_[i + 1].rightKept;
      atLeast_[i].wrongKept += atLeast_[i + 1].wrongKept;
    }
  }

  /// What the threshold of this index keeps.
  const Outcome& kept(size_t index) const { return atLeast_[index + 1]; }

 private:
  std::vector<Outcome> atLeast_;
};

ClassRule bestRule(const std::vector<ReviewedEvent>& reviewed, const ClassRule& now, long right) {
  std::vector<float> thresholds = thresholdsToTry(now);
  std::sort(thresholds.begin(), thresholds.end());
  ClassRule best = now;
  double bestF1 = outcomeOf(now, reviewed).f1(right);
  for (const double minimumSeconds : minimaToTry(now)) {
    const Counts counts(reviewed, minimumSeconds, thresholds);
    for (size_t i = 0; i < thresholds.size(); ++i) {
      ClassRule rule = now;
      rule.onThreshold = thresholds[i];
      rule.minimumSeconds = minimumSeconds;
      const double f1 = counts.kept(i).f1(right);
      const bool nearer = changeBetween(rule, now) + kRounding < changeBetween(best, now);
      if (f1 > bestF1 + kRounding || (f1 > bestF1 - kRounding && nearer)) {
        best = rule;
        bestF1 = std::max(f1, bestF1);
      }
    }
  }
  // The hysteresis keeps its share.
  if (now.onThreshold > 0.0F)
    best.offThreshold = now.offThreshold * (best.onThreshold / now.onThreshold);
  return best;
}

}  // namespace

std::vector<RuleSuggestion> suggestRules(const std::vector<ReviewedEvent>& reviewed,
                                         const std::vector<ClassRule>& rules,
                                         long minimumReviewed) {
  std::map<int, std::vector<ReviewedEvent>> byLabel;
  for (const ReviewedEvent& event : reviewed)
    if (event.label >= 0 && size_t(event.label) < rules.size())
      byLabel[event.label].push_back(event);

  std::vector<RuleSuggestion> suggestions;
  for (const auto& [label, events] : byLabel) {
    RuleSuggestion suggestion;
    suggestion.label = label;
    suggestion.now = rules[size_t(label)];
    for (const ReviewedEvent& event : events) ++(event.right ? suggestion.right : suggestion.wrong);
    if (suggestion.wrong == 0 || long(events.size()) < minimumReviewed) continue;
    suggestion.suggested = bestRule(events, suggestion.now, suggestion.right);
    if (changeBetween(suggestion.suggested, suggestion.now) == 0.0) continue;
    const Outcome outcome = outcomeOf(suggestion.suggested, events);
    suggestion.wrongAvoided = suggestion.wrong - outcome.wrongKept;
    suggestion.rightLost = suggestion.right - outcome.rightKept;
    suggestions.push_back(suggestion);
  }
  return suggestions;
}

}  // namespace earwitness
