// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/architectures.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/network/architectures/architecture.h"
#include "core/network/setting_values.h"

namespace earwitness {
namespace {

const std::vector<Architecture>& table() {
  static const std::vector<Architecture> all = {
      resnetTransformer(), cnn1d(),      cnn2d(), crnn(), patchTransformer(),
      invertedResidual(),  mobileNetV3()};
  return all;
}

const Architecture& find(const std::string& name) {
  std::string known;
  for (const Architecture& architecture : table()) {
    if (architecture.info.name == name) return architecture;
    known += (known.empty() ? "" : ", ") + architecture.info.name;
  }
  throw Error("Unknown architecture '%1'. Use one of: %2.", name, known);
}

void requireChoice(const std::string& architecture, const std::string& key,
                   const std::string& value, const std::vector<std::string>& choices) {
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return;
  std::string list;
  for (const std::string& choice : choices) list += (list.empty() ? "" : ", ") + choice;
  throw Error("The setting '%1' of %2 cannot be '%3'. Use one of: %4.", key, architecture, value,
              list);
}

}  // namespace

const std::vector<ArchitectureInfo>& architectures() {
  static const std::vector<ArchitectureInfo> infos = [] {
    std::vector<ArchitectureInfo> result;
    for (const Architecture& architecture : table()) result.push_back(architecture.info);
    return result;
  }();
  return infos;
}

const ArchitectureInfo& findArchitecture(const std::string& name) {
  return find(name).info;
}

nlohmann::json architectureSettings(const std::string& name, const nlohmann::json& overrides) {
  const ArchitectureInfo& info = find(name).info;
  nlohmann::json settings = info.settings;
  if (!overrides.is_null() && !overrides.is_object())
    throw Error("The settings of an architecture are a JSON object, such as {\"dropout\": 0.1}.");
  for (const auto& [key, value] : overrides.items()) {
    if (!settings.contains(key)) throw Error("The architecture %1 has no setting '%2'.", name, key);
    const auto& standard = settings[key];
    if (standard.type() != value.type() && !(standard.is_number() && value.is_number()))
      throw Error("The setting '%1' of %2 must be like %3.", key, name, standard.dump());
    if (const auto choices = info.choices.find(key); choices != info.choices.end())
      requireChoice(name, key, value, choices->second);
    settings[key] = value;
  }
  return settings;
}

nlohmann::json scaledSettings(const std::string& architecture, const nlohmann::json& settings,
                              double factor) {
  nlohmann::json scaled = architectureSettings(architecture, settings);
  if (!(factor >= 0.05 && factor <= 20.0))
    throw Error("A network's width can be multiplied by 0.05 to 20.");
  if (factor == 1.0) return scaled;
  const int multiple = scaled.contains("heads") ? 2 * wholeSetting(scaled, "heads", 1, 64) : 4;
  const auto scale = [&](nlohmann::json& width) {
    const double steps = std::round(width.get<double>() * factor / multiple);
    width = std::clamp(int(steps), 1, kMostChannels / multiple) * multiple;
  };
  for (const std::string& key : find(architecture).info.widths) {
    nlohmann::json& value = scaled[key];
    if (value.is_number_float()) {
      value = value.get<double>() * factor;
    } else if (value.is_array()) {
      wholeSettings(scaled, key, 1, kMostChannels);  // throws on anything else
      std::for_each(value.begin(), value.end(), scale);
    } else {
      wholeSetting(scaled, key, 1, kMostChannels);
      scale(value);
    }
  }
  return scaled;
}

torch::jit::Module buildNetwork(const std::string& architecture, const nlohmann::json& settings,
                                int nMels, int nClasses) {
  if (nMels < 1 || nClasses < 1)
    throw Error("A network needs at least one mel band and one class.");
  const Architecture& found = find(architecture);
  try {
    return found.build(architectureSettings(architecture, settings), nMels, nClasses);
  } catch (const nlohmann::json::exception&) {
    throw Error("A setting of the architecture %1 has a value of the wrong kind: %2.", architecture,
                settings.dump());
  }
}

long parameterCount(const std::string& architecture, const nlohmann::json& settings, int nMels,
                    int nClasses) {
  return parameterCount(buildNetwork(architecture, settings, nMels, nClasses));
}

}  // namespace earwitness
