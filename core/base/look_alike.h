// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace earwitness {

/// What all names share that a reader takes for the same: without regard to capitals, to Unicode's
/// normal form (an accent as a letter's part or after it), to width and ligatures, to characters
/// that are not seen, and to blanks at the ends or several in a row. Text that is not UTF-8 stays
/// as it is but for ASCII's capitals and blanks. Thread: any.
std::string lookAlikeKey(std::string_view name);

/// The same for names of files: without regard to capitals and to Unicode's normal form only.
std::string fileNameKey(std::string_view name);

/// Groups of two names and more that look alike, in order of their keys. In each, the name with the
/// highest count comes first, then the shortest (blanks at the ends make it longer).
std::vector<std::vector<std::string>> alikeNames(const std::map<std::string, size_t>& counts);

/// Without blanks, tabs and line ends at both ends.
std::string_view trimmedBlanks(std::string_view text);

}  // namespace earwitness
