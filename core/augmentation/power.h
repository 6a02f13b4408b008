// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace earwitness {

/// out[i] = exp(values[i] * scale), within 4e-7 of it. Below exp(-87) it is 0.
void toPower(std::span<const float> values, float scale, std::span<float> out);

/// values[i] = log(max(power[i], floorPower)) / scale, within 1e-5 / scale of it.
void fromPower(std::span<const float> power, float scale, float floorPower,
               std::span<float> values);

}  // namespace earwitness
