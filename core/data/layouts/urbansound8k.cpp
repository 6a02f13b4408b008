// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <charconv>
#include <optional>

#include "core/audio/audio_file.h"
#include "core/base/delimited_table.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/layouts/official_files.h"
#include "core/data/layouts/scanner.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr int kFolds = 10;
constexpr std::array kClasses{"air_conditioner", "car_horn",      "children_playing", "dog_bark",
                              "drilling",        "engine_idling", "gun_shot",         "jackhammer",
                              "siren",           "street_music"};

/// <source>-<class>-<occurrence>-<slice>.wav
struct NameParts {
  std::string source;
  std::string className;
};

std::optional<NameParts> partsOf(const fs::path& file) {
  const std::string stem = file.stem().string();
  std::array<int, 4> numbers{};
  const char* position = stem.data();
  const char* const end = stem.data() + stem.size();
  for (size_t i = 0; i < numbers.size(); ++i) {
    const auto [next, error] = std::from_chars(position, end, numbers[i]);
    if (error != std::errc() || numbers[i] < 0) return std::nullopt;
    if (i + 1 < numbers.size() ? next == end || *next != '-' : next != end) return std::nullopt;
    position = next + 1;
  }
  if (numbers[1] >= int(kClasses.size())) return std::nullopt;
  return NameParts{std::to_string(numbers[0]), kClasses[size_t(numbers[1])]};
}

/// Where fold1 to fold10 lie.
fs::path audioFolder(const fs::path& folder) {
  return fs::is_directory(folder / "audio") ? folder / "audio" : folder;
}

fs::path foldFolder(const fs::path& folder, int fold) {
  return audioFolder(folder) / ("fold" + std::to_string(fold));
}

fs::path tableOf(const fs::path& folder) {
  return folder / "metadata" / "UrbanSound8K.csv";
}

void scanWithTable(ClipCollector& collector) {
  const DelimitedTable table = readDelimitedTable(tableOf(collector.folder()));
  const size_t fileColumn = table.column("slice_file_name");
  const size_t sourceColumn = table.column("fsID");
  const size_t foldColumn = table.column("fold");
  const size_t classColumn = table.column("class");
  const Message namedBy("The table '%1' names", table.path);
  for (const auto& row : table.rows) {
    Clip clip;
    clip.fold = foldIn(table.path, "fold", row[foldColumn]);
    clip.path =
        foldFolder(collector.folder(), clip.fold) / plainFileName(table.path, row[fileColumn]);
    clip.source = row[sourceColumn];
    if (row[classColumn].empty())
      throw Error("The column 'class' of the table '%1' is empty for the file '%2'.", table.path,
                  row[fileColumn]);
    collector.add(std::move(clip), row[classColumn], namedBy);
  }
}

void scanByNames(ClipCollector& collector) {
  const Message namedBy("The data set '%1' links to", collector.folder());
  for (int fold = 1; fold <= kFolds; ++fold) {
    const fs::path folder = foldFolder(collector.folder(), fold);
    if (!fs::is_directory(folder)) continue;
    for (const fs::path& file : sortedEntries(folder)) {
      if (!looksLikeAudioFile(file)) continue;
      if (const auto parts = partsOf(file))
        collector.add(
            {.path = file, .label = 0, .fold = fold, .split = "", .source = parts->source},
            parts->className, namedBy);
      else
        collector.leaveOut(file,
                           Message("its name does not tell its class as UrbanSound8K's names do"));
    }
  }
}

}  // namespace

bool looksLikeUrbanSound8k(const fs::path& folder) {
  if (fs::exists(tableOf(folder))) return true;
  for (int fold = 1; fold <= kFolds; ++fold) {
    if (!fs::is_directory(foldFolder(folder, fold))) continue;
    for (const auto& entry : fs::directory_iterator(foldFolder(folder, fold)))
      if (looksLikeAudioFile(entry.path()) && partsOf(entry.path())) return true;
  }
  return false;
}

void scanUrbanSound8k(ClipCollector& collector) {
  if (fs::exists(tableOf(collector.folder())))
    scanWithTable(collector);
  else
    scanByNames(collector);
}

}  // namespace earwitness
