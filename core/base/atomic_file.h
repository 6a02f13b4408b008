#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace earwitness {

/// Writes `contents` to a new file beside `path`, syncs it to disk and renames it over `path`,
/// so that a kill or a full disk leaves either the old file or the new one.
/// Throws Error naming the file and the system's reason; the temporary file is removed.
void writeFileAtomically(const std::filesystem::path& path, std::string_view contents);

/// The same for writers that want a path of their own: `write` fills the temporary file it is
/// given.
void writeFileAtomically(const std::filesystem::path& path,
                         const std::function<void(const std::filesystem::path& temporary)>& write);

/// The whole file. Throws Error when it cannot be read.
std::string readFile(const std::filesystem::path& path);

}  // namespace earwitness
