// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "core/audio/audio_file.h"
#include "core/base/error.h"
#include "core/base/look_alike.h"
#include "core/base/text.h"
#include "core/data/layouts/label_file.h"
#include "core/data/layouts/scanner.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

struct LabelledSound {
  fs::path sound;
  std::vector<fs::path> labelFiles;
};

/// Sounds of a folder and below, in order, with the label files beside them.
std::vector<LabelledSound> soundsIn(const fs::path& folder) {
  std::map<fs::path, std::vector<fs::path>> texts;  // by folder
  std::vector<LabelledSound> sounds;
  std::error_code failure;
  for (fs::recursive_directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    std::error_code ignored;
    const fs::path& path = entry->path();
    if (path.filename().string().starts_with("."))
      entry.disable_recursion_pending();
    else if (!entry->is_regular_file(ignored))
      continue;
    else if (looksLikeAudioFile(path))
      sounds.push_back({path, {}});
    else if (fileNameKey(path.extension().string()) == ".txt")
      texts[path.parent_path()].push_back(path);
  }
  if (failure) throw fs::filesystem_error("", folder, failure);
  for (auto& [parent, files] : texts) std::sort(files.begin(), files.end());
  std::sort(sounds.begin(), sounds.end(),
            [](const auto& a, const auto& b) { return a.sound < b.sound; });
  for (LabelledSound& its : sounds) {
    const auto found = texts.find(its.sound.parent_path());
    if (found == texts.end()) continue;
    for (const fs::path& text : found->second)
      if (isLabelFileOf(text, its.sound)) its.labelFiles.push_back(text);
  }
  return sounds;
}

void addLabels(ClipCollector& collector, const fs::path& sound, const fs::path& labelFile,
               const LabelFile& labels) {
  const Message namedBy("The label file '%1' is of", labelFile);
  for (const LabelLine& line : labels.lines) {
    if (!line.problem.empty()) {
      collector.leaveOut(labelFile, Message("line %1: %2", line.line, line.problem),
                         DataProblemKind::Outside);
      continue;
    }
    if (!line.sound.empty() && fileNameKey(line.sound) != fileNameKey(sound.filename().string())) {
      collector.leaveOut(labelFile,
                         Message("line %1 is of another sound, '%2'", line.line, line.sound));
      continue;
    }
    if (line.labels.empty()) {
      collector.leaveOut(labelFile, Message("line %1 has no label", line.line));
      continue;
    }
    Clip clip;
    clip.path = sound;
    clip.segment = line.segment;
    clip.row = Message("line %1 of %2", line.line, labelFile.filename());
    collector.add(std::move(clip), line.labels, namedBy);
  }
}

/// Nothing where the file is none of labels; then `problem` says why.
std::optional<LabelFile> readLabels(const fs::path& path, const std::string& separator,
                                    Message* problem = nullptr) {
  try {
    return readLabelFile(path, separator);
  } catch (const Error& error) {
    if (problem != nullptr) *problem = error.message();
    return std::nullopt;
  }
}

}  // namespace

bool looksLikeLabelFiles(const fs::path& folder) {
  for (const LabelledSound& its : soundsIn(folder))
    for (const fs::path& file : its.labelFiles)
      if (const auto labels = readLabels(file, ""); labels && !labels->lines.empty()) return true;
  return false;
}

void scanLabelFiles(ClipCollector& collector) {
  const std::string& separator = collector.request().columns.separator;
  size_t read = 0;
  for (const LabelledSound& its : soundsIn(collector.folder())) {
    if (its.labelFiles.empty()) {
      collector.leaveOut(its.sound, Message("there is no label file next to it"));
      continue;
    }
    for (const fs::path& file : its.labelFiles) {
      Message problem;
      const auto labels = readLabels(file, separator, &problem);
      if (labels) {
        addLabels(collector, its.sound, file, *labels);
        ++read;
      } else {
        collector.leaveOut(file, problem);
      }
    }
  }
  collector.note(
      read == 1
          ? Message("Labels were read from the %1 label file next to the audio files.", read)
          : Message("Labels were read from the %1 label files next to the audio files.", read));
}

}  // namespace earwitness
