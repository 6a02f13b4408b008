#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <string_view>

#include "core/base/delimited_table.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/layouts/scanner.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

using Names = std::span<const std::string_view>;
constexpr std::array<std::string_view, 14> kPathNames{
    "path",       "file",       "filename", "file_name", "filepath", "file_path", "slice_file_name",
    "audio_path", "audio_file", "audio",    "clip",      "wav",      "wav_path",  "sound"};
constexpr std::array<std::string_view, 6> kLabelNames{"label",      "class",     "category",
                                                      "class_name", "classname", "label_name"};
constexpr std::array<std::string_view, 1> kFoldNames{"fold"};
constexpr std::array<std::string_view, 3> kSplitNames{"split", "subset", "partition"};
constexpr std::array<std::string_view, 6> kSourceNames{"source",    "src_file",  "fsid",
                                                       "source_id", "recording", "recording_id"};
constexpr std::array<std::string_view, 1> kReportName{"ytid"};

constexpr size_t kProbedRows = 50;

/// Where in a row each thing stands.
struct Places {
  size_t path = 0;
  size_t label = 0;
  std::optional<size_t> fold, split, source;
};

std::optional<size_t> place(const DelimitedTable& table, const std::string& chosen, Names common) {
  return chosen.empty() ? table.findColumn(common) : table.column(chosen);
}

size_t requiredPlace(const DelimitedTable& table, const std::string& chosen, Names common,
                     const char* what, const char* option) {
  if (const auto found = place(table, chosen, common)) return *found;
  std::string list;
  for (const std::string& column : table.columns) list += (list.empty() ? "" : ", ") + column;
  throw Error("No column of the table " + inQuotes(table.path.string()) + " is known to hold the " +
              what + "; name it with " + option + " (it has: " + list + ").");
}

Places placesIn(const DelimitedTable& table, const TableColumns& columns) {
  Places places;
  places.path = requiredPlace(table, columns.path, kPathNames, "files' paths", "--path-column");
  places.label = requiredPlace(table, columns.label, kLabelNames, "labels", "--label-column");
  places.fold = place(table, columns.fold, kFoldNames);
  places.split = place(table, columns.split, kSplitNames);
  places.source = place(table, columns.source, kSourceNames);
  return places;
}

std::string trimmed(std::string_view text) {
  const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
  return std::string(text);
}

/// Finds the files of a table: relative to its own folder, to the data set's, or to a folder for
/// sounds in one of them.
class FileFinder {
 public:
  FileFinder(const fs::path& folder, const fs::path& table) {
    const fs::path tableFolder = table.has_parent_path() ? table.parent_path() : fs::path(".");
    for (const fs::path& base : {tableFolder, folder})
      for (const fs::path& below : {base, base / "audio", base / "clips"})
        if (std::find(bases_.begin(), bases_.end(), below) == bases_.end()) bases_.push_back(below);
  }

  /// Where the first base has it; below the first base where none has.
  fs::path find(std::string name) const {
    // Written on Windows.
    if (name.find('/') == std::string::npos) std::replace(name.begin(), name.end(), '\\', '/');
    if (fs::path(name).is_absolute()) return name;
    std::error_code ignored;
    for (const fs::path& base : bases_)
      if (fs::exists(base / name, ignored)) return base / name;
    return bases_.front() / name;
  }

 private:
  std::vector<fs::path> bases_;
};

std::string splitIn(const DelimitedTable& table, size_t row, size_t column) {
  std::string split = splitFromName(trimmed(table.rows[row][column]));
  if (split.empty())
    throw Error("Line " + std::to_string(table.lines[row]) + " of the table " +
                inQuotes(table.path.string()) + " has " + inQuotes(table.rows[row][column]) +
                " in the column " + inQuotes(table.columns[column]) +
                "; it takes train, val and test.");
  return split;
}

/// The rows of a table; `pathOf` makes a path of what stands in the path column.
template <typename PathOf>
void addRows(ClipCollector& collector, const DelimitedTable& table, const Places& places,
             const std::string& split, PathOf pathOf) {
  const std::string namedBy = "The table " + inQuotes(table.path.string()) + " names";
  for (size_t i = 0; i < table.rows.size(); ++i) {
    const auto& row = table.rows[i];
    const std::string name = trimmed(row[places.path]);
    const std::string line = "line " + std::to_string(table.lines[i]);
    if (name.empty() || name.find('\0') != std::string::npos) {
      collector.leaveOut(table.path, line + " names no file");
      continue;
    }
    Clip clip;
    clip.path = pathOf(name);
    clip.split = places.split ? splitIn(table, i, *places.split) : split;
    if (places.fold)
      clip.fold = foldIn(table.path, table.columns[*places.fold], trimmed(row[*places.fold]));
    if (places.source) clip.source = trimmed(row[*places.source]);
    const std::string label = trimmed(row[places.label]);
    if (label.empty())
      collector.leaveOut(clip.path, line + " of its table gives it no label");
    else
      collector.add(std::move(clip), label, namedBy);
  }
}

