// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace earwitness {

/// A CSV or TSV file with a header row (RFC 4180 quotes, BOM and CRLF accepted), as UTF-8 whatever
/// its encoding was.
struct DelimitedTable {
  std::filesystem::path path;
  std::string
      encoding;  ///< of the file: "UTF-8", "UTF-16LE", "WINDOWS-1251", ... (text_encoding.h)
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< each as long as columns
  std::vector<size_t> lines;                   ///< where each row begins, counted from 1
  size_t headerLine = 1;                       ///< where the header is

  /// Index of a column. Throws Error naming the file and the columns it has.
  size_t column(const std::string& name) const;
  bool hasColumn(const std::string& name) const;
  /// The column that goes by the first of these names (as lookAlikeKey() has them) that there is;
  /// capitals and blanks around a column's name do not count.
  std::optional<size_t> findColumn(std::span<const std::string_view> names) const;
  /// For a file without a header: makes the first line a row, and calls the columns "1", "2", ...
  void takeHeaderAsRow();
};

/// The delimiter is a tab where the header holds one, else what it holds most of: comma, semicolon
/// or |; a first line "sep=;" is obeyed. Reads `mostRows` rows at most.
/// Throws Error naming the file and line where a row has another number of fields than the header,
/// and on bytes that are text in no known encoding.
DelimitedTable readDelimitedTable(const std::filesystem::path& path, size_t mostRows = SIZE_MAX);
/// The same of a file's bytes; `path` is what it goes by in errors.
DelimitedTable parseDelimitedTable(std::string_view bytes, const std::filesystem::path& path,
                                   size_t mostRows = SIZE_MAX);

}  // namespace earwitness
