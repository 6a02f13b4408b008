// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace earwitness {

/// The longest name of a file, in bytes, on Linux's usual file systems.
constexpr size_t kLongestFileName = 255;

/// `text` cut to at most `mostBytes`, never inside a UTF-8 character.
std::string cutToBytes(std::string_view text, size_t mostBytes);

/// `stem` and `ending` as one name; a stem that is too long is cut.
std::string fittingName(std::string_view stem, std::string_view ending,
                        size_t mostBytes = kLongestFileName);

/// "dog.csv" for number 1, "dog-2.csv" for number 2; the stem is cut where the name is too long.
std::string numberedName(std::string_view stem, std::string_view ending, int number);

/// The first of "dog.csv", "dog-2.csv", "dog-3.csv", ... in `folder` that is not taken, not even by
/// a link that leads nowhere. Another program may take it before it is used: writeNewFile() of
/// atomic_file.h never overwrites.
std::filesystem::path freePath(const std::filesystem::path& folder, std::string_view stem,
                               std::string_view ending);

}  // namespace earwitness
