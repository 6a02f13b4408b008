// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data: files in class folders that are not read.
#pragma once

#include <filesystem>

namespace earwitness {

/// True where the ending is that of texts, tables, pictures and the like, or where the name is that
/// of a file that systems leave in folders: nobody takes these for sounds.
bool isNoSound(const std::filesystem::path& path);

}  // namespace earwitness
