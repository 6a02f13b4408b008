// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/inference/open_model.h"
#include "core/network/network_cost.h"

namespace earwitness {

/// Cost of a model's network for its own window. A model that is not bundled is run by a confined
/// child. Throws Error with one sentence. Thread: main.
NetworkCost modelCost(const std::filesystem::path& modelFile, bool measureLatency,
                      const Confinement& confinement);

}  // namespace earwitness
