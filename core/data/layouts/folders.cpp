#include <algorithm>
#include <functional>

#include "core/audio/audio_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/layouts/scanner.h"
#include "core/desk/clip_names.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

std::vector<fs::path> soundsBelow(const fs::path& folder) {
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator entry(folder), end; entry != end; ++entry) {
    if (entry->path().filename().string().starts_with("."))
      entry.disable_recursion_pending();
    else if (looksLikeAudioFile(entry->path()) && entry->is_regular_file())
      files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());
  return files;
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
  const std::string namedBy = "The data set " + inQuotes(collector.folder().string()) + " links to";
  for (const fs::path& folder : sortedEntries(parent)) {
    if (!fs::is_directory(folder)) continue;
    collector.requireInside(folder, namedBy);
    const std::vector<fs::path> files = soundsBelow(folder);
    const std::vector<std::string> recordings = recordingsOf(files);
    for (size_t i = 0; i < files.size(); ++i)
      collector.add(
          {.path = files[i], .label = 0, .fold = 0, .split = split, .source = recordings[i]},
          folder.filename().string(), namedBy);
  }
}

/// A folder called train with classes in it, and not a class (of trains) with sounds in it.
bool holdsTrainingClasses(const fs::path& folder) {
  if (splitFromName(folder.filename().string()) != "train" || !fs::is_directory(folder))
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
    const std::string split = splitFromName(entry.filename().string());
    if (!split.empty() && fs::is_directory(entry)) addClasses(collector, entry, split);
  }
}

}  // namespace earwitness
