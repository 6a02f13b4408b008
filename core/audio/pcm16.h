// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace earwitness {

/// Samples of +-1 as 16 bit integers and back: x = n / 32768, as PortAudio and libsndfile read
/// them, so that what came out of a 16 bit device or file goes in again unchanged. What is beyond
/// is clipped; what is not a number is silence.
inline int16_t toPcm16(float sample) {
  if (std::isnan(sample)) return 0;
  return int16_t(std::lrint(std::clamp(sample * 32768.0F, -32768.0F, 32767.0F)));
}

inline float fromPcm16(int16_t sample) {
  return float(sample) / 32768.0F;
}

}  // namespace earwitness
