// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/layouts/table_columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/audio/audio_file.h"
#include "core/audio/audio_folder.h"
#include "core/base/error.h"
#include "core/base/look_alike.h"
#include "core/base/text.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

using Names = std::span<const std::string_view>;
// All in the form of lookAlikeKey().
constexpr std::array<std::string_view, 25> kPaths{"path",
                                                  "file",
                                                  "filename",
                                                  "file_name",
                                                  "file name",
                                                  "filepath",
                                                  "file_path",
                                                  "file path",
                                                  "fname",
                                                  "audio_path",
                                                  "audio_file",
                                                  "audio",
                                                  "clip",
                                                  "wav",
                                                  "wav_path",
                                                  "sound",
                                                  "begin path",
                                                  "begin file",
                                                  "audio_filename",
                                                  "file_id",
                                                  "slice_file_name",
                                                  "recording_file",
                                                  "файл",
                                                  "имя файла",
                                                  "путь"};
constexpr std::array<std::string_view, 26> kLabels{"label",
                                                   "class",
                                                   "category",
                                                   "class_name",
                                                   "classname",
                                                   "label_name",
                                                   "labels",
                                                   "classes",
                                                   "event_label",
                                                   "event_labels",
                                                   "scene_label",
                                                   "species",
                                                   "annotation",
                                                   "annotations",
                                                   "tag",
                                                   "tags",
                                                   "sound_class",
                                                   "common name",
                                                   "common_name",
                                                   "species_code",
                                                   "primary_label",
                                                   "scientific name",
                                                   "scientific_name",
                                                   "метка",
                                                   "класс",
                                                   "вид"};
constexpr std::array<std::string_view, 1> kFolds{"fold"};
constexpr std::array<std::string_view, 3> kSplits{"split", "subset", "partition"};
constexpr std::array<std::string_view, 6> kSources{"source",    "src_file",  "fsid",
                                                   "source_id", "recording", "recording_id"};
constexpr std::array<std::string_view, 20> kStarts{
    "start",      "onset",      "begin",      "begin time (s)", "start time (s)",
    "start (s)",  "start_time", "start time", "starttime",      "begin_time",
    "begin time", "start_s",    "start_sec",  "start_seconds",  "start_time_s",
    "onset_s",    "onset (s)",  "t_start",    "t_min",          "offset_start"};
constexpr std::array<std::string_view, 20> kEnds{
    "end",     "offset", "stop",    "end time (s)", "end (s)",    "end_time",  "end time",
    "endtime", "end_s",  "end_sec", "end_seconds",  "end_time_s", "offset_s",  "offset (s)",
    "t_end",   "t_max",  "finish",  "stop_time",    "stop time",  "offset_end"};
constexpr std::array<std::string_view, 5> kDurations{"duration", "duration (s)", "duration_s",
                                                     "delta time (s)", "length (s)"};
constexpr std::array<std::string_view, 1> kFileOffsets{"file offset (s)"};
constexpr std::array<std::string_view, 1> kReport{"ytid"};

constexpr size_t kProbedRows = 50;

std::string columnList(const DelimitedTable& table) {
  std::string list;
  for (const std::string& column : table.columns) list += (list.empty() ? "" : ", ") + column;
  return list;
}

/// As it is written, or else without regard to capitals.
size_t namedPlace(const DelimitedTable& table, const std::string& name) {
  if (!table.hasColumn(name)) {
    const std::string key = lookAlikeKey(name);
    const std::string_view view = key;
    if (const auto found = table.findColumn({&view, 1})) return *found;
  }
  return table.column(name);
}

std::optional<size_t> place(const DelimitedTable& table, const std::string& chosen, Names common) {
  return chosen.empty() ? table.findColumn(common) : namedPlace(table, chosen);
}

[[noreturn]] void failWithoutColumn(const DelimitedTable& table, const Message& what,
                                    const char* option) {
  throw Error(
      "No column of the table '%1' is recognised as the column of %2. Choose it with %3 (columns: "
      "%4).",
      table.path, what, option, columnList(table));
}

size_t requiredPlace(const DelimitedTable& table, const std::string& chosen, Names common,
                     const Message& what, const char* option) {
  if (const auto found = place(table, chosen, common)) return *found;
  failWithoutColumn(table, what, option);
}

bool isTime(const DelimitedTable& table, size_t column) {
  const size_t rows = std::min(table.rows.size(), kProbedRows);
  return rows > 0 &&
         std::all_of(table.rows.begin(), table.rows.begin() + long(rows),
                     [&](const auto& row) { return secondsIn(row[column]).has_value(); });
}

/// The column whose first cell is the name of a sound.
std::optional<size_t> soundColumn(const std::vector<std::string>& cells) {
  const auto found = std::find_if(cells.begin(), cells.end(), [](const std::string& cell) {
    return endsLikeSound(trimmedBlanks(cell));
  });
  if (found == cells.end()) return std::nullopt;
  return size_t(found - cells.begin());
}

/// Of a table without a header: the file, two columns of times side by side if there are any, and
/// as the label the first column behind those that holds other text.
Places placesWithoutHeader(const DelimitedTable& table, size_t path) {
  Places places;
  places.path = path;
  const size_t count = table.columns.size();
  for (size_t i = 0; i + 1 < count && !places.start; ++i)
    if (i != path && i + 1 != path && isTime(table, i) && isTime(table, i + 1)) {
      places.start = i;
      places.end = i + 1;
    }
  std::optional<size_t> label, number;
  for (size_t step = 1; step < count && !label; ++step) {
    const size_t i = ((places.end ? *places.end : path) + step) % count;
    if (i == path || i == places.start || i == places.end) continue;
    if (isTime(table, i))
      number = number ? number : i;
    else
      label = i;
  }
  if (!label) label = number;
  if (!label)
    throw Error("The table '%1' has no header, and no column of labels after the column of files.",
                table.path);
  places.label = *label;
  return places;
}

