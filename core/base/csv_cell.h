// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace earwitness {

/// Who reads a CSV table. Spreadsheets take a cell that begins with =, +, -, @, a tab or a carriage
/// return for a formula, and may run it; programs want the text as it is.
enum class CsvReader { Program, Spreadsheet };

/// A text as a cell of a CSV table, in quotes where it needs them (RFC 4180). For spreadsheets, an
/// apostrophe goes in front of what would be a formula, also of one that stands after blanks.
std::string csvCell(std::string_view text, CsvReader reader);

}  // namespace earwitness
