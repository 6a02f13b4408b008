// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/layouts/official_files.h"

#include <algorithm>
#include <stdexcept>

#include "core/base/error.h"

namespace fs = std::filesystem;

namespace earwitness {

std::vector<fs::path> sortedEntries(const fs::path& folder) {
  std::vector<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder))
    if (!entry.path().filename().string().starts_with(".")) entries.push_back(entry.path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

int foldIn(const fs::path& table, const std::string& column, const std::string& text) {
  try {
    size_t end = 0;
    const int fold = std::stoi(text, &end);
    if (end == text.size() && fold >= 1) return fold;
  } catch (const std::logic_error&) {
    // told below
  }
  throw Error(
      "The column '%1' of the table '%2' contains '%3', which is not a whole number from 1 on.",
      column, table, text);
}

fs::path plainFileName(const fs::path& table, const std::string& name) {
  fs::path path = name;
  if (path.empty() || path.is_absolute() || name.find('\0') != std::string::npos ||
      std::find(path.begin(), path.end(), "..") != path.end())
    throw Error("The table '%1' names a file outside its data set: '%2'.", table, name);
  return path;
}

}  // namespace earwitness
