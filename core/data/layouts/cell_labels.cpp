// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/layouts/cell_labels.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string_view>

#include "core/base/look_alike.h"

namespace earwitness {
namespace {

using Parts = std::vector<std::string>;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isBetweenDigits(std::string_view cell, size_t at) {
  return at > 0 && at + 1 < cell.size() && isDigit(cell[at - 1]) && isDigit(cell[at + 1]);
}

/// Splits where `length` says that a separator so long stands; 0: none does.
Parts splitWhere(std::string_view cell,
                 const std::function<size_t(std::string_view cell, size_t at)>& length) {
  Parts parts;
  size_t begin = 0;
  const auto take = [&](size_t end) {
    const std::string part(trimmedBlanks(cell.substr(begin, end - begin)));
    if (!part.empty() && std::find(parts.begin(), parts.end(), part) == parts.end())
      parts.push_back(part);
  };
  for (size_t i = 0; i < cell.size();) {
    const size_t found = length(cell, i);
    if (found > 0) {
      take(i);
      begin = i + found;
    }
    i += std::max<size_t>(1, found);
  }
  take(cell.size());
  return parts;
}

size_t isComma(std::string_view cell, size_t at) {
  return cell[at] == ',' && !isBetweenDigits(cell, at) ? 1 : 0;
}

size_t isStrong(std::string_view cell, size_t at) {
  return cell[at] == ';' || cell[at] == '|' ? 1 : 0;
}

bool hasBlankBehindComma(const std::string& cell) {
  for (size_t i = 0; i + 1 < cell.size(); ++i)
    if (cell[i] == ',' && (cell[i + 1] == ' ' || cell[i + 1] == '\t')) return true;
  return false;
}

/// True where each part of each cell with a comma is also somewhere without its partners.
bool partsOccurWithoutPartners(const std::vector<Parts>& cells) {
  std::map<std::string, std::set<Parts>> companies;
  for (const Parts& parts : cells)
    for (const std::string& part : parts) companies[part].insert(parts);
  return std::all_of(companies.begin(), companies.end(), [](const auto& company) {
    return company.second.size() > 1 || company.second.begin()->size() == 1;
  });
}

bool commasSeparate(const std::vector<Parts>& pieces) {
  std::vector<Parts> cells;
  for (const Parts& cell : pieces)
    for (const std::string& piece : cell) {
      cells.push_back(splitWhere(piece, isComma));
      std::sort(cells.back().begin(), cells.back().end());
    }
  const bool hasBlank = std::any_of(pieces.begin(), pieces.end(), [](const Parts& cell) {
    return std::any_of(cell.begin(), cell.end(), hasBlankBehindComma);
  });
  return !hasBlank || partsOccurWithoutPartners(cells);
}

}  // namespace

std::vector<Parts> splitCells(const std::vector<std::string>& cells, const std::string& separator) {
  std::vector<Parts> labels;
  labels.reserve(cells.size());
  if (!separator.empty()) {
    const auto isSeparator = [&](std::string_view cell, size_t at) {
      return separator != "none" && cell.substr(at).starts_with(separator) ? separator.size() : 0;
    };
    for (const std::string& cell : cells) labels.push_back(splitWhere(cell, isSeparator));
    return labels;
  }
  for (const std::string& cell : cells) labels.push_back(splitWhere(cell, isStrong));
  if (!commasSeparate(labels)) return labels;
  for (size_t i = 0; i < cells.size(); ++i)
    labels[i] = splitWhere(cells[i], [](std::string_view cell, size_t at) {
      return std::max(isStrong(cell, at), isComma(cell, at));
    });
  return labels;
}

}  // namespace earwitness
