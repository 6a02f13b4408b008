// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>

#include "core/audio/audio_file.h"
#include "core/audio/audio_folder.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/layouts/official_files.h"
#include "core/data/layouts/scanner.h"
#include "core/data/layouts/unread_files.h"
#include "core/monitoring/clip_names.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

/// What is in a class folder and below.
struct ClassFiles {
  std::vector<fs::path> sounds, unread, dangling;
};

ClassFiles filesBelow(const fs::path& folder) {
  ClassFiles files;
  for (fs::recursive_directory_iterator entry(folder), end; entry != end; ++entry) {
    if (entry->path().filename().string().starts_with("."))
      entry.disable_recursion_pending();
    else if (std::error_code failure; !entry->exists(failure))
      files.dangling.push_back(entry->path());
    else if (!entry->is_regular_file())
      continue;
    else if (looksLikeAudioFile(entry->path()))
      files.sounds.push_back(entry->path());
    else if (!isNoSound(entry->path()))
      files.unread.push_back(entry->path());
  }
  std::sort(files.sounds.begin(), files.sounds.end());
  std::sort(files.unread.begin(), files.unread.end());
  std::sort(files.dangling.begin(), files.dangling.end());
  return files;
}

/// A class that is nothing but recordings of a kind that is not read must not vanish.
void tellUnread(ClipCollector& collector, const std::string& className,
                const std::vector<fs::path>& files) {
  for (const fs::path& file : files) {
    const bool isSound = looksLikeOtherSound(file);
    if (isSound) collector.addClass(className);
    collector.leaveOut(file,
                       isSound ? Message("the file type is not supported")
                               : Message("not recognised as an audio file"),
                       DataProblemKind::Unread);
  }
}

void tellLink(ClipCollector& collector, const fs::path& link) {
  collector.leaveOut(link, Message("a link to the data set's own folder is not a class"));
}

/// The recording that each file was cut from, by its name; none where all come from the same one,
/// of which a part has to validate.
std::vector<std::string> recordingsOf(const std::vector<fs::path>& files) {
  std::vector<std::string> recordings;
  for (const fs::path& file : files) recordings.push_back(recordingOf(file));
  const bool oneOnly = std::adjacent_find(recordings.begin(), recordings.end(),
                                          std::not_equal_to<>()) == recordings.end();
  if (oneOnly) recordings.assign(files.size(), {});
  return recordings;
}

void addClasses(ClipCollector& collector, const fs::path& parent, const std::string& split) {
  const Message namedBy("The data set '%1' links to", collector.folder());
  for (const fs::path& folder : sortedEntries(parent)) {
    if (!fs::is_directory(folder)) {
      if (looksLikeAudioFile(folder) || looksLikeOtherSound(folder))
        collector.leaveOut(folder, Message("it is in no folder of a class"));
      continue;
    }
    if (leadsAround(folder, collector.folder())) {
      tellLink(collector, folder);
      continue;
    }
    collector.requireInside(folder, namedBy);
    const auto [files, unread, dangling] = filesBelow(folder);
    tellUnread(collector, folder.filename().string(), unread);
    for (const fs::path& link : dangling)
      collector.leaveOut(link, Message("a link that leads nowhere"), DataProblemKind::Missing);
    const std::vector<std::string> recordings = recordingsOf(files);
    for (size_t i = 0; i < files.size(); ++i)
      collector.add(
          {.path = files[i], .label = 0, .fold = 0, .split = split, .source = recordings[i]},
          folder.filename().string(), namedBy);
  }
}

/// A folder called train with classes in it, and not a class (of trains) with sounds in it.
bool holdsTrainingClasses(const fs::path& folder) {
  if (splitFromName(folder.filename().string()) != "train" || !fs::is_directory(folder) ||
      leadsAround(folder, folder.parent_path()))
    return false;
  const std::vector<fs::path> entries = sortedEntries(folder);
  return std::any_of(entries.begin(), entries.end(),
                     [](const fs::path& entry) { return fs::is_directory(entry); }) &&
         std::none_of(entries.begin(), entries.end(), looksLikeAudioFile);
}

}  // namespace

void scanFolders(ClipCollector& collector) {
  const std::vector<fs::path> entries = sortedEntries(collector.folder());
  if (std::none_of(entries.begin(), entries.end(), holdsTrainingClasses)) {
    addClasses(collector, collector.folder(), "");
    return;
  }
  for (const fs::path& entry : entries) {
    if (!fs::is_directory(entry)) continue;
    const std::string split = splitFromName(entry.filename().string());
    if (leadsAround(entry, collector.folder()))
      tellLink(collector, entry);
    else if (!split.empty())
      addClasses(collector, entry, split);
    else if (!filesBelow(entry).sounds.empty())
      collector.leaveOut(entry, Message("its name is that of no split: train, val or test"));
  }
}

}  // namespace earwitness
