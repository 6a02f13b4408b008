// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace earwitness {

// Reading the settings of an architecture. All throw Error with a sentence that names the setting
// where it is no such value.

constexpr int kMostChannels = 4096;  ///< in any layer

/// A whole number from `lowest` to `highest`.
int wholeSetting(const nlohmann::json& settings, const std::string& key, int lowest, int highest);
double numberSetting(const nlohmann::json& settings, const std::string& key, double lowest,
                     double highest);
/// A list of 1 to 32 whole numbers.
std::vector<int> wholeSettings(const nlohmann::json& settings, const std::string& key, int lowest,
                               int highest);
/// [bands, time]
std::pair<int, int> pairSetting(const nlohmann::json& settings, const std::string& key, int lowest,
                                int highest);
/// A list of 1 to 32 pairs [bands, time].
std::vector<std::pair<int, int>> pairSettings(const nlohmann::json& settings,
                                              const std::string& key, int lowest, int highest);

/// From 0 to 0.9.
double dropoutSetting(const nlohmann::json& settings);

}  // namespace earwitness
