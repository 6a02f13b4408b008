// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <random>
#include <vector>

namespace earwitness {

/// A number in [low, high). The distributions of the standard library differ from one to another;
/// these give the same numbers everywhere.
inline double drawUniform(std::mt19937_64& random, double low, double high) {
  return low + (high - low) * double(random() >> 11) * 0x1.0p-53;
}

/// A number from the normal distribution with mean 0 and deviation 1 (Box and Muller 1958).
inline double drawNormal(std::mt19937_64& random) {
  const double radius = std::sqrt(-2.0 * std::log(1.0 - drawUniform(random, 0.0, 1.0)));
  return radius * std::cos(2.0 * std::numbers::pi * drawUniform(random, 0.0, 1.0));
}

/// Puts the values into a drawn order (Fisher and Yates).
template <typename T>
void shuffle(std::vector<T>& values, std::mt19937_64& random) {
  for (size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random() % i]);
}

}  // namespace earwitness
