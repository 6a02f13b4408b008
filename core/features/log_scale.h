// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>

#include "core/features/feature_settings.h"

namespace earwitness {

/// log2 of a positive, normal float, within 2e-7 + one rounding of the result. Free of branches and
/// calls, so that the compiler turns loops over it into vector code, and made of exactly rounded
/// operations only, so that it gives the same bits on every machine.
[[gnu::always_inline]] inline float fastLog2(float x) {
  // x = 2^exponent * m with m from sqrt(1/2) to sqrt(2).
  constexpr int32_t kSqrtHalfBits = 0x3f3504f3;
  const auto bits = __builtin_bit_cast(int32_t, x);
  const int32_t exponent = (bits - kSqrtHalfBits) >> 23;
  const auto m = __builtin_bit_cast(float, bits - exponent * (int32_t{1} << 23));
  // log2(m) = 2 / ln 2 * atanh(s) with s = (m - 1) / (m + 1), |s| < 0.172; the next term is below
  // 4e-10.
  const float s = (m - 1.0F) / (m + 1.0F);
  const float s2 = s * s;
  float series = 0.3205989F;           // 2 / (9 ln 2)
  series = series * s2 + 0.41219858F;  // 2 / (7 ln 2)
  series = series * s2 + 0.57707802F;  // 2 / (5 ln 2)
  series = series * s2 + 0.96179669F;  // 2 / (3 ln 2)
  series = series * s2 + 2.88539008F;  // 2 / ln 2
  return float(exponent) + s * series;
}

inline constexpr double kNaturalPerDecibel = std::numbers::ln10 / 10.0;

/// Power is proportional to exp(level * powerExponent()).
inline double powerExponent(const FeatureSettings& settings) {
  if (settings.scale == LogScale::Decibel) return kNaturalPerDecibel * settings.deviation;
  return settings.magnitude ? 2.0 * settings.deviation : settings.deviation;
}

/// Levels -> decibels.
class ToDecibels {
 public:
  explicit ToDecibels(const FeatureSettings& settings)
      : perUnit_(float(powerExponent(settings) / kNaturalPerDecibel)),
        shift_(float(powerExponent(settings) / kNaturalPerDecibel * settings.mean /
                     settings.deviation)) {}

  float operator()(float level) const { return level * perUnit_ + shift_; }

 private:
  float perUnit_;
  float shift_;
};

/// What turns a power into a level, as floats.
struct LogScaleParameters {
  explicit LogScaleParameters(const FeatureSettings& settings)
      : offset(float(settings.offsetPower)),
        floor(float(settings.floorPower)),
        perOctave(float((settings.scale == LogScale::Decibel
                             ? (settings.magnitude ? 20.0 : 10.0) * std::log10(2.0)
                             : std::log(2.0)) /
                        settings.deviation)),
        shift(float(-settings.mean / settings.deviation)) {}

  float offset;     ///< added first
  float floor;      ///< least power, normal and positive
  float perOctave;  ///< level gained by a doubling of the power
  float shift;      ///< added last
};

/// Powers -> levels, in place: 10 log10(max(x + offset, floor)), or ln, less the mean, over the
/// deviation. What is not a number becomes the floor.
[[gnu::always_inline]] inline void toLogScale(float* values, size_t count,
                                              const LogScaleParameters& parameters) {
  const float offset = parameters.offset;
  const float floor = parameters.floor;
  const float perOctave = parameters.perOctave;
  const float shift = parameters.shift;
  for (size_t i = 0; i < count; ++i) {
    const float power = values[i] + offset;
    values[i] = perOctave * fastLog2(power > floor ? power : floor) + shift;
  }
}

}  // namespace earwitness
