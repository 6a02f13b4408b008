// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sound_set.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <system_error>

#include "core/audio/audio_file.h"
#include "core/audio/audio_writer.h"
#include "core/base/atomic_file.h"
#include "core/base/case_fold.h"
#include "core/base/error.h"
#include "core/base/file_names.h"
#include "core/base/look_alike.h"
#include "core/base/text.h"
#include "core/base/user_folders.h"
#include "core/data/background.h"
#include "core/data/clip_reader.h"
#include "core/monitoring/clip_names.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void failToRead(const fs::path& folder, const std::error_code& why) {
  throw Error("This folder cannot be read: '%1': %2.", folder, why.message());
}

enum class Kind { Class, DataSet };

[[noreturn]] void failAsThere(Kind kind, const fs::path& folder) {
  throw kind == Kind::Class
      ? Error("The class '%1' already exists. Choose another name.", folder.filename())
      : Error("The data set '%1' already exists. Choose another name.", folder.filename());
}

bool isHidden(const fs::path& path) {
  return path.filename().string().starts_with(".");
}

void makeFolder(const fs::path& folder) {
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure) throw Error("This folder cannot be created: '%1': %2.", folder, failure.message());
}

std::vector<fs::path> foldersIn(const fs::path& parent) {
  std::vector<fs::path> folders;
  std::error_code failure;
  for (fs::directory_iterator entry(parent, failure); entry != fs::directory_iterator();
       entry.increment(failure)) {
    if (failure) break;
    std::error_code ignored;
    if (!isHidden(entry->path()) && entry->is_directory(ignored) &&
        !leadsAround(entry->path(), parent))
      folders.push_back(entry->path());
  }
  if (failure && failure != std::errc::no_such_file_or_directory) failToRead(parent, failure);
  std::sort(folders.begin(), folders.end());
  return folders;
}

/// As the layout "folders" has them.
std::vector<fs::path> soundsBelow(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failure;
  for (fs::recursive_directory_iterator entry(folder, failure), end; entry != end;
       entry.increment(failure)) {
    if (failure) break;
    std::error_code ignored;
    if (isHidden(entry->path()))
      entry.disable_recursion_pending();
    else if (looksLikeAudioFile(entry->path()) && entry->is_regular_file(ignored))
      files.push_back(entry->path());
  }
  if (failure) failToRead(folder, failure);
  std::sort(files.begin(), files.end());
  return files;
}

std::optional<fs::path> folderCalled(const fs::path& parent, const std::string& name) {
  const std::string wanted = foldedCase(name);
  for (const fs::path& folder : foldersIn(parent))
    if (foldedCase(folder.filename().string()) == wanted) return folder;
  return std::nullopt;
}

fs::path makeNew(const fs::path& parent, const std::string& name, Kind kind) {
  const std::string folderName = folderNameFor(name);
  if (const auto there = folderCalled(parent, folderName)) failAsThere(kind, *there);
  makeFolder(parent / folderName);
  return parent / folderName;
}

fs::path openOrMake(const fs::path& parent, const std::string& name) {
  const std::string folderName = folderNameFor(name);
  if (const auto there = folderCalled(parent, folderName)) return *there;
  makeFolder(parent / folderName);
  return parent / folderName;
}

fs::path renameTo(const fs::path& folder, const std::string& name, Kind kind) {
  const std::string folderName = folderNameFor(name);
  const fs::path target = folder.parent_path() / folderName;
  if (target == folder) return folder;
  const auto there = folderCalled(folder.parent_path(), folderName);
  if (there && *there != folder) failAsThere(kind, *there);
  std::error_code failure;
  fs::rename(folder, target, failure);
  if (failure) throw Error("This folder cannot be renamed: '%1': %2.", folder, failure.message());
  return target;
}

/// A stretch as a file of its own.
fs::path copyStretch(const fs::path& file, const Segment& segment, const fs::path& classFolder) {
  ClipReader reader(file, segment);
  std::vector<float> samples, block(16384);
  while (const size_t count = reader.read(block))
    samples.insert(samples.end(), block.begin(), block.begin() + long(count));
  makeFolder(classFolder);
  const std::string stem = file.stem().string() + "_" + fixedPoint(segment.begin, 2) + "s";
  const fs::path target = freePath(classFolder, stem, ".wav");
  writeAudioFile(target, samples, int(std::lround(reader.sampleRate())));
  return target;
}
}  // namespace

fs::path soundsFolder() {
  return dataFolder() / "sounds";
}

