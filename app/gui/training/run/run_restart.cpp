// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/run/run_restart.h"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include "app/gui/training/corrections.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/corrections.h"
#include "core/runs/journal_reader.h"
#include "core/runs/run_folder.h"

namespace earwitness::gui {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

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
  if (!before.empty())
    for (const Correction& correction : readCorrections(before))
      corrections.set(correction.path.string(), ClipVerdict{correction.label});
  for (const json& event : JournalReader(RunFolder{oldFolder}.journal()).readNew()) {
    if (event.value("event", json()) != "cached" || !event.contains("left_out")) continue;
    for (const json& clip : event["left_out"])
      corrections.set((dataFolderOf(settings) / clip.value("file", "")).string(),
                      ClipVerdict{std::nullopt});
  }
  const fs::path file = newFolder / "corrections.json";
  corrections.write(file);
  settings["data"]["corrections"] = file.string();
  return settings;
}

json settingsOfRun(const fs::path& folder) {
  const fs::path file = RunFolder{folder}.settings();
  json settings = json::parse(readFile(file), nullptr, false);
  if (!settings.is_object())
    throw Error("The settings '%1' are damaged. Start a new training.", file);
  return settings;
}

}  // namespace earwitness::gui
