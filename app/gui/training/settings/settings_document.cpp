// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/settings_document.h"

#include <algorithm>

#include "app/gui/training/settings/train_options.h"
#include "core/runs/recipes.h"

namespace earwitness::gui {

namespace {

using Pointer = nlohmann::json::json_pointer;

nlohmann::json valueIn(const nlohmann::json& settings, const std::string& pointer) {
  const Pointer place(pointer);
  return settings.contains(place) ? settings.at(place) : nlohmann::json();
}

void put(nlohmann::json& settings, const std::string& pointer, const nlohmann::json& value) {
  const Pointer place(pointer);
  if (!value.is_null())
    settings[place] = value;
  else if (settings.contains(place))
    settings[place.parent_pointer()].erase(place.back());
}

/// What the user decided about the data and the machine, which no preset knows better.
constexpr const char* kOwnChoices[] = {"/split",   "/background", "/seed",
                                       "/threads", "/device",     kSearchTrials};

}  // namespace

SettingsDocument::SettingsDocument(QObject* parent) : QObject(parent) {}

nlohmann::json SettingsDocument::value(const std::string& pointer) const {
  return valueIn(settings_, pointer);
}

nlohmann::json SettingsDocument::standard(const std::string& pointer) const {
  return valueIn(standards_, pointer);
}

bool SettingsDocument::isChanged(const std::string& pointer) const {
  return value(pointer) != standard(pointer);
}

int SettingsDocument::changes(const std::vector<std::string>& pointers) const {
  return int(std::count_if(pointers.begin(), pointers.end(),
                           [this](const std::string& pointer) { return isChanged(pointer); }));
}

void SettingsDocument::setBase(const nlohmann::json& base, bool withData) {
  const nlohmann::json before = settings_, standardsBefore = standards_;
  preset_ = base;
  put(preset_, kSearchTrials, 0);
  const bool keepsOwn = !withData && before.contains("data");
  if (keepsOwn) preset_["data"] = standardsBefore["data"];
  standards_ = settings_ = preset_;
  if (keepsOwn) {
    settings_["data"] = before["data"];
    for (const char* choice : kOwnChoices)
      if (valueIn(before, choice) != valueIn(standardsBefore, choice))
        put(settings_, choice, valueIn(before, choice));
  }
  fillSizes();
  emit changed();
}

void SettingsDocument::setData(const nlohmann::json& data) {
  for (nlohmann::json* settings : {&preset_, &standards_, &settings_}) {
    nlohmann::json merged = data;
    const nlohmann::json& old = (*settings)["data"];
    // The list of corrected clips belongs to the folder, whoever names it.
    if (old.value("root", "") == data.value("root", "") && old.value("corrections", "") != "" &&
        data.value("corrections", "").empty())
      merged["corrections"] = old["corrections"];
    (*settings)["data"] = merged;
  }
  emit changed();
}

void SettingsDocument::setArchitectures(const nlohmann::json& architectures) {
  architectures_ = architectures;
  fillSizes();
  emit changed();
}

const nlohmann::json* SettingsDocument::architecture() const {
  return findArchitecture(settings_.value("architecture", ""));
}

const nlohmann::json* SettingsDocument::findArchitecture(const std::string& name) const {
  const auto found =
      std::find_if(architectures_.begin(), architectures_.end(),
                   [&name](const nlohmann::json& one) { return one.at("name") == name; });
  return found == architectures_.end() ? nullptr : &*found;
}

/// Sizes that are not named are the architecture's own.
void SettingsDocument::fillSizes() {
  for (nlohmann::json* settings : {&preset_, &standards_, &settings_}) {
    if (!settings->is_object()) continue;
    const nlohmann::json* info = findArchitecture(settings->value("architecture", ""));
    if (info == nullptr) continue;
    nlohmann::json sizes = info->at("settings");
    if ((*settings)["architecture_settings"].is_object())
      sizes.update((*settings)["architecture_settings"]);
    (*settings)["architecture_settings"] = sizes;
  }
}

void SettingsDocument::set(const std::string& pointer, const nlohmann::json& value) {
  if (this->value(pointer) == value) return;
  if (pointer == "/architecture") {
    chooseArchitecture(value);
  } else if (pointer == "/recipe") {
    chooseRecipe(value);
  } else {
    const bool isLeftOut = value == "" && standard(pointer).is_null();
    put(settings_, pointer, isLeftOut ? nlohmann::json() : value);
    // The command line's --seed decides both.
    if (pointer == "/seed") put(settings_, "/split/seed", value);
  }
  emit changed();
}

void SettingsDocument::chooseArchitecture(const std::string& name) {
  if (preset_.value("architecture", "") == name) {
    for (const char* key : {"architecture_settings", "features"})
      standards_[key] = settings_[key] = preset_[key];
  } else if (const nlohmann::json* info = findArchitecture(name)) {
    standards_["architecture_settings"] = settings_["architecture_settings"] = info->at("settings");
    standards_["features"] = settings_["features"] = info->at("features");
  } else {
    return;
  }
  settings_["architecture"] = name;
}

void SettingsDocument::chooseRecipe(const std::string& name) {
  nlohmann::json values = recipeValues(name);
  if (preset_.value("recipe", "") == name)
    for (const auto& [key, value] : values.items()) values[key] = preset_[key];
  standards_.update(values);
  settings_.update(values);
  settings_["recipe"] = name;
}

void SettingsDocument::startFrom(const ModelStart& start) {
  settings_["init"] = start.model.string();
  settings_["architecture"] = start.architecture;
  standards_["architecture_settings"] = settings_["architecture_settings"] =
      start.architectureSettings;
  standards_["features"] = settings_["features"] = toJson(start.features);
  fillSizes();
  emit changed();
}

void SettingsDocument::reset(const std::string& pointer) {
  if (pointer == "/seed") put(settings_, "/split/seed", standard("/split/seed"));
  set(pointer, standard(pointer));
}

void SettingsDocument::resetAll() {
  standards_ = settings_ = preset_;
  emit changed();
}

}  // namespace earwitness::gui
