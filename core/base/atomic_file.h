// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace earwitness {

/// Writes `contents` to a new file next to `path`, syncs it to disk and renames it over `path`, so
/// that a kill or a full disk leaves either the old file or the new one. The new file has the
/// permissions of the old one and, if possible, its owner. A link stays a link: the file that it
/// leads to is replaced, or made. Devices, pipes and open descriptors (/dev/stdout, /dev/fd/5) are
/// written to as they are. A file in a folder that takes no new files is written in place if it is
/// empty, and refused otherwise.
/// Throws WriteError naming the file and the system's reason; the temporary file is removed.
void writeFileAtomically(const std::filesystem::path& path, std::string_view contents);

/// The same for writers that want a path of their own: `write` fills the temporary file it is
/// given.
void writeFileAtomically(const std::filesystem::path& path,
                         const std::function<void(const std::filesystem::path& temporary)>& write);

/// Throws the WriteError that writeFileAtomically() would throw now. For checks before long work:
/// what is at `path` stays as it is, and nothing is left behind.
void requireWritable(const std::filesystem::path& path);

/// Writes `contents` to the first of "dog.csv", "dog-2.csv", ... in `folder` that is not taken, and
/// returns it. Never overwrites a file, whoever makes it at the same time. Throws WriteError.
std::filesystem::path writeNewFile(const std::filesystem::path& folder, std::string_view stem,
                                   std::string_view ending, std::string_view contents);

/// Renames `file` to the first such name in its folder, and returns it. Throws WriteError.
std::filesystem::path renameToFreeName(const std::filesystem::path& file, std::string_view stem,
                                       std::string_view ending);

/// The whole file. Throws Error when it cannot be read.
std::string readFile(const std::filesystem::path& path);

}  // namespace earwitness
