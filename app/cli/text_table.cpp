// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_table.h"

#include <algorithm>

namespace earwitness {
namespace {

/// Characters, not bytes, of UTF-8.
size_t widthOf(const std::string& text) {
  return size_t(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  }));
}

bool isNumber(const std::string& text) {
  return text.empty() || (text[0] >= '0' && text[0] <= '9') || text[0] == '-';
}

}  // namespace

std::string TextTable::text() const {
  const size_t nColumns = rows_[0].size();
  std::vector<size_t> width(nColumns);
  std::vector<bool> right(nColumns, true);
  for (size_t r = 0; r < rows_.size(); ++r)
    for (size_t c = 0; c < nColumns; ++c) {
      width[c] = std::max(width[c], widthOf(rows_[r][c]));
      if (r > 0 && !isNumber(rows_[r][c])) right[c] = false;
    }
  std::string out;
  for (const auto& row : rows_) {
    std::string line;
    for (size_t c = 0; c < nColumns; ++c) {
      const std::string padding(width[c] - widthOf(row[c]), ' ');
      line += (c > 0 ? "  " : "") + (right[c] ? padding + row[c] : row[c] + padding);
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

}  // namespace earwitness
