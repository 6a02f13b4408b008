#include "app/gui/training/corrections.h"

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/content_hash.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/user_folders.h"
#include "core/runs/run_folder.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

constexpr int kVersion = 1;

/// One spelling of a data set's place.
fs::path placeOf(const fs::path& dataRoot) {
  std::error_code none;
  fs::path place = fs::weakly_canonical(fs::absolute(dataRoot, none), none);
  if (place.empty()) place = dataRoot.lexically_normal();
  return place.has_filename() ? place : place.parent_path();
}

}  // namespace

fs::path Corrections::fileOf(const fs::path& dataRoot) {
  return stateFolder() / "corrections" / (hashOfText(placeOf(dataRoot).string()) + ".json");
}

Corrections Corrections::read(const fs::path& file) {
  Corrections corrections;
  std::error_code none;
  if (!fs::exists(file, none)) return corrections;
  try {
    const auto json = nlohmann::json::parse(readFile(file));
    if (json.at("version").get<int>() != kVersion)
      throw Error("The corrections in " + inQuotes(file.string()) + " are of a newer version.");
    for (const auto& clip : json.at("clips")) {
      const auto& label = clip.at("label");
      corrections.clips_[clip.at("path")] = {
          label.is_null() ? std::nullopt : std::optional(label.get<std::string>())};
    }
  } catch (const nlohmann::json::exception&) {
    throw Error("The file of corrections " + inQuotes(file.string()) +
                " is damaged; mend it, or remove it to begin anew.");
  }
  return corrections;
}

void Corrections::write(const fs::path& file) const {
  nlohmann::json clips = nlohmann::json::array();
  for (const auto& [path, correction] : clips_)
    clips.push_back({{"path", path},
                     {"label", correction.label ? nlohmann::json(*correction.label)
                                                : nlohmann::json(nullptr)}});
  std::error_code failure;
  fs::create_directories(file.parent_path(), failure);
  if (failure)
    throw Error("The folder " + inQuotes(file.parent_path().string()) +
                " for corrections cannot be made: " + failure.message() + ".");
  writeJsonFile(file, {{"version", kVersion}, {"clips", clips}});
}

const Correction* Corrections::find(const std::string& clip) const {
  const auto found = clips_.find(clip);
  return found == clips_.end() ? nullptr : &found->second;
}

void Corrections::set(const std::string& clip, const std::optional<Correction>& correction) {
  if (correction)
    clips_[clip] = *correction;
  else
    clips_.erase(clip);
}

}  // namespace earwitness::gui
