// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace earwitness {

/// Level of a stretch of samples, in dB relative to full scale.
struct Level {
  float peakDb = -120.0F;
  float rmsDb = -120.0F;
  bool clipped = false;  ///< three or more samples in a row at full scale
};

/// Level of mono samples. Empty input is -120 dB.
Level levelOf(std::span<const float> samples);

}  // namespace earwitness
