// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "core/features/feature_settings.h"

namespace earwitness {

/// A model that a training can start from, and what its network is made of.
struct ModelStart {
  std::filesystem::path model;  ///< absolute
  std::string architecture;
  nlohmann::json architectureSettings = nlohmann::json::object();
  FeatureSettings features;
};

/// Reads it from the model's card. Throws Error where the file is no model file, or where its card
/// does not say what the network is made of. Thread: worker.
ModelStart readModelStart(const std::filesystem::path& model);

}  // namespace earwitness
