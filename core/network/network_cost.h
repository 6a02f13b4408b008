// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/listening/model_description.h"

namespace earwitness {

struct NetworkCost {
  long parameters = 0;     ///< trainable ones
  long multiplyAdds = 0;   ///< of convolutions and matrix products (LSTM among them), one window
  double latencyMs = 0.0;  ///< median of one window on one thread, frozen; 0: not measured
};

/// Cost of a freshly made network for windows of `windowSeconds`. Draws from torch's global random
/// state. Throws Error on settings that cannot work or a window that it cannot take.
NetworkCost networkCost(const std::string& architecture, const nlohmann::json& settings,
                        const FeatureSettings& features, double windowSeconds, int nClasses,
                        bool measureLatency);

/// Cost of the network in an archive that is open, for its own window. Runs its TorchScript.
NetworkCost networkCost(std::istream& archive, const ModelDescription& description,
                        bool measureLatency);

/// The same of a model file that this program wrote itself.
NetworkCost modelFileCost(const std::filesystem::path& modelFile, bool measureLatency);

}  // namespace earwitness
