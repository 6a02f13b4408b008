// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace earwitness {

/// UTF-8 in small letters of any script, for comparisons; bytes that are not UTF-8 stay as they
/// are. The same whatever the user's locale. Thread: any.
std::string foldedCase(std::string_view text);

}  // namespace earwitness
