#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace earwitness {

/// A CSV or TSV file with a header row (RFC 4180 quotes, BOM and CRLF accepted).
struct DelimitedTable {
  std::filesystem::path path;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< each as long as columns

  /// Index of a column. Throws Error naming the file and the columns it has.
  size_t column(const std::string& name) const;
  bool hasColumn(const std::string& name) const;
};

/// The delimiter is a tab where the header holds one, else a comma.
/// Throws Error naming the file and line where a row has another number of fields than the header.
DelimitedTable readDelimitedTable(const std::filesystem::path& path);

}  // namespace earwitness