bool isOwnSet(const fs::path& folder) {
  const fs::path plain = folder.lexically_normal();
  const fs::path set = plain.has_filename() ? plain : plain.parent_path();
  return set.parent_path() == soundsFolder().lexically_normal();
}

std::vector<fs::path> soundSets() {
  return foldersIn(soundsFolder());
}

std::string folderNameFor(const std::string& name) {
  const std::string trimmed(trimmedBlanks(name));
  const std::string clean = clipNameOf(trimmed);
  if (clean == trimmed) return clean;
  // It tells labels apart by digits at the end; here the user sees the name and can choose another.
  const std::string plain = clean.substr(0, clean.rfind('-'));
  if (trimmed.find(plain.substr(0, 1)) == std::string::npos || plain.empty())
    throw trimmed.empty()
        ? Error("A name is needed.")
        : Error("The name '%1' has no letter or digit. Choose another one.", trimmed);
  return plain;
}

fs::path makeSoundSet(const std::string& name) {
  return makeNew(soundsFolder(), name, Kind::DataSet);
}

fs::path makeNumberedSoundSet(const std::string& name) {
  const std::string folderName = folderNameFor(name);
  for (int number = 1;; ++number) {
    const std::string numbered = numberedName(folderName, "", number);
    if (folderCalled(soundsFolder(), numbered)) continue;
    makeFolder(soundsFolder() / numbered);
    return soundsFolder() / numbered;
  }
}

fs::path openSoundSet(const std::string& name) {
  return openOrMake(soundsFolder(), name);
}

fs::path renameSoundSet(const fs::path& set, const std::string& name) {
  return renameTo(set, name, Kind::DataSet);
}

std::vector<SoundClass> listSoundSet(const fs::path& set) {
  std::vector<SoundClass> classes{{.name = kBackgroundLabel, .clips = {}}};
  for (const fs::path& folder : foldersIn(set)) {
    const std::string name = folder.filename().string();
    if (name == kBackgroundLabel)
      classes.front().clips = soundsBelow(folder);
    else
      classes.push_back({.name = name, .clips = soundsBelow(folder)});
  }
  return classes;
}

fs::path makeClass(const fs::path& set, const std::string& name) {
  const std::string folderName = folderNameFor(name);
  if (foldedCase(folderName) == kBackgroundLabel)
    throw Error("The class '%1' already exists. Choose another name.", "background");
  return makeNew(set, name, Kind::Class);
}

fs::path openClass(const fs::path& set, const std::string& name) {
  return openOrMake(set, name);
}

fs::path renameClass(const fs::path& set, const std::string& from, const std::string& to) {
  return renameTo(set / from, to, Kind::Class);
}

fs::path copyIntoClass(const fs::path& file, const fs::path& classFolder) {
  std::error_code ignored;
  const auto [path, segment] = placeOf(file.string());
  if (!segment.isWhole()) return copyStretch(path, segment, classFolder);
  if (fs::equivalent(file.parent_path(), classFolder, ignored)) return {};
  std::string stem = file.stem().string();
  stem.erase(0, std::min(stem.find_first_not_of('.'), stem.size()));
  if (stem.empty()) stem = "sound";
  makeFolder(classFolder);
  const std::string ending = file.extension().string();
  // A kill leaves no half of a sound behind that would be taken for a whole one.
  const fs::path temporary = AudioFileWriter::temporaryFor(freePath(classFolder, stem, ending));
  std::error_code failure;
  fs::copy_file(file, temporary, fs::copy_options::overwrite_existing, failure);
  if (failure) {
    fs::remove(temporary, ignored);
    throw Error("This file cannot be copied into the class: '%1': %2.", file, failure.message());
  }
  return renameToFreeName(temporary, stem, ending);
}

std::vector<fs::path> writeClips(const fs::path& classFolder, std::span<const float> samples,
                                 double sampleRate, std::span<const ClipSpan> clips,
                                 int64_t startUtcMs) {
  makeFolder(classFolder);
  std::vector<fs::path> files;
  for (const ClipSpan& clip : clips) {
    const fs::path named = cutClipPath(classFolder.parent_path(), classFolder.filename().string(),
                                       startUtcMs, int(files.size()) + 1, ".wav");
    files.push_back(freePath(classFolder, named.stem().string(), ".wav"));
    writeAudioFile(files.back(), samples.subspan(clip.begin, clip.end - clip.begin),
                   int(std::lround(sampleRate)));
  }
  return files;
}

}  // namespace earwitness::gui