bool isTable(const fs::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return char(std::tolower(c)); });
  return (ending == ".csv" || ending == ".tsv") && fs::is_regular_file(path);
}

/// True where paths and labels can be guessed and some of the first files exist.
bool isUsable(const fs::path& path, const DataRequest& request) {
  try {
    const DelimitedTable table = readDelimitedTable(path, kProbedRows);
    const Places places = placesIn(table, request.columns);
    const FileFinder finder(request.root, path);
    std::error_code ignored;
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
      return fs::is_regular_file(finder.find(trimmed(row[places.path])), ignored);
    });
  } catch (const Error&) {
    return false;
  }
}

/// The tables of a data set, with the split that their names tell where there are several.
using Tables = std::vector<std::pair<fs::path, std::string>>;

Tables usableTablesIn(const DataRequest& request) {
  Tables tables;
  for (const fs::path& path : sortedEntries(request.root))
    if (isTable(path) && isUsable(path, request))
      tables.emplace_back(path, splitFromName(path.stem().string()));
  return tables;
}

bool tellApart(const Tables& tables) {
  std::set<std::string> splits;
  for (const auto& [path, split] : tables)
    if (split.empty() || !splits.insert(split).second) return false;
  return true;
}

Tables tablesOf(const DataRequest& request) {
  if (fs::is_regular_file(request.root)) return {{request.root, ""}};
  if (!request.columns.table.empty()) {
    const fs::path inside = request.root / request.columns.table;
    return {{fs::exists(inside) ? inside : request.columns.table, ""}};
  }
  Tables tables = usableTablesIn(request);
  if (tables.size() == 1) tables[0].second.clear();
  if (tables.size() <= 1 || tellApart(tables)) {
    if (!tables.empty()) return tables;
    // Says what is wrong with the one that may have been meant.
    for (const fs::path& path : sortedEntries(request.root))
      if (isTable(path)) return {{path, ""}};
    throw Error("The folder " + inQuotes(request.root.string()) +
                " holds no table (.csv or .tsv); name one with --table.");
  }
  throw Error("The folder " + inQuotes(request.root.string()) +
              " holds several tables; name one with --table.");
}

}  // namespace

bool looksLikeTable(const DataRequest& request) {
  if (fs::is_regular_file(request.root) || !request.columns.table.empty()) return true;
  const Tables tables = usableTablesIn(request);
  return tables.size() == 1 || (!tables.empty() && tellApart(tables));
}

void scanTable(ClipCollector& collector) {
  for (const auto& [path, split] : tablesOf(collector.request())) {
    const DelimitedTable table = readDelimitedTable(path);
    const FileFinder finder(collector.folder(), path);
    addRows(collector, table, placesIn(table, collector.request().columns), split,
            [&](const std::string& name) { return finder.find(name); });
  }
}

bool looksLikeReport(const fs::path& folder) {
  return fs::is_regular_file(folder / "train.tsv") &&
         readDelimitedTable(folder / "train.tsv", 0).findColumn(kReportName).has_value();
}

void scanReport(ClipCollector& collector) {
  const bool hasBoth = fs::exists(collector.folder() / "eval.tsv");
  for (const auto& [name, split] : {std::pair{"train.tsv", "train"}, {"eval.tsv", "val"}}) {
    if (split == std::string("val") && !hasBoth) continue;
    const DelimitedTable table = readDelimitedTable(collector.folder() / name);
    const TableColumns& columns = collector.request().columns;
    Places places;
    places.path = requiredPlace(table, columns.path, kReportName, "clips' YTID", "--path-column");
    places.label = requiredPlace(table, columns.label, kLabelNames, "labels", "--label-column");
    places.source = columns.source.empty() ? places.path : table.column(columns.source);
    addRows(collector, table, places, hasBoth ? split : "",
            [&](const std::string& id) { return collector.folder() / "clips" / (id + ".flac"); });
  }
}

}  // namespace earwitness
