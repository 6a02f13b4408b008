// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <filesystem>

#include "core/inference/open_model.h"
#include "core/network/network_cost.h"
#include "core/network/transfer.h"

namespace earwitness {

/// Parameters and buffers of a model's network; only those of floating point. A model that is not
/// bundled is read by a confined child, which hands plain numbers back. Throws Error with one
/// sentence. Thread: main.
NamedTensors weightsOf(const std::filesystem::path& modelFile, const Confinement& confinement);

}  // namespace earwitness
