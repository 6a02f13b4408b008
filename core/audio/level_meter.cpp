// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/level_meter.h"

#include <algorithm>
#include <cmath>

namespace earwitness {
namespace {

constexpr float kLowestDb = -120.0F;
constexpr float kFullScale = 32767.0F / 32768.0F;  // the largest sample of a 16-bit device
constexpr int kClippedRun = 3;

float toDb(double amplitude) {
  return amplitude <= 1e-6 ? kLowestDb : float(20.0 * std::log10(amplitude));
}

}  // namespace

Level levelOf(std::span<const float> samples) {
  Level level;
  float peak = 0.0F;
  double energy = 0.0;
  int run = 0;
  for (const float sample : samples) {
    const float magnitude = std::abs(sample);
    if (!std::isfinite(magnitude)) {  // a broken driver; a level of NaN would never leave the meter
      run = 0;
      continue;
    }
    peak = std::max(peak, magnitude);
    energy += double(magnitude) * magnitude;
    run = magnitude >= kFullScale ? run + 1 : 0;
    if (run >= kClippedRun) level.clipped = true;
  }
  if (samples.empty()) return level;
  level.peakDb = toDb(peak);
  level.rmsDb = toDb(std::sqrt(energy / double(samples.size())));
  return level;
}

}  // namespace earwitness
