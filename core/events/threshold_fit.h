// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/events/event_detector.h"

namespace earwitness {

/// What a reviewer said of one event.
struct ReviewedEvent {
  int label = 0;
  float peakScore = 0.0F;
  double seconds = 0.0;
  bool right = false;
};

/// What the reviewed events of a class suggest.
struct RuleSuggestion {
  int label = 0;
  long right = 0;  ///< events that were confirmed
  long wrong = 0;
  ClassRule now;
  ClassRule suggested;
  long wrongAvoided = 0;  ///< reviewed false alarms that the suggestion would not report
  long rightLost = 0;     ///< confirmed events that it would not report either
};

/// Threshold (in steps of 0.01) and minimum duration (in steps of 0.1 s, at most 10 s) per class
/// that best part right from wrong events: highest F1, of equals the one nearest to what is set
/// now. No suggestion for classes with fewer than `minimumReviewed` reviews, without a wrong one,
/// and where nothing does better than what is set. Pure.
std::vector<RuleSuggestion> suggestRules(const std::vector<ReviewedEvent>& reviewed,
                                         const std::vector<ClassRule>& rules,
                                         long minimumReviewed = 4);

}  // namespace earwitness
