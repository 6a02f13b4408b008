#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace earwitness {

/// A CSV or TSV file with a header row (RFC 4180 quotes, BOM and CRLF accepted).
struct DelimitedTable {
  std::filesystem::path path;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< each as long as columns
  std::vector<size_t> lines;                   ///< where each row begins, counted from 1

  /// Index of a column. Throws Error naming the file and the columns it has.
  size_t column(const std::string& name) const;
  bool hasColumn(const std::string& name) const;
  /// The column that goes by the first of these names (in lower case) that there is; capitals and
  /// blanks around a column's name do not count.
  std::optional<size_t> findColumn(std::span<const std::string_view> names) const;
};

/// The delimiter is a tab where the header holds one, else what it holds most of: comma, semicolon
/// or |; a first line "sep=;" is obeyed. Reads `mostRows` rows at most.
/// Throws Error naming the file and line where a row has another number of fields than the header,
/// and on text that is UTF-16.
DelimitedTable readDelimitedTable(const std::filesystem::path& path, size_t mostRows = SIZE_MAX);
/// The same of a text; `path` is what it goes by in errors.
DelimitedTable parseDelimitedTable(std::string_view text, const std::filesystem::path& path,
                                   size_t mostRows = SIZE_MAX);

}  // namespace earwitness
