// SPDX-License-Identifier: GPL-3.0-or-later
// Logarithms and powers of whole pictures: mixing in the power domain takes two exponentials and a
// logarithm a value, which with the library's scalar functions was a seventh of a training step.
// Plain loops without branches, which the compiler turns into vector code (built with -O3).
#include "core/augmentation/power.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace earwitness {
namespace {

constexpr float kLog2E = 1.44269504F;
constexpr float kLn2 = 0.69314718F;
constexpr float kSmallest = -126.0F;
constexpr float kLargest = 126.0F;

/// 2^x: the fraction by its Taylor series about 0, |fraction| <= 1/2, the rest as an exponent.
inline float exp2Of(float x) {
  const float bounded = std::min(std::max(x, kSmallest), kLargest);
  const float biased = bounded + 127.5F;  // positive, so that cutting rounds half up
  const auto whole = int32_t(biased);
  const float t = (bounded - float(whole - 127)) * kLn2;
  const float series =
      1.0F +
      t * (1.0F + t * (0.5F + t * (1.0F / 6 +
                                   t * (1.0F / 24 +
                                        t * (1.0F / 120 + t * (1.0F / 720 + t * (1.0F / 5040)))))));
  return series * std::bit_cast<float>(whole << 23);
}

/// log x for normal x > 0: mantissa in [sqrt(1/2), sqrt(2)), log m = 2 artanh((m - 1) / (m + 1)).
inline float logOf(float x) {
  constexpr int32_t kSqrtHalf = 0x3f3504f3;
  const int32_t bits = std::bit_cast<int32_t>(x);
  const int32_t exponent = (bits - kSqrtHalf) >> 23;
  const float m = std::bit_cast<float>(bits - int32_t(uint32_t(exponent) << 23));
  const float s = (m - 1.0F) / (m + 1.0F);
  const float s2 = s * s;
  const float series =
      2.0F * s * (1.0F + s2 * (1.0F / 3 + s2 * (1.0F / 5 + s2 * (1.0F / 7 + s2 * (1.0F / 9)))));
  return series + float(exponent) * kLn2;
}

}  // namespace

void toPower(std::span<const float> values, float scale, std::span<float> out) {
  const float toExponent = scale * kLog2E;
  const float* from = values.data();
  float* to = out.data();
  const size_t count = values.size();
  for (size_t i = 0; i < count; ++i) {
    const float exponent = from[i] * toExponent;
    const float power = exp2Of(exponent);
    to[i] = exponent < kSmallest ? 0.0F : power;
  }
}

void fromPower(std::span<const float> power, float scale, float floorPower,
               std::span<float> values) {
  const float inverse = 1.0F / scale;
  const float* from = power.data();
  float* to = values.data();
  const size_t count = power.size();
  for (size_t i = 0; i < count; ++i) to[i] = logOf(std::max(from[i], floorPower)) * inverse;
}

}  // namespace earwitness
