// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/label_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <optional>
#include <set>

#include "core/base/atomic_file.h"
#include "core/base/delimited_table.h"
#include "core/base/error.h"
#include "core/base/look_alike.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr std::array<std::string_view, 5> kLabelColumns{"display_name", "label", "name", "class",
                                                        "category"};
constexpr std::array<std::string_view, 2> kIndexColumns{"index", "id"};
constexpr std::array<std::string_view, 1> kIdColumns{"mid"};
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

LabelList linesOf(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  LabelList list;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmedBlanks(text.substr(0, end));
    if (!line.empty()) list.labels.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return list;
}

/// Rows of the table in the order of their indices, 0 to n - 1.
std::vector<size_t> rowsByIndex(const DelimitedTable& table, size_t column,
                                const std::string& source) {
  std::vector<size_t> rows(table.rows.size(), SIZE_MAX);
  for (size_t row = 0; row < table.rows.size(); ++row) {
    const std::string_view text = trimmedBlanks(table.rows[row][column]);
    size_t index = SIZE_MAX;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
    if (error != std::errc() || end != text.data() + text.size() || index >= rows.size() ||
        rows[index] != SIZE_MAX)
      throw Error(
          "The labels in '%1' cannot be put in order: line %2 has the index '%3', and each of 0 to "
          "%4 is expected once.",
          source, table.lines[row], text, rows.size() - 1);
    rows[index] = row;
  }
  return rows;
}

std::optional<LabelList> tableOf(std::string_view text, const std::string& source) {
  const std::string_view header = text.substr(0, text.find('\n'));
  if (header.find_first_of(",;\t|") == std::string_view::npos) return std::nullopt;
  const DelimitedTable first = parseDelimitedTable(header, source);
  const auto labelColumn = first.findColumn(kLabelColumns);
  if (!labelColumn) return std::nullopt;
  const DelimitedTable table = parseDelimitedTable(text, source);
  std::vector<size_t> rows(table.rows.size());
  std::iota(rows.begin(), rows.end(), size_t(0));
  if (const auto column = table.findColumn(kIndexColumns))
    rows = rowsByIndex(table, *column, source);
  const auto idColumn = table.findColumn(kIdColumns);
  LabelList list;
  for (const size_t row : rows) {
    list.labels.emplace_back(trimmedBlanks(table.rows[row][*labelColumn]));
    if (idColumn) list.ids.emplace_back(trimmedBlanks(table.rows[row][*idColumn]));
  }
  return list;
}

}  // namespace

LabelList parseLabels(std::string_view text, const std::string& source) {
  LabelList list = tableOf(text, source).value_or(LabelList{});
  if (list.labels.empty()) list = linesOf(text);
  if (list.labels.empty()) throw Error("There are no labels in '%1'.", source);
  std::set<std::string_view> seen;
  for (const std::string& label : list.labels) {
    if (label.empty()) throw Error("One of the labels in '%1' is empty.", source);
    if (!seen.insert(label).second)
      throw Error("The label '%1' is twice in '%2'. Use a different name for each label.", label,
                  source);
  }
  return list;
}

LabelList readLabels(const std::filesystem::path& path) {
  return parseLabels(readFile(path), path.string());
}

}  // namespace earwitness
