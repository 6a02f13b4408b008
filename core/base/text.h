// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/message.h"

namespace earwitness {

/// A name in a sentence: 'name'. Control characters, which would end or bend it, are shown as '?'.
std::string inQuotes(std::string_view name);
/// ASCII's capitals as small letters, whatever the locale; other bytes stay as they are. For other
/// scripts see case_fold.h.
constexpr char lowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}
std::string lowerAscii(std::string_view text);
/// A field of a CSV table, in quotes where it needs them (RFC 4180).
std::string csvField(std::string_view field);
/// With so many digits behind the point: "1.50".
std::string fixedPoint(double value, int digits);
/// "93.4%"
std::string percent(double share);
/// "4.8 s", "48 s", "3 min 20 s", "2 h 5 min"
std::string durationText(double seconds);
Message durationMessage(double seconds);

}  // namespace earwitness
