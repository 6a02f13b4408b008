// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/audio_folder.h"

#include <algorithm>
#include <array>

#include <sys/stat.h>

#include "core/audio/audio_file.h"
#include "core/base/case_fold.h"

namespace earwitness {

namespace fs = std::filesystem;

namespace {

bool isPassedOver(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') || name == "__MACOSX";
}

FoundSound found(const fs::path& path) {
  std::error_code error;
  const uintmax_t bytes = fs::file_size(path, error);
  return {path, error ? 0 : int64_t(bytes)};
}

class Search {
 public:
  Search(FoundSounds& sounds, SoundSearch& search) : sounds_(sounds), search_(search) {}

  void run(const fs::path& folder) {
    std::vector<fs::path> folders{folder};
    while (!folders.empty() && !isCancelled()) {
      const fs::path next = std::move(folders.back());
      folders.pop_back();
      searchFolder(next, folders);
    }
    const auto byPath = [](const FoundSound& a, const FoundSound& b) { return a.path < b.path; };
    std::ranges::sort(sounds_.files, byPath);
    std::ranges::sort(sounds_.other, byPath);
  }

 private:
  bool isCancelled() const { return search_.isCancelled && search_.isCancelled(); }

  void searchFolder(const fs::path& folder, std::vector<fs::path>& folders) {
    std::error_code failure;
    fs::directory_iterator entry(folder, failure);
    for (; !failure && entry != fs::directory_iterator(); entry.increment(failure)) {
      if (isCancelled()) return;
      const fs::path& path = entry->path();
      std::error_code ignored;
      if (isPassedOver(path)) continue;
      if (entry->symlink_status(ignored).type() == fs::file_type::directory)
        folders.push_back(path);
      else if (!entry->is_directory(ignored))
        add(path);
    }
    if (failure) sounds_.unreadable.push_back({folder, failure.message()});
  }

  void add(const fs::path& path) {
    if (looksLikeAudioFile(path)) {
      sounds_.files.push_back(found(path));
      ++search_.found;
    } else if (looksLikeOtherSound(path)) {
      sounds_.other.push_back(found(path));
    }
  }

  FoundSounds& sounds_;
  SoundSearch& search_;
};

}  // namespace

FoundSounds soundsBelow(const fs::path& folder, SoundSearch& search) {
  FoundSounds sounds;
  Search(sounds, search).run(folder);
  return sounds;
}

bool looksLikeOtherSound(const fs::path& path) {
  constexpr std::array kEndings{".aa",  ".aax", ".ac4", ".dff", ".dsf", ".ds2", ".dss",
                                ".dts", ".dvf", ".gsm", ".mp1", ".msv", ".ofr", ".qcp",
                                ".ra",  ".shn", ".tak", ".voc", ".vox", ".wac"};
  if (looksLikeAudioFile(path)) return false;
  const std::string ending = foldedCase(path.extension().string());
  return std::ranges::find(kEndings, ending) != kEndings.end();
}

std::optional<fs::path> SameFiles::add(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  const auto [place, isNew] =
      known_.try_emplace({uint64_t(status.st_dev), uint64_t(status.st_ino)}, path);
  return isNew ? std::nullopt : std::optional(place->second);
}

}  // namespace earwitness
