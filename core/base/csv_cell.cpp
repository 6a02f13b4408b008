// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv_cell.h"

#include "core/base/text.h"

namespace earwitness {

namespace {

bool looksLikeFormula(std::string_view text) {
  // The full-width forms of =, +, - and @ are formulas in some spreadsheets, too.
  constexpr std::string_view kWide[] = {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  if (text.empty()) return false;
  for (const std::string_view sign : kWide)
    if (text.starts_with(sign)) return true;
  return std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
}

}  // namespace

std::string csvCell(std::string_view text, CsvReader reader) {
  if (reader == CsvReader::Program || !looksLikeFormula(text)) return csvField(text);
  return csvField(std::string("'").append(text));
}

}  // namespace earwitness
