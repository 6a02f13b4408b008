#include "app/gui/training/run_restart.h"

#include <algorithm>
#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/runs/journal_reader.h"
#include "core/runs/run_folder.h"

namespace earwitness::gui {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// Clips by path, with what they are taken for; null: left out.
using Corrections = std::map<std::string, json>;

Corrections correctionsIn(const fs::path& file) {
  Corrections corrections;
  const json before = json::parse(readFile(file), nullptr, false);
  if (!before.is_object() || !before.contains("clips") || !before["clips"].is_array())
    throw Error("The list of corrections " + inQuotes(file.string()) + " is damaged.");
  for (const json& clip : before["clips"])
    corrections[clip.value("path", "")] = clip.value("label", json());
  return corrections;
}

fs::path dataFolderOf(const json& settings) {
  const fs::path root = settings.at("data").value("root", "");
  std::error_code unreadable;
  return fs::is_regular_file(root, unreadable) ? root.parent_path() : root;
}

}  // namespace

json withSmallerBatch(json settings) {
  settings["batch_size"] = std::max(1, settings.value("batch_size", 32) / 2);
  return settings;
}

json withoutBrokenFiles(json settings, const fs::path& oldFolder, const fs::path& newFolder) {
  Corrections corrections;
  const std::string before = settings.at("data").value("corrections", "");
  if (!before.empty()) corrections = correctionsIn(before);
  for (const json& event : JournalReader(RunFolder{oldFolder}.journal()).readNew()) {
    if (event.value("event", json()) != "cached" || !event.contains("left_out")) continue;
    for (const json& clip : event["left_out"])
      corrections[(dataFolderOf(settings) / clip.value("file", "")).string()] = nullptr;
  }
  json list = {{"version", 1}, {"clips", json::array()}};
  for (const auto& [path, label] : corrections)
    list["clips"].push_back({{"path", path}, {"label", label}});
  const fs::path file = newFolder / "corrections.json";
  writeJsonFile(file, list);
  settings["data"]["corrections"] = file.string();
  return settings;
}

json settingsOfRun(const fs::path& folder) {
  const fs::path file = RunFolder{folder}.settings();
  json settings = json::parse(readFile(file), nullptr, false);
  if (!settings.is_object())
    throw Error("The settings " + inQuotes(file.string()) + " are damaged; start a new training.");
  return settings;
}

}  // namespace earwitness::gui
