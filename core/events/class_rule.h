// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace earwitness {

/// When the scores of a class make an event.
struct ClassRule {
  float onThreshold = 0.5F;      ///< an event starts at this smoothed score
  float offThreshold = 0.35F;    ///< and goes on while the score is at least this
  double minimumSeconds = 0.0;   ///< shorter ones are not reported
  double coolDownSeconds = 0.0;  ///< silence of the class after an event's end
};

}  // namespace earwitness
