// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/delimited_table.h"

#include <algorithm>
#include <array>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/look_alike.h"
#include "core/base/text_encoding.h"

namespace earwitness {
namespace {

/// One record after another out of a text; a quoted field may hold delimiters and line ends.
class RecordReader {
 public:
  RecordReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  bool atEnd() const { return position_ >= text_.size(); }
  size_t line() const { return line_; }
  /// Where a quote begins that the last record did not close; 0 where there is none.
  size_t openQuoteLine() const { return quoteLine_; }

  std::vector<std::string> next() {
    std::vector<std::string> fields(1);
    bool quoted = false;
    quoteLine_ = 0;
    for (; position_ < text_.size(); ++position_) {
      const char c = text_[position_];
      if (c == '\n') ++line_;
      if (quoted) {
        if (c != '"') {
          fields.back() += c;
        } else if (position_ + 1 < text_.size() && text_[position_ + 1] == '"') {
          fields.back() += c;
          ++position_;
        } else {
          quoted = false;
        }
      } else if (c == '"' && fields.back().empty()) {
        quoted = true;
        quoteLine_ = line_;
      } else if (c == delimiter_) {
        fields.emplace_back();
      } else if (c == '\n') {
        ++position_;
        break;
      } else if (c != '\r') {
        fields.back() += c;
      }
    }
    if (!quoted) quoteLine_ = 0;
    return fields;
  }

 private:
  std::string_view text_;
  char delimiter_;
  size_t position_ = 0;
  size_t line_ = 1;
  size_t quoteLine_ = 0;
};

/// What separates fields: what the first line holds most of outside quotes; a tab wins always.
char delimiterOf(std::string_view header) {
  constexpr std::array kDelimiters{',', ';', '|'};
  std::array<size_t, kDelimiters.size()> counts{};
  bool quoted = false;
  for (const char c : header) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\t') return c;
    for (size_t i = 0; i < kDelimiters.size(); ++i) counts[i] += c == kDelimiters[i] ? 1 : 0;
  }
  return kDelimiters[size_t(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

/// A first line "sep=;", which spreadsheets write and read. Takes it away.
char announcedDelimiter(std::string_view& text) {
  if (!text.starts_with("sep=") || text.size() < 6) return 0;
  const size_t end = text.find('\n');
  const char delimiter = text[4];
  if (end != 5 && !(end == 6 && text[5] == '\r')) return 0;
  if (delimiter == '"' || delimiter == '\r' || delimiter == '\n') return 0;
  text.remove_prefix(end + 1);
  return delimiter;
}

}  // namespace

size_t DelimitedTable::column(const std::string& name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  if (found != columns.end()) return size_t(found - columns.begin());
  std::string list;
  for (const std::string& column : columns) list += (list.empty() ? "" : ", ") + column;
  throw Error("The table '%1' has no column '%2'; it has: %3.", path, name, list);
}

bool DelimitedTable::hasColumn(const std::string& name) const {
  return std::find(columns.begin(), columns.end(), name) != columns.end();
}

std::optional<size_t> DelimitedTable::findColumn(std::span<const std::string_view> names) const {
  for (const std::string_view name : names)
    for (size_t i = 0; i < columns.size(); ++i)
      if (lookAlikeKey(columns[i]) == name) return i;
  return std::nullopt;
}

void DelimitedTable::takeHeaderAsRow() {
  rows.insert(rows.begin(), columns);
  lines.insert(lines.begin(), headerLine);
  for (size_t i = 0; i < columns.size(); ++i) columns[i] = std::to_string(i + 1);
}

DelimitedTable readDelimitedTable(const std::filesystem::path& path, size_t mostRows) {
  return parseDelimitedTable(readFile(path), path, mostRows);
}

DelimitedTable parseDelimitedTable(std::string_view bytes, const std::filesystem::path& path,
                                   size_t mostRows) {
  const auto decoded = decodeText(bytes);
  if (!decoded)
    throw Error("The table '%1' is not text in a known encoding. Save it as UTF-8.", path);
  std::string_view text = decoded->text;
  const char announced = announcedDelimiter(text);
  const char delimiter = announced ? announced : delimiterOf(text.substr(0, text.find('\n')));

  DelimitedTable table;
  table.path = path;
  table.encoding = decoded->encoding;
  RecordReader records(text, delimiter);
  if (records.atEnd()) throw Error("The table '%1' is empty.", path);
  const auto next = [&] {
    std::vector<std::string> fields = records.next();
    if (records.openQuoteLine() > 0)
      throw Error("The table '%1' opens a quote in line %2 that never closes.", path,
                  records.openQuoteLine());
    return fields;
  };
  table.columns = next();
  const size_t firstLine = announced ? 1 : 0;
  table.headerLine = firstLine + 1;
  while (!records.atEnd() && table.rows.size() < mostRows) {
    const size_t line = firstLine + records.line();
    std::vector<std::string> fields = next();
    if (fields.size() == 1 && fields[0].empty()) continue;
    if (fields.size() != table.columns.size())
      throw Error("Line %1 of the table '%2' has %3 fields, its header has %4.", line, path,
                  fields.size(), table.columns.size());
    table.rows.push_back(std::move(fields));
    table.lines.push_back(line);
  }
  return table;
}

}  // namespace earwitness
