// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/features/feature_settings.h"

namespace earwitness {

/// One kind of network that can be trained. The network itself is TorchScript text in
/// architectures/<name>.cpp; this is what people and settings files see of it.
struct ArchitectureInfo {
  std::string name;          ///< as in --architecture
  std::string summary;       ///< one line for people
  nlohmann::json settings;   ///< sizes, with their defaults
  FeatureSettings features;  ///< what it is given unless the user says otherwise
  std::map<std::string, std::string> settingHelp;  ///< a line for each setting
  std::map<std::string, std::vector<std::string>>
      choices;                      ///< of settings that are one of a few words
  std::vector<std::string> widths;  ///< settings that scaledSettings scales
};

const std::vector<ArchitectureInfo>& architectures();

/// Throws Error listing the known names.
const ArchitectureInfo& findArchitecture(const std::string& name);

/// Defaults of the architecture with `overrides` merged in. Throws Error on an unknown key or a
/// value of another type or none of the choices.
nlohmann::json architectureSettings(const std::string& name, const nlohmann::json& overrides);

/// The settings with all widths times `factor` (0.05 to 20), rounded to what the architecture
/// accepts: multiples of 4, or for networks with heads of twice their number. 1 changes nothing.
/// Settings that are not given are the defaults. Throws Error like architectureSettings.
nlohmann::json scaledSettings(const std::string& architecture, const nlohmann::json& settings,
                              double factor);

/// Trainable parameters of a network of this architecture.
long parameterCount(const std::string& architecture, const nlohmann::json& settings, int nMels,
                    int nClasses);

}  // namespace earwitness
