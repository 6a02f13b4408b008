// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "core/audio/audio_file.h"
#include "core/base/delimited_table.h"
#include "core/base/error.h"
#include "core/base/look_alike.h"
#include "core/base/text.h"
#include "core/data/layouts/cell_labels.h"
#include "core/data/layouts/file_finder.h"
#include "core/data/layouts/label_file.h"
#include "core/data/layouts/official_files.h"
#include "core/data/layouts/scanner.h"
#include "core/data/layouts/table_columns.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr std::string_view kReportName = "ytid";

std::string trimmed(std::string_view text) {
  return std::string(trimmedBlanks(text));
}

std::string splitIn(const DelimitedTable& table, size_t row, size_t column) {
  std::string split = splitFromName(trimmed(table.rows[row][column]));
  if (split.empty())
    throw Error(
        "Line %1 of the table '%2' has '%3' in the column '%4'; it takes train, val and test.",
        table.lines[row], table.path, table.rows[row][column], table.columns[column]);
  return split;
}

/// What Raven says of a selection once for each view of it comes once.
class SelectionsSeen {
 public:
  explicit SelectionsSeen(const DelimitedTable& table) {
    constexpr std::array<std::string_view, 1> kSelection{"selection"}, kView{"view"};
    view_ = table.findColumn(kView);
    if (view_) selection_ = table.findColumn(kSelection);
  }
  bool isAgain(const std::vector<std::string>& row, const fs::path& file) {
    return selection_ &&
           views_.try_emplace({file, row[*selection_]}, row[*view_]).first->second != row[*view_];
  }

 private:
  std::optional<size_t> selection_, view_;
  std::map<std::pair<fs::path, std::string>, std::string> views_;
};

std::vector<std::string> columnOf(const DelimitedTable& table, size_t column) {
  std::vector<std::string> cells;
  for (const auto& row : table.rows) cells.push_back(trimmed(row[column]));
  return cells;
}

/// Which file each row means, and which labels it gives.
struct RowContents {
  std::vector<FoundFile> files;
  std::vector<std::vector<std::string>> labels;
};

bool isName(const std::string& cell) {
  return !cell.empty() && cell.find('\0') == std::string::npos;
}

void addRow(ClipCollector& collector, const DelimitedTable& table, const Places& places, size_t i,
            const RowContents& contents, const std::string& split) {
  const auto& row = table.rows[i];
  const size_t line = table.lines[i];
  const FoundFile& file = contents.files[i];
  if (!isName(trimmed(row[places.path]))) {
    collector.leaveOut(table.path, Message("line %1 names no file", line));
    return;
  }
  if (!file.problem.empty()) {
    collector.leaveOut(table.path,
                       Message("line %1: '%2' %3", line, trimmed(row[places.path]), file.problem),
                       DataProblemKind::Missing);
    return;
  }
  Clip clip;
  clip.path = file.path;
  clip.split = places.split ? splitIn(table, i, *places.split) : split;
  if (places.fold)
    clip.fold = foldIn(table.path, table.columns[*places.fold], trimmed(row[*places.fold]));
  if (places.source) clip.source = trimmed(row[*places.source]);
  try {
    clip.segment = segmentIn(row, places);
  } catch (const Error& error) {
    collector.leaveOut(table.path, Message("line %1: %2", line, error.message()),
                       DataProblemKind::Outside);
    return;
  }
  if (!clip.segment.isWhole()) clip.row = Message("line %1 of %2", line, table.path.filename());
  if (contents.labels[i].empty()) {  // other stretches of the file may have labels
    const fs::path place = clip.segment.isWhole() ? clip.path : table.path;
    collector.leaveOutUnlabelled(std::move(clip), place,
                                 Message("line %1 of its table has no label for it", line));
  } else {
    collector.add(std::move(clip), contents.labels[i], Message("The table '%1' names", table.path));
  }
}

void addRows(ClipCollector& collector, const DelimitedTable& table, const Places& places,
             const RowContents& contents, const std::string& split) {
  if (table.encoding != "UTF-8")
    collector.note(Message("The table '%1' was read as %2 text.", table.path, table.encoding));
  SelectionsSeen selections(table);
  for (size_t i = 0; i < table.rows.size(); ++i)
    if (!selections.isAgain(table.rows[i], contents.files[i].path))
      addRow(collector, table, places, i, contents, split);
}

