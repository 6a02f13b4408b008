// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <string>

#include <nlohmann/json.hpp>

#include "core/network/transfer.h"

namespace earwitness {

/// Tensors as plain numbers, which can be read without running or trusting anything.
struct TensorBytes {
  nlohmann::json list;  ///< an object each: "name", "sizes"
  std::string values;   ///< 32-bit numbers of all, one after the other
};

/// Those of floating point; others are left out.
TensorBytes bytesOf(const NamedTensors& tensors);
/// Throws Error where list and values do not fit each other.
NamedTensors tensorsFrom(const TensorBytes& bytes);

}  // namespace earwitness
