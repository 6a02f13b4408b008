// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/classify_files.h"

#include <utility>

#include "app/cli/support.h"
#include "core/audio/audio_folder.h"
#include "core/base/text.h"

namespace earwitness {

namespace fs = std::filesystem;

namespace {

class Collector {
 public:
  void add(const fs::path& named) {
    std::error_code ignored;
    if (!fs::is_directory(named, ignored)) return addFile(named);
    SoundSearch search;
    search.isCancelled = [] { return interrupted().load(); };
    const FoundSounds sounds = soundsBelow(named, search);
    for (const FoundSound& sound : sounds.files) addFile(sound.path);
    for (const FoundSound& sound : sounds.other)
      addProblem(sound.path,
                 inQuotes(sound.path.string()) +
                     " is not read: its name says that it is sound of a kind that is not "
                     "supported. Convert it to WAV or FLAC.");
    for (const UnreadableFolder& folder : sounds.unreadable)
      addProblem(folder.path, "The folder " + inQuotes(folder.path.string()) +
                                  " cannot be read: " + folder.reason + ".");
    if (sounds.files.empty() && sounds.other.empty() && sounds.unreadable.empty())
      addProblem(named, "There are no audio files in the folder " + inQuotes(named.string()) + ".");
  }

  FilesToClassify found() { return std::move(found_); }

 private:
  void addFile(const fs::path& file) {
    if (const auto first = same_.add(file))
      found_.notes.push_back(inQuotes(file.string()) + " is the same file as " +
                             inQuotes(first->string()) + " and is analysed once.");
    else
      found_.files.push_back(file);
  }
  void addProblem(const fs::path& file, std::string error) {
    found_.problems.push_back({file, std::move(error)});
  }

  FilesToClassify found_;
  SameFiles same_;
};

}  // namespace

FilesToClassify filesToClassify(const std::vector<fs::path>& named) {
  Collector collector;
  for (const fs::path& path : named) collector.add(path);
  return collector.found();
}

}  // namespace earwitness
