// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace earwitness {

/// The file's bytes if they are those of a model that came with this program (SHA-256, whatever the
/// file's name and place), else nothing. Such a model is as trustworthy as the program; every other
/// one runs confined. What was checked is returned, so that nobody can exchange the file between
/// the check and its use. Throws Error if the file cannot be read.
std::optional<std::string> bundledModelBytes(const std::filesystem::path& file);

}  // namespace earwitness