/// A comma in a class's name may have been meant to stand between two labels.
void noteCommas(ClipCollector& collector, const DelimitedTable& table, const RowContents& contents,
                const std::string& separator) {
  if (!separator.empty()) return;
  std::set<std::string> names;
  for (const auto& labels : contents.labels)
    for (const std::string& label : labels)
      if (label.find(", ") != std::string::npos) names.insert(label);
  if (names.empty()) return;
  collector.note(
      names.size() == 1
          ? Message("The table '%1' has commas in %2 class name, such as '%3'. If they separate "
                    "labels, set the label separator (--label-separator ',').",
                    table.path, names.size(), *names.begin())
          : Message("The table '%1' has commas in %2 class names, such as '%3'. If they separate "
                    "labels, set the label separator (--label-separator ',').",
                    table.path, names.size(), *names.begin()));
}

/// Names that stand for no file get an empty place.
std::vector<FoundFile> filesOf(const FileFinder& finder, const std::vector<std::string>& cells) {
  std::vector<std::string> names;
  for (const std::string& cell : cells)
    if (isName(cell)) names.push_back(cell);
  std::vector<FoundFile> found = finder.find(names);
  std::vector<FoundFile> files(cells.size());
  for (size_t i = 0, next = 0; i < cells.size(); ++i)
    if (isName(cells[i])) files[i] = std::move(found[next++]);
  return files;
}

bool hasEnding(const fs::path& path, std::initializer_list<std::string_view> endings) {
  const std::string ending = fileNameKey(path.extension().string());
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool isTable(const fs::path& path) {
  std::error_code ignored;
  return hasEnding(path, {".csv", ".tsv", ".tab"}) && fs::is_regular_file(path, ignored);
}

bool isSpreadsheet(const fs::path& path) {
  std::error_code ignored;
  return hasEnding(path, {".xlsx", ".xls", ".xlsm", ".ods"}) && fs::is_regular_file(path, ignored);
}

bool isText(const fs::path& path) {
  std::error_code ignored;
  return hasEnding(path, {".txt"}) && fs::is_regular_file(path, ignored);
}

/// Why none of a table's files is found.
Message nothingFound(const DelimitedTable& table, const std::vector<FoundFile>& files,
                     const Places& places, const fs::path& folder) {
  if (table.rows.empty()) return Message("The table '%1' has no rows.", table.path);
  size_t row = 0;
  for (size_t i = 0; i < files.size(); ++i)
    if (!files[i].problem.empty()) {
      row = i;
      break;
    }
  const std::string name = trimmed(table.rows[row][places.path]);
  if (files[row].problem.empty())
    return Message(
        "The table '%1' lists %2 files, none of which was found in '%3' (line %4: '%5').",
        table.path, table.rows.size(), folder, table.lines[row], name);
  return Message(
      "The table '%1' lists %2 files, none of which was found in '%3' (line %4: '%5' %6).",
      table.path, table.rows.size(), folder, table.lines[row], name, files[row].problem);
}

/// Empty where the table can be used: paths and labels can be told and some of the files exist.
TableSurvey::Unused lookAt(const fs::path& path, const DataRequest& request) {
  TableSurvey::Unused unused{path, {}, true, false};
  if (isSpreadsheet(path)) {
    unused.reason = Message("The table '%1' is a spreadsheet's own file. Save it as CSV.", path);
    return unused;
  }
  try {
    DelimitedTable table = readDelimitedTable(path);
    unused.isRead = table.columns.size() > 1;
    unused.maybeLabels = namesSounds(table, request.columns);
    if (!unused.maybeLabels) {
      unused.reason = Message(
          "The table '%1' is not used: no column is recognised as the column of files.", path);
      return unused;
    }
    const Places places = placesIn(table, request.columns);
    const std::vector<FoundFile> files =
        filesOf(FileFinder(request.root, path), columnOf(table, places.path));
    std::error_code ignored;
    const bool any = std::any_of(files.begin(), files.end(), [&](const FoundFile& file) {
      return file.problem.empty() && fs::is_regular_file(file.path, ignored);
    });
    if (!any) unused.reason = nothingFound(table, files, places, request.root);
  } catch (const Error& error) {
    unused.reason = error.message();
  }
  return unused;
}

/// The tables of a data set, with the split that their names tell where there are several.
using Tables = std::vector<std::pair<fs::path, std::string>>;

Tables tablesOf(const DataRequest& request, const TableSurvey& survey) {
  if (fs::is_regular_file(request.root)) return {{request.root, ""}};
  if (!request.columns.table.empty()) {
    const fs::path inside = request.root / request.columns.table;
    const fs::path& table = fs::exists(inside) ? inside : request.columns.table;
    if (!fs::is_regular_file(table)) throw Error("There is no table '%1'.", request.columns.table);
    return {{table, ""}};
  }
  if (survey.isClear()) {
    Tables tables = survey.usable;
    if (tables.size() == 1) tables[0].second.clear();
    return tables;
  }
  if (!survey.usable.empty())
    throw Error("The folder '%1' contains several tables. Choose one under Table (--table).",
                request.root);
  // Says what is wrong with the one that may have been meant.
  for (const TableSurvey::Unused& unused : survey.unused)
    if (unused.maybeLabels) return {{unused.path, ""}};
  if (!survey.unused.empty()) return {{survey.unused.front().path, ""}};
  throw Error("The folder '%1' contains no table (.csv or .tsv). Choose one under Table (--table).",
              request.root);
}

RowContents contentsOf(const DelimitedTable& table, const Places& places, const FileFinder& finder,
                       const std::string& separator) {
  return {filesOf(finder, columnOf(table, places.path)),
          splitCells(columnOf(table, places.label), separator)};
}

}  // namespace

