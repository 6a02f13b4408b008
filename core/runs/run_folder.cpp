// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_folder.h"

#include <map>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

bool mayDiffer(const std::string& setting) {
  static const std::set<std::string> names{"data",     "init",         "threads",
                                           "teachers", "teacher_data", "device"};
  return names.contains(setting);
}

}  // namespace

void requireNothingToOverwrite(const RunFolder& folder) {
  if (fs::exists(folder.lock())) return;  // a run has begun here
  for (const fs::path& file :
       {folder.data(), folder.journal(), folder.log(), folder.checkpoint(), folder.bestModel(),
        folder.lastModel(), folder.metrics(), folder.confusion(), folder.perClass(),
        folder.predictions(), folder.misclassified(), folder.result(), folder.searchPlan(),
        folder.path / "search.csv"})
    if (fs::exists(fs::symlink_status(file)))
      throw Error(
          "The folder '%1' already contains '%2', which a training would overwrite. Choose another "
          "folder.",
          folder.path, file.filename());
}

RunFolder prepareRunFolder(const fs::path& path, bool resume) {
  RunFolder folder{path};
  std::error_code failure;
  fs::create_directories(path, failure);
  if (failure) throw Error("The run folder '%1' cannot be created: %2.", path, failure.message());
  if (!resume && RunFolder::isThere(folder.checkpoint()))
    throw Error(
        "The folder '%1' already contains a run. Choose another folder, or resume the run with "
        "--resume.",
        path);
  if (!resume) requireNothingToOverwrite(folder);
  if (resume && !RunFolder::isThere(folder.settings()))
    throw Error("The folder '%1' does not contain a run to resume.", path);
  return folder;
}

void requireSettingsOfRun(const RunFolder& folder, const nlohmann::json& settings) {
  // What runs of earlier versions lack, and did without.
  static const std::map<std::string, nlohmann::json> kAdded{
      {"labels_per_clip", "single"}, {"freeze", "none"},           {"backbone_rate", 1.0},
      {"keep_norms", false},         {"teacher_temperature", 2.0}, {"teacher_share", 0.7},
      {"teacher_versions", 12}};
  const auto before = nlohmann::json::parse(readFile(folder.settings()), nullptr, false);
  if (!before.is_object())
    throw Error("The settings of the run in '%1' cannot be read. Start a new run.", folder.path);
  for (const auto& [key, value] : settings.items()) {
    const auto added = kAdded.find(key);
    const nlohmann::json old =
        before.value(key, added == kAdded.end() ? nlohmann::json() : added->second);
    if (!mayDiffer(key) && old != value)
      throw Error(
          "The run in '%1' was started with another %2 (%3, now %4). Resume with the same "
          "settings, or start a new run.",
          folder.path, key, old.dump(), value.dump());
  }
}

void writeJsonFile(const fs::path& path, const nlohmann::json& json) {
  writeFileAtomically(path,
                      json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

}  // namespace earwitness
