// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/events/energy_rises.h"

namespace earwitness {

/// Scores of one window, with all that events are made from. Kept, they give the events of other
/// rules without the sound (detectEvents).
struct ScoredWindow {
  double startSeconds = 0.0;  ///< of what it holds of the stream, where that is younger
  double endSeconds = 0.0;
  std::vector<float> scores;    ///< (nLabels), as the network gave them
  std::vector<float> smoothed;  ///< (nLabels), as the events were made from; not kept for files
  EnergyRises rises;            ///< since the window before
  bool gated = false;           ///< does not rise above the room: no event is made from it
  /// Of the first window after an interruption of the stream: where it went on.
  std::optional<double> resumedAtSeconds;
  float inferenceMs = 0.0F;  ///< time spent in the classifier, the pipe included
  float latencyMs = 0.0F;    ///< from the arrival of the window's last sample to its scores
  int64_t arrivedNs = 0;     ///< of that sample, steady clock; 0 for files
};

}  // namespace earwitness