bool TableSurvey::isClear() const {
  std::set<std::string> splits;
  for (const auto& [path, split] : usable)
    if (usable.size() > 1 && (split.empty() || !splits.insert(split).second)) return false;
  return !usable.empty();
}

TableSurvey surveyTables(const DataRequest& request) {
  TableSurvey survey;
  const std::vector<fs::path> entries = sortedEntries(request.root);
  const auto isBesideSound = [&](const fs::path& path) {
    return std::any_of(entries.begin(), entries.end(), [&](const fs::path& sound) {
      return looksLikeAudioFile(sound) && isLabelFileOf(path, sound);
    });
  };
  for (const fs::path& path : entries) {
    const bool isOne = isTable(path) || isSpreadsheet(path);
    if (!isOne && (!isText(path) || isBesideSound(path))) continue;
    TableSurvey::Unused unused = lookAt(path, request);
    if (unused.reason.empty())
      survey.usable.emplace_back(path, splitFromName(path.stem().string()));
    else if (isOne || (unused.isRead && unused.maybeLabels))  // any text might be anything
      survey.unused.push_back(std::move(unused));
  }
  return survey;
}

void tellUnusedTables(ClipCollector& collector, const TableSurvey& survey, bool isTableLayout) {
  for (const TableSurvey::Unused& unused : survey.unused) {
    collector.warn(unused.path, unused.reason, DataProblemKind::Table);
    const bool mayBeMissed = !isTableLayout || !splitFromName(unused.path.stem().string()).empty();
    if (unused.maybeLabels && mayBeMissed)
      collector.obstruct(
          isTableLayout
              ? Message("%1 Change it, or choose another table under Table (--table).",
                        unused.reason)
              : Message("%1 Change it or move it away. To use the names of the folders as labels, "
                        "choose the layout of one folder per class (--layout folders).",
                        unused.reason));
  }
  if (isTableLayout || survey.usable.empty()) return;
  std::string names;
  for (const auto& [path, split] : survey.usable) {
    names += (names.empty() ? "" : ", ") + path.filename().string();
    collector.warn(path, Message("it is one of several tables of labels"), DataProblemKind::Table);
  }
  collector.obstruct(
      Message("The folder '%1' contains several tables (%2). Choose one under Table (--table). To "
              "use the names of the folders as labels, choose the layout of one folder per class "
              "(--layout folders).",
              collector.folder(), names));
}

void scanTable(ClipCollector& collector, const TableSurvey& survey) {
  const TableColumns& columns = collector.request().columns;
  for (const auto& [path, split] : tablesOf(collector.request(), survey)) {
    DelimitedTable table = readDelimitedTable(path);
    const Places places = placesIn(table, columns);
    const RowContents contents =
        contentsOf(table, places, FileFinder(collector.folder(), path), columns.separator);
    addRows(collector, table, places, contents, split);
    noteCommas(collector, table, contents, columns.separator);
  }
}

bool looksLikeReport(const fs::path& folder) {
  return fs::is_regular_file(folder / "train.tsv") &&
         readDelimitedTable(folder / "train.tsv", 0).findColumn({&kReportName, 1}).has_value();
}

void scanReport(ClipCollector& collector) {
  const bool hasBoth = fs::exists(collector.folder() / "eval.tsv");
  for (const auto& [name, split] : {std::pair{"train.tsv", "train"}, {"eval.tsv", "val"}}) {
    if (split == std::string("val") && !hasBoth) continue;
    const DelimitedTable table = readDelimitedTable(collector.folder() / name);
    const Places places = placesInReport(table, collector.request().columns);
    RowContents contents{{}, splitCells(columnOf(table, places.label), "none")};
    for (const std::string& id : columnOf(table, places.path))
      contents.files.push_back({collector.folder() / "clips" / (id + ".flac")});
    addRows(collector, table, places, contents, hasBoth ? split : "");
  }
}

}  // namespace earwitness
