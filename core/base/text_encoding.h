// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace earwitness {

/// A text as UTF-8, without a byte order mark.
struct DecodedText {
  std::string text;
  std::string encoding;  ///< what it was: "UTF-8", "UTF-16LE", "WINDOWS-1251", ...
};

/// Finds out the encoding of a text and decodes it. In this order:
/// 1. a byte order mark of UTF-8, UTF-16 or UTF-32 decides;
/// 2. zero bytes where UTF-16 has them beside ASCII letters mean UTF-16;
/// 3. what is valid UTF-8 is UTF-8;
/// 4. of the guess of libuchardet, Windows-1252, -1251 and -1250, KOI8-R and CP866, the encoding
///    wins that gives the most plausible words (letters of one script, capitals in front).
/// Lines that end in carriage returns alone, as old Macs and Excel's "CSV (Macintosh)" have them,
/// end in newlines. Returns nothing where no encoding gives a plausible text. Thread: any.
std::optional<DecodedText> decodeText(std::string_view bytes);

/// True for valid UTF-8, zero bytes included.
bool isUtf8(std::string_view text);

}  // namespace earwitness
