#include "core/network/architectures.h"

#include "core/base/error.h"
#include "core/network/architectures/architecture.h"

namespace earwitness {
namespace {

const std::vector<Architecture>& table() {
  static const std::vector<Architecture> all = {resnetTransformer(), invertedResidual()};
  return all;
}

const Architecture& find(const std::string& name) {
  std::string known;
  for (const Architecture& architecture : table()) {
    if (architecture.info.name == name) return architecture;
    known += (known.empty() ? "" : ", ") + architecture.info.name;
  }
  throw Error("There is no architecture '" + name + "'; there are: " + known + ".");
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
  nlohmann::json settings = find(name).info.settings;
  if (!overrides.is_null() && !overrides.is_object())
    throw Error("The settings of an architecture are a JSON object, such as {\"dropout\": 0.1}.");
  for (const auto& [key, value] : overrides.items()) {
    if (!settings.contains(key))
      throw Error("The architecture " + name + " has no setting '" + key + "'.");
    const auto& standard = settings[key];
    if (standard.type() != value.type() && !(standard.is_number() && value.is_number()))
      throw Error("The setting '" + key + "' of " + name + " must be like " + standard.dump() +
                  ".");
    settings[key] = value;
  }
  return settings;
}

torch::jit::Module buildNetwork(const std::string& architecture, const nlohmann::json& settings,
                                int nMels, int nClasses) {
  if (nMels < 1 || nClasses < 1)
    throw Error("A network needs at least one mel band and one class.");
  const Architecture& found = find(architecture);
  try {
    return found.build(architectureSettings(architecture, settings), nMels, nClasses);
  } catch (const nlohmann::json::exception&) {
    throw Error("A setting of the architecture " + architecture +
                " has a value of the wrong kind: " + settings.dump() + ".");
  }
}

long parameterCount(const std::string& architecture, const nlohmann::json& settings, int nMels,
                    int nClasses) {
  return parameterCount(buildNetwork(architecture, settings, nMels, nClasses));
}

}  // namespace earwitness
