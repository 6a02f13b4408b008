// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/settings_difference.h"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "core/augmentation/augmentation_settings.h"
#include "core/base/error.h"

namespace earwitness {
namespace {

std::string valueText(const nlohmann::json& value) {
  return value.is_string() ? value.get<std::string>()
                           : value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void flatten(const nlohmann::json& settings, const std::string& prefix, FlatSettings& flat) {
  for (const auto& [key, value] : settings.items()) {
    if (value.is_object())
      flatten(value, prefix + key + ".", flat);
    else
      flat[prefix + key] = valueText(value);
  }
}

}  // namespace

FlatSettings flatSettings(const nlohmann::json& settings) {
  FlatSettings flat;
  if (!settings.is_object()) return flat;
  nlohmann::json readable = settings;
  if (readable.contains("augmentation")) {
    try {
      readable["augmentation"] = textOf(augmentationFromJson(readable["augmentation"]));
    } catch (const std::exception&) {
      // of another version: shown as it is
    }
  }
  flatten(readable, "", flat);
  return flat;
}

std::vector<SettingDifference> settingsThatDiffer(const std::vector<FlatSettings>& settings) {
  std::set<std::string> names;
  for (const FlatSettings& flat : settings)
    for (const auto& [name, value] : flat) names.insert(name);
  std::vector<SettingDifference> differences;
  for (const std::string& name : names) {
    SettingDifference difference{.name = name, .values = {}};
    for (const FlatSettings& flat : settings) {
      const auto found = flat.find(name);
      difference.values.push_back(found == flat.end() ? std::nullopt
                                                      : std::optional(found->second));
    }
    const auto& values = difference.values;
    if (std::any_of(values.begin(), values.end(),
                    [&](const auto& value) { return value != values.front(); }))
      differences.push_back(std::move(difference));
  }
  return differences;
}

}  // namespace earwitness
