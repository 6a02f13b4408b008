// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/corrections.h"

#include "core/base/content_hash.h"
#include "core/base/user_folders.h"
#include "core/data/corrections.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

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
  for (Correction& correction : readCorrections(file))
    corrections.clips_[addressOf(correction.path, correction.segment)] = {
        std::move(correction.label)};
  return corrections;
}

void Corrections::write(const fs::path& file) const {
  std::vector<Correction> list;
  for (const auto& [address, verdict] : clips_) {
    const ClipPlace place = earwitness::placeOf(address);
    list.push_back({.path = place.path, .label = verdict.label, .segment = place.segment});
  }
  writeCorrections(list, file);
}

const ClipVerdict* Corrections::find(const std::string& clip) const {
  const auto found = clips_.find(clip);
  return found == clips_.end() ? nullptr : &found->second;
}

void Corrections::set(const std::string& clip, const std::optional<ClipVerdict>& correction) {
  if (correction)
    clips_[clip] = *correction;
  else
    clips_.erase(clip);
}

}  // namespace earwitness::gui
