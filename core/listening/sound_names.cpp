// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/sound_names.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <unordered_set>
#include <utility>

#include "core/base/case_fold.h"
#include "core/base/delimited_table.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "sound_table.h"

namespace earwitness {
namespace {

constexpr std::array<std::pair<std::string_view, SoundGroup>, 10> kGroups{{
    {"people", SoundGroup::People},
    {"animals", SoundGroup::Animals},
    {"music", SoundGroup::Music},
    {"vehicles", SoundGroup::Vehicles},
    {"household", SoundGroup::Household},
    {"nature", SoundGroup::Nature},
    {"machines", SoundGroup::Machines},
    {"alarms", SoundGroup::Alarms},
    {"impacts", SoundGroup::Impacts},
    {"other", SoundGroup::Other},
}};

SoundGroup groupNamed(std::string_view name, const std::string& source) {
  for (const auto& [known, group] : kGroups)
    if (known == name) return group;
  throw Error("Unknown group '%1' in the table of sounds %2.", name, source);
}

std::string nameKey(std::string_view label) {
  std::string key = foldedCase(label);
  std::replace(key.begin(), key.end(), '_', ' ');
  return key;
}

std::vector<std::string> words(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> found;
  for (std::string word; stream >> word;) found.push_back(word);
  return found;
}

}  // namespace

SoundTable SoundTable::parse(std::string_view csv, const std::string& source) {
  const DelimitedTable rows = parseDelimitedTable(csv, source);
  const size_t id = rows.column("id");
  const size_t name = rows.column("name");
  const size_t russian = rows.column("russian");
  const size_t parents = rows.column("parents");
  const size_t group = rows.column("group");
  const size_t alarm = rows.column("alarm");
  SoundTable table;
  for (const std::vector<std::string>& row : rows.rows) {
    const size_t index = table.sounds_.size();
    table.sounds_.push_back({.id = row[id],
                             .name = row[name],
                             .russian = row[russian],
                             .parents = words(row[parents]),
                             .group = groupNamed(row[group], source),
                             .alarm = row[alarm] == "yes"});
    if (!row[id].empty() && !table.byId_.emplace(row[id], index).second)
      throw Error("The id '%1' occurs twice in the table of sounds %2.", row[id], source);
    table.byName_.emplace(nameKey(row[name]), index);
  }
  table.checkHierarchy(source);
  return table;
}

void SoundTable::checkHierarchy(const std::string& source) const {
  for (const SoundName& sound : sounds_) {
    for (const std::string& parent : sound.parents)
      if (withId(parent) == nullptr)
        throw Error("Unknown parent '%1' of '%2' in the table of sounds %3.", parent, sound.name,
                    source);
    const std::vector<std::string> above = ancestors(sound.id);
    if (std::find(above.begin(), above.end(), sound.id) != above.end())
      throw Error("The class '%1' is its own ancestor in the table of sounds %2.", sound.name,
                  source);
  }
}

const SoundTable& SoundTable::builtIn() {
  static const SoundTable table = parse(kSoundTable, "sounds.csv");
  return table;
}

const SoundName* SoundTable::withId(std::string_view id) const {
  const auto found = byId_.find(std::string(id));
  return found == byId_.end() ? nullptr : &sounds_[found->second];
}

const SoundName* SoundTable::named(std::string_view label) const {
  const auto found = byName_.find(nameKey(label));
  return found == byName_.end() ? nullptr : &sounds_[found->second];
}

std::vector<std::string> SoundTable::ancestors(std::string_view id) const {
  std::vector<std::string> found;
  std::unordered_set<std::string> seen;
  const auto addParents = [&](const SoundName* sound) {
    if (sound == nullptr) return;
    for (const std::string& parent : sound->parents)
      if (seen.insert(parent).second) found.push_back(parent);
  };
  addParents(withId(id));
  for (size_t i = 0; i < found.size(); ++i) addParents(withId(std::string(found[i])));
  return found;
}

std::vector<std::string> labelIds(const ModelDescription& model) {
  const auto ids = model.card.find("label_ids");
  if (ids == model.card.end() || !ids->is_array() || ids->size() != model.labels.size()) return {};
  std::vector<std::string> found;
  for (const nlohmann::json& id : *ids) {
    if (!id.is_string()) return {};
    found.push_back(id.get<std::string>());
  }
  return found;
}

std::vector<const SoundName*> soundsOf(const ModelDescription& model, const SoundTable& table) {
  const std::vector<std::string> ids = labelIds(model);
  std::vector<const SoundName*> sounds;
  for (size_t i = 0; i < model.labels.size(); ++i) {
    const SoundName* sound = ids.empty() ? nullptr : table.withId(ids[i]);
    sounds.push_back(sound != nullptr ? sound : table.named(model.labels[i]));
  }
  return sounds;
}

LabelHierarchy hierarchyOf(const ModelDescription& model, const SoundTable& table) {
  const std::vector<std::string> ids = labelIds(model);
  if (ids.empty() || model.output == ModelOutput::SingleLabelLogits) return {};
  std::unordered_map<std::string, int> labelOf;
  for (size_t i = 0; i < ids.size(); ++i)
    if (table.withId(ids[i]) != nullptr) labelOf.emplace(ids[i], int(i));
  LabelHierarchy hierarchy;
  bool related = false;
  for (size_t i = 0; i < ids.size(); ++i) {
    std::vector<int>& above = hierarchy.ancestors.emplace_back();
    for (const std::string& ancestor : table.ancestors(ids[i]))
      if (const auto label = labelOf.find(ancestor); label != labelOf.end())
        above.push_back(label->second);
    related = related || !above.empty();
  }
  return related ? hierarchy : LabelHierarchy{};
}

std::vector<bool> defaultAlerts(const ModelDescription& model, const SoundTable& table) {
  std::vector<bool> alerts(model.labels.size(), false);
  if (model.labels.size() < kManyLabels) return alerts;
  const std::vector<const SoundName*> sounds = soundsOf(model, table);
  for (size_t i = 0; i < sounds.size(); ++i) alerts[i] = sounds[i] != nullptr && sounds[i]->alarm;
  return alerts;
}

}  // namespace earwitness
