// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace earwitness {

/// Settings by name, those of settings within settings as "features.n_mels".
using FlatSettings = std::map<std::string, std::string>;

/// A run's settings.json as text for people; augmentation is one setting, as `--augment` takes it.
FlatSettings flatSettings(const nlohmann::json& settings);

/// A setting that is not the same everywhere.
struct SettingDifference {
  std::string name;
  std::vector<std::optional<std::string>> values;  ///< one of each; nothing where it is not set
};

/// By name. Of a single one nothing differs.
std::vector<SettingDifference> settingsThatDiffer(const std::vector<FlatSettings>& settings);

}  // namespace earwitness
