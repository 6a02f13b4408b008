// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "core/base/delimited_table.h"
#include "tests/fuzz/fuzz_input.h"

using namespace earwitness;

namespace {

/// Tabs between fields, all in quotes.
std::string textOf(const DelimitedTable& table) {
  std::string text;
  const auto add = [&text](const std::vector<std::string>& fields) {
    for (size_t i = 0; i < fields.size(); ++i) {
      text += i == 0 ? "\"" : "\t\"";
      for (const char c : fields[i]) text += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += '"';
    }
    text += '\n';
  };
  add(table.columns);
  for (const auto& row : table.rows) add(row);
  return text;
}

void checkRoundTrip(const DelimitedTable& table) {
  // The delimiter is looked for in the first line, which is not the whole header then.
  for (const std::string& column : table.columns)
    if (column.find('\n') != std::string::npos) return;
  const std::string text = textOf(table);
  if (text.find('\0') != std::string::npos) return;  // may look like UTF-16
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const DelimitedTable again = readDelimitedTable(fileWith({bytes, text.size()}));
  require(again.columns == table.columns, "columns survive being written and read");
  std::vector<std::vector<std::string>> rows = table.rows;
  require(again.rows == rows, "rows survive being written and read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  refusedInWordsOrDone([&] {
    const DelimitedTable table = readDelimitedTable(fileWith({data, size}));
    require(!table.columns.empty(), "a table has columns");
    for (const auto& row : table.rows)
      require(row.size() == table.columns.size(), "rows are as long as the header");
    for (const std::string& column : table.columns)
      require(table.columns.at(table.column(column)) == column, "columns are found by name");
    checkRoundTrip(table);
  });
  return 0;
}
