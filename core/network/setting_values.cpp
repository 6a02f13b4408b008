// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/setting_values.h"

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

using nlohmann::json;

constexpr size_t kMostValues = 32;

std::string rangeText(int lowest, int highest) {
  return "from " + std::to_string(lowest) + " to " + std::to_string(highest);
}

[[noreturn]] void refuse(const std::string& key, const std::string& wanted) {
  throw Error("The setting '%1' must be %2.", key, wanted);
}

bool isWhole(const json& value, int lowest, int highest) {
  if (!value.is_number()) return false;
  const double number = value.get<double>();
  return number >= lowest && number <= highest && number == double(int(number));
}

bool isPair(const json& value, int lowest, int highest) {
  return value.is_array() && value.size() == 2 && isWhole(value[0], lowest, highest) &&
         isWhole(value[1], lowest, highest);
}

std::pair<int, int> toPair(const json& value) {
  return {value[0].get<int>(), value[1].get<int>()};
}

bool isList(const json& value) {
  return value.is_array() && !value.empty() && value.size() <= kMostValues;
}

}  // namespace

int wholeSetting(const json& settings, const std::string& key, int lowest, int highest) {
  const json& value = settings.at(key);
  if (!isWhole(value, lowest, highest)) refuse(key, "a whole number " + rangeText(lowest, highest));
  return value.get<int>();
}

double numberSetting(const json& settings, const std::string& key, double lowest, double highest) {
  const json& value = settings.at(key);
  if (!value.is_number() || !(value.get<double>() >= lowest && value.get<double>() <= highest))
    refuse(key, "a number from " + json(lowest).dump() + " to " + json(highest).dump());
  return value.get<double>();
}

std::vector<int> wholeSettings(const json& settings, const std::string& key, int lowest,
                               int highest) {
  const json& values = settings.at(key);
  const auto fail = [&] { refuse(key, "a list of whole numbers " + rangeText(lowest, highest)); };
  if (!isList(values)) fail();
  std::vector<int> result;
  for (const json& value : values) {
    if (!isWhole(value, lowest, highest)) fail();
    result.push_back(value.get<int>());
  }
  return result;
}

std::pair<int, int> pairSetting(const json& settings, const std::string& key, int lowest,
                                int highest) {
  const json& value = settings.at(key);
  if (!isPair(value, lowest, highest))
    refuse(key, "a pair [bands, time] of whole numbers " + rangeText(lowest, highest));
  return toPair(value);
}

std::vector<std::pair<int, int>> pairSettings(const json& settings, const std::string& key,
                                              int lowest, int highest) {
  const json& values = settings.at(key);
  const auto fail = [&] {
    refuse(key, "a list of pairs [bands, time] of whole numbers " + rangeText(lowest, highest));
  };
  if (!isList(values)) fail();
  std::vector<std::pair<int, int>> result;
  for (const json& value : values) {
    if (!isPair(value, lowest, highest)) fail();
    result.push_back(toPair(value));
  }
  return result;
}

double dropoutSetting(const json& settings) {
  return numberSetting(settings, "dropout", 0.0, 0.9);
}

}  // namespace earwitness
