// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/layouts/label_file.h"

#include <array>
#include <optional>
#include <set>

#include "core/base/atomic_file.h"
#include "core/base/delimited_table.h"
#include "core/base/error.h"
#include "core/base/look_alike.h"
#include "core/base/text.h"
#include "core/base/text_encoding.h"
#include "core/data/layouts/cell_labels.h"
#include "core/data/layouts/table_columns.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

[[noreturn]] void refuse(const fs::path& path, const Message& why) {
  throw Error("The file '%1' is not a label file: %2.", path, why);
}

/// The lines with the texts of their labels, which are taken apart together.
struct Lines {
  LabelFile file;
  std::vector<std::string> texts;

  LabelFile withLabels(const std::string& separator) {
    auto labels = splitCells(texts, separator);
    for (size_t i = 0; i < file.lines.size(); ++i) file.lines[i].labels = std::move(labels[i]);
    return std::move(file);
  }
};

LabelFile audacityLabels(std::string_view text, const fs::path& path,
                         const std::string& separator) {
  Lines lines;
  for (size_t number = 1; !text.empty(); ++number) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('\\')) continue;
    const size_t first = line.find('\t');
    const size_t second = first == line.npos ? line.npos : line.find('\t', first + 1);
    const auto begin = secondsIn(line.substr(0, first));
    const auto stop =
        first == line.npos ? std::nullopt : secondsIn(line.substr(first + 1, second - first - 1));
    if (!begin || !stop) refuse(path, Message("line %1 does not begin with two times", number));
    LabelLine label{number, roundedSegment(*begin, *stop)};
    if (*begin < 0.0)
      label.problem = Message("its start is before the start of its file");
    else if (label.segment.isWhole())
      label.problem = Message("its end is not after its start");
    lines.file.lines.push_back(std::move(label));
    lines.texts.emplace_back(second == line.npos ? "" : line.substr(second + 1));
  }
  return lines.withLabels(separator);
}

std::optional<size_t> find(const DelimitedTable& table, std::string_view name) {
  return table.findColumn({&name, 1});
}

LabelFile ravenSelections(const DelimitedTable& table, const std::string& separator) {
  Places places;
  places.start = find(table, "begin time (s)");
  places.end = find(table, "end time (s)");
  places.fileOffset = find(table, "file offset (s)");
  const auto label = table.findColumn(kLabelNames);
  if (!label) refuse(table.path, Message("no column of it is known to hold labels"));
  constexpr std::array<std::string_view, 2> kFiles{"begin file", "begin path"};
  const auto file = table.findColumn(kFiles);
  const auto selection = find(table, "selection");
  std::set<std::string> seen;
  Lines lines;
  for (size_t i = 0; i < table.rows.size(); ++i) {
    const auto& row = table.rows[i];
    if (selection && !row[*selection].empty() && !seen.insert(row[*selection]).second) continue;
    LabelLine line{table.lines[i]};
    if (file) line.sound = row[*file].substr(row[*file].find_last_of("/\\") + 1);
    try {
      line.segment = segmentIn(row, places);
      if (line.segment.isWhole()) line.problem = Message("it has no times");
    } catch (const Error& error) {
      line.problem = error.message();
    }
    lines.file.lines.push_back(std::move(line));
    lines.texts.push_back(row[*label]);
  }
  return lines.withLabels(separator);
}

bool isRaven(std::string_view text) {
  const std::string header = lookAlikeKey(text.substr(0, text.find('\n')));
  return header.find("begin time (s)") != header.npos && header.find("end time (s)") != header.npos;
}

}  // namespace

bool isLabelFileOf(const fs::path& labelFile, const fs::path& sound) {
  const std::string text = fileNameKey(labelFile.filename().string());
  for (const fs::path& name : {sound.stem(), sound.filename()}) {
    const std::string its = fileNameKey(name.string());
    if (text == its + ".txt" || (text.starts_with(its + ".") && text.ends_with("selections.txt")))
      return true;
  }
  return false;
}

LabelFile parseLabelFile(std::string_view bytes, const fs::path& path,
                         const std::string& separator) {
  const auto decoded = decodeText(bytes);
  if (!decoded) refuse(path, Message("it is not text in a known encoding"));
  if (isRaven(decoded->text))
    return ravenSelections(parseDelimitedTable(decoded->text, path), separator);
  return audacityLabels(decoded->text, path, separator);
}

LabelFile readLabelFile(const fs::path& path, const std::string& separator) {
  return parseLabelFile(readFile(path), path, separator);
}

}  // namespace earwitness
