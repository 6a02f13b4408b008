// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/layouts/file_finder.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <system_error>

#include "core/base/look_alike.h"
#include "core/base/text.h"
#include "core/data/layouts/table_columns.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr size_t kNamed = 2;  // of several files that fit

std::string withSlashes(std::string name) {
  std::replace(name.begin(), name.end(), '\\', '/');
  return name;
}

bool leadsUp(const std::string& name) {
  const fs::path path(withSlashes(name));
  return std::find(path.begin(), path.end(), "..") != path.end();
}

/// Of "C:\\data\\a.wav": "c:", "data", "a.wav".
std::vector<std::string> partsOf(const std::string& name) {
  std::vector<std::string> parts;
  for (const fs::path& part : fs::path(withSlashes(name)))
    if (const std::string text = part.string(); !text.empty() && text != "." && text != "/")
      parts.push_back(fileNameKey(text));
  return parts;
}

bool isAbsolute(const std::string& name) {
  const bool hasDrive =
      name.size() > 1 && name[1] == ':' && std::isalpha(static_cast<unsigned char>(name[0]));
  return hasDrive || name.starts_with('/') || name.starts_with('\\');
}

}  // namespace

/// A name that was not found as it is.
struct FileFinder::Sought {
  size_t index;  ///< among the names
  Parts parts;
};

FileFinder::FileFinder(const fs::path& folder, const fs::path& table) : folder_(folder) {
  const fs::path tableFolder = table.has_parent_path() ? table.parent_path() : fs::path(".");
  for (const fs::path& base : {tableFolder, folder})
    for (const fs::path& below : {base, base / "audio", base / "clips"})
      if (std::find(bases_.begin(), bases_.end(), below) == bases_.end()) bases_.push_back(below);
}

std::optional<fs::path> FileFinder::exact(const std::string& name) const {
  std::error_code ignored;
  for (const std::string& spelling : {name, withSlashes(name)}) {
    if (fs::path(spelling).is_absolute() && fs::exists(spelling, ignored)) return spelling;
    for (const fs::path& base : bases_)
      if (fs::is_regular_file(base / spelling, ignored)) return base / spelling;
  }
  return std::nullopt;
}

std::vector<FoundFile> FileFinder::find(const std::vector<std::string>& names) const {
  std::vector<FoundFile> found(names.size());
  std::vector<Sought> relative, absolute;
  bool mayDrop = true;
  for (size_t i = 0; i < names.size(); ++i) {
    if (const auto path = exact(names[i])) {
      found[i].path = *path;
      mayDrop &= isAbsolute(names[i]);
      continue;
    }
    found[i].path = bases_.front() / fs::path(withSlashes(names[i])).relative_path();
    Sought its{i, partsOf(names[i])};
    if (leadsUp(names[i]) || its.parts.empty()) continue;
    (isAbsolute(names[i]) ? absolute : relative).push_back(std::move(its));
  }
  compareWithSounds(found, relative, mayDrop);
  compareWithSounds(found, absolute, true);
  return found;
}

void FileFinder::compareWithSounds(std::vector<FoundFile>& found, const std::vector<Sought>& sought,
                                   bool mayDrop) const {
  if (sought.empty()) return;
  listSounds();
  size_t most = 0;
  for (const Sought& its : sought) most = std::max(most, mayDrop ? its.parts.size() : 1);
  size_t dropped = 0;
  const auto fitsAny = [&] {
    return std::any_of(sought.begin(), sought.end(),
                       [&](const Sought& its) { return !fitting(its.parts, dropped).empty(); });
  };
  while (dropped + 1 < most && !fitsAny()) ++dropped;

  std::map<const Sound*, std::set<Parts>> namesOf;
  std::map<fs::path, size_t> taken;
  if (dropped > 0)
    for (const FoundFile& file : found) ++taken[file.path];
  for (const Sought& its : sought) {
    const std::vector<const Sound*> sounds = fitting(its.parts, dropped);
    if (sounds.empty()) continue;
    if (sounds.size() > 1) found[its.index].problem = severalText(sounds);
    if (sounds.size() == 1) namesOf[sounds.front()].insert(its.parts);
    found[its.index].path = sounds.front()->path;
  }
  for (const Sought& its : sought) {
    const std::vector<const Sound*> sounds = fitting(its.parts, dropped);
    if (sounds.size() == 1 &&
        (namesOf[sounds.front()].size() > 1 || taken.contains(sounds.front()->path)))
      found[its.index].problem = Message("fits the same file as another name of the table");
  }
}

Message FileFinder::severalText(const std::vector<const Sound*>& sounds) const {
  std::string names;
  for (size_t i = 0; i < std::min(sounds.size(), kNamed); ++i)
    names += (i > 0 ? ", " : "") + inQuotes(sounds[i]->path.lexically_relative(folder_).string());
  const size_t more = sounds.size() - std::min(sounds.size(), kNamed);
  return more == 0 ? Message("fits %1 files: %2", sounds.size(), names)
                   : Message("fits %1 files: %2 and %3 more", sounds.size(), names, more);
}

/// Sounds whose path ends as the name does without its first `dropped` parts.
std::vector<const FileFinder::Sound*> FileFinder::fitting(const Parts& parts,
                                                          size_t dropped) const {
  std::vector<const Sound*> sounds;
  if (dropped >= parts.size()) return sounds;
  const size_t wanted = parts.size() - dropped;
  const auto [first, last] = byName_.equal_range(parts.back());
  for (auto entry = first; entry != last; ++entry) {
    const Sound& sound = sounds_[entry->second];
    if (sound.parts.size() >= wanted &&
        std::equal(parts.rbegin() + 1, parts.rbegin() + long(wanted), sound.parts.rbegin() + 1))
      sounds.push_back(&sound);
  }
  return sounds;
}

void FileFinder::listSounds() const {
  if (isListed_) return;
  isListed_ = true;
  std::error_code failure;
  for (fs::recursive_directory_iterator entry(folder_, failure), end; entry != end;
       entry.increment(failure)) {
    if (failure) break;
    std::error_code ignored;
    const fs::path& path = entry->path();
    if (path.filename().string().starts_with("."))
      entry.disable_recursion_pending();
    else if (endsLikeSound(path.filename().string()) && entry->is_regular_file(ignored))
      sounds_.push_back({path, partsOf(path.lexically_relative(folder_).string())});
  }
  std::sort(sounds_.begin(), sounds_.end(),
            [](const Sound& a, const Sound& b) { return a.path < b.path; });
  for (size_t i = 0; i < sounds_.size(); ++i) {
    byName_.emplace(sounds_[i].parts.back(), i);
    byName_.emplace(fileNameKey(sounds_[i].path.stem().string()), i);
  }
}

}  // namespace earwitness
