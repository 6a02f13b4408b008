// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

namespace earwitness {

/// When the scores of a class make an event.
struct ClassRule {
  float onThreshold = 0.5F;      ///< an event starts at this smoothed score
  float offThreshold = 0.35F;    ///< and goes on while the score is at least this
  double minimumSeconds = 0.0;   ///< shorter ones are not reported
  double coolDownSeconds = 0.0;  ///< silence of the class after an event's end
  /// Not reported. More general classes are hidden while it is there, as if it were reported.
  bool isIgnored = false;

  /// From which smoothed score on the class is reported.
  float reportedFrom() const {
    return isIgnored ? std::numeric_limits<float>::infinity() : onThreshold;
  }
};

}  // namespace earwitness
