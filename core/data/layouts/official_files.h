// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data: entries of folders and cells of tables, as published data sets have them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace earwitness {

/// Folders and files that are not hidden, sorted.
std::vector<std::filesystem::path> sortedEntries(const std::filesystem::path& folder);
/// A whole number from 1 on. Throws Error naming table and column.
int foldIn(const std::filesystem::path& table, const std::string& column, const std::string& text);
/// The name of a file below a data set's audio folder, as official tables have them. Throws Error
/// where it leads out.
std::filesystem::path plainFileName(const std::filesystem::path& table, const std::string& name);

}  // namespace earwitness