/// UrbanSound8K's slices are cut already; its times are of the recordings that they come from.
bool holdsSlices(const DelimitedTable& table, const Places& places) {
  return lookAlikeKey(table.columns[places.path]) == "slice_file_name";
}

void findTimes(const DelimitedTable& table, const TableColumns& columns, Places& places) {
  if (columns.start == "none") return;
  const bool isGuessed = columns.start.empty() && columns.end.empty();
  if (isGuessed && holdsSlices(table, places)) return;
  places.start = place(table, columns.start, kStarts);
  places.end = place(table, columns.end, kEnds);
  if (places.start && !places.end) places.duration = table.findColumn(kDurations);
  const bool isWhole = places.start && (places.end || places.duration);
  if (!isGuessed && !isWhole)
    failWithoutColumn(table, places.start ? Message("clips' ends") : Message("clips' starts"),
                      places.start ? "--end-column" : "--start-column");
  // A column that says something else says no times.
  const auto isOther = [&](const std::optional<size_t>& time) {
    return time == places.label || time == places.path;
  };
  if (!isWhole || isOther(places.start) || isOther(places.end) || isOther(places.duration)) {
    places.start = places.end = places.duration = std::nullopt;
    return;
  }
  if (lookAlikeKey(table.columns[*places.start]) == "begin time (s)")
    places.fileOffset = table.findColumn(kFileOffsets);
}

std::optional<double> numberIn(std::string_view text) {
  std::string plain(text);
  if (std::count(plain.begin(), plain.end(), ',') == 1 && plain.find('.') == plain.npos)
    std::replace(plain.begin(), plain.end(), ',', '.');
  double value = 0.0;
  const auto [end, failure] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (failure != std::errc() || end != plain.data() + plain.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

double timeIn(const std::vector<std::string>& row, size_t column, const Message& what) {
  const auto seconds = secondsIn(row[column]);
  if (!seconds) throw Error("%1 '%2' is not a time", what, row[column]);
  return *seconds;
}

}  // namespace

const std::span<const std::string_view> kLabelNames = kLabels;

Places placesIn(DelimitedTable& table, const TableColumns& columns) {
  const auto sound = soundColumn(table.columns);
  if (sound) {
    table.takeHeaderAsRow();
    if (!columns.namesAny()) return placesWithoutHeader(table, *sound);
  }
  Places places;
  places.path =
      sound && columns.path.empty()
          ? *sound
          : requiredPlace(table, columns.path, kPaths, Message("files' paths"), "--path-column");
  places.label = requiredPlace(table, columns.label, kLabels, Message("labels"), "--label-column");
  places.fold = place(table, columns.fold, kFolds);
  places.split = place(table, columns.split, kSplits);
  places.source = place(table, columns.source, kSources);
  findTimes(table, columns, places);
  return places;
}

Places placesInReport(const DelimitedTable& table, const TableColumns& columns) {
  Places places;
  places.path =
      requiredPlace(table, columns.path, kReport, Message("clips' YTID"), "--path-column");
  places.label = requiredPlace(table, columns.label, kLabels, Message("labels"), "--label-column");
  places.source = columns.source.empty() ? places.path : namedPlace(table, columns.source);
  return places;
}

bool endsLikeSound(std::string_view name) {
  const fs::path path(std::string(name.substr(name.find_last_of("/\\") + 1)));
  return looksLikeAudioFile(path) || looksLikeOtherSound(path);
}

bool namesSounds(const DelimitedTable& table, const TableColumns& columns) {
  if (!columns.path.empty() || table.findColumn(kPaths) || soundColumn(table.columns)) return true;
  const size_t rows = std::min(table.rows.size(), kProbedRows);
  return std::any_of(table.rows.begin(), table.rows.begin() + long(rows),
                     [](const auto& row) { return soundColumn(row).has_value(); });
}

std::optional<double> secondsIn(std::string_view text) {
  text = trimmedBlanks(text);
  double seconds = 0.0;
  int parts = 0;
  for (size_t colon = text.find(':'); colon != text.npos; colon = text.find(':')) {
    const auto whole = numberIn(text.substr(0, colon));
    if (!whole || *whole < 0.0 || ++parts > 2) return std::nullopt;
    seconds = (seconds + *whole) * 60.0;
    text.remove_prefix(colon + 1);
  }
  const auto last = numberIn(text);
  if (!last || (parts > 0 && *last < 0.0)) return std::nullopt;
  return seconds + *last;
}

Segment segmentIn(const std::vector<std::string>& row, const Places& places) {
  if (!places.start) return {};
  const size_t endColumn = places.end ? *places.end : *places.duration;
  if (trimmedBlanks(row[*places.start]).empty() && trimmedBlanks(row[endColumn]).empty()) return {};
  Segment segment;
  segment.begin = timeIn(row, *places.start, Message("its start"));
  segment.end = timeIn(row, endColumn, places.end ? Message("its end") : Message("its duration"));
  if (!places.end) segment.end += segment.begin;
  if (places.fileOffset && !trimmedBlanks(row[*places.fileOffset]).empty()) {
    const double length = segment.seconds();
    segment.begin = timeIn(row, *places.fileOffset, Message("its file offset"));
    segment.end = segment.begin + length;
  }
  segment = roundedSegment(segment.begin, segment.end);
  if (segment.begin < 0.0) throw Error("its start is before the start of its file");
  if (segment.isWhole()) throw Error("its end is not after its start");
  return segment;
}

}  // namespace earwitness
