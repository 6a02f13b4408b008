// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/monitoring_settings.h"

#include <system_error>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/user_folders.h"
#include "core/base/web_library.h"
#include "core/listening/event_threshold.h"
#include "core/listening/file_analysis.h"
#include "core/listening/sound_names.h"

namespace earwitness {

namespace fs = std::filesystem;

bool isWebAddress(const std::string& url) {
  const std::string lower = lowerAscii(url);
  if (!lower.starts_with("http://") && !lower.starts_with("https://")) return false;
  try {
    return !partOfUrl(url, CURLUPART_HOST).empty();
  } catch (const Error&) {
    return true;  // without the library the call itself says what is missing
  }
}

ClassSettings MonitoringSettings::classNamed(const std::string& label) const {
  const auto found = classes.find(label);
  return found == classes.end() ? ClassSettings{} : found->second;
}

fs::path monitoringSettingsFile() {
  return configFolder() / "desk.json";
}

MonitoringSettings readMonitoringSettings(const fs::path& file) {
  std::error_code unknown;  // readFile() says what is wrong then
  if (fs::status(file, unknown).type() == fs::file_type::not_found) return {};
  const auto json = nlohmann::json::parse(readFile(file), nullptr, /*allow_exceptions=*/false);
  const std::string source = file.string();
  if (json.is_discarded())
    throw Error(
        "The settings in '%1' are damaged: the file is not valid JSON. Correct it, or delete it to "
        "start with the defaults.",
        source);
  return monitoringSettingsFromJson(json, source);
}

void writeMonitoringSettings(const fs::path& file, const MonitoringSettings& settings) {
  std::string text;
  try {
    text = toJson(settings).dump(2) + "\n";
  } catch (const nlohmann::json::exception&) {
    throw Error(
        "The settings cannot be written to '%1': the name of a folder or command in them is not "
        "valid UTF-8. Choose another one.",
        file);
  }
  std::error_code failure;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), failure);
  if (failure)
    throw Error("The folder '%1' for the settings cannot be created: %2.", file.parent_path(),
                failure.message());
  writeFileAtomically(file, text);
}

EventSettings eventSettingsOf(const ModelDescription& model, const MonitoringSettings& settings) {
  EventSettings events = eventSettingsOf(model);
  events.smoothingSeconds = settings.smoothingSeconds;
  for (size_t i = 0; i < events.rules.size(); ++i) {
    const ClassSettings set = settings.classNamed(model.labels[i]);
    ClassRule& rule = events.rules[i];
    if (set.threshold) rule = ruleOf(*set.threshold);
    rule.isIgnored = set.hidden;
    rule.minimumSeconds = set.minimumSeconds.value_or(rule.minimumSeconds);
    rule.coolDownSeconds = set.coolDownSeconds.value_or(rule.coolDownSeconds);
  }
  return events;
}

std::vector<bool> alertingClasses(const ModelDescription& model,
                                  const MonitoringSettings& settings) {
  std::vector<std::optional<bool>> chosen;
  for (const std::string& label : model.labels) chosen.push_back(settings.classNamed(label).alert);
  std::vector<bool> alerting = defaultAlerts(model);
  const LabelHierarchy hierarchy = hierarchyOf(model);
  for (size_t label = 0; label < chosen.size(); ++label) {
    if (!hierarchy.empty())
      for (const int ancestor : hierarchy.ancestors[label])
        if (chosen[size_t(ancestor)].value_or(false)) alerting[label] = true;
    if (chosen[label]) alerting[label] = *chosen[label];
  }
  return alerting;
}

}  // namespace earwitness
