#include <algorithm>

#include "core/audio/audio_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/layouts/scanner.h"

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

void addClasses(ClipCollector& collector, const fs::path& parent, const std::string& split) {
  const std::string namedBy = "The data set " + inQuotes(collector.folder().string()) + " links to";
  for (const fs::path& folder : sortedEntries(parent)) {
    if (!fs::is_directory(folder)) continue;
    collector.requireInside(folder, namedBy);
    for (const fs::path& file : soundsBelow(folder))
      collector.add({.path = file, .label = 0, .fold = 0, .split = split},
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
