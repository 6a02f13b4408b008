// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/case_fold.h"

#include <array>

#include <utf8proc.h>

namespace earwitness {

std::string foldedCase(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  std::string folded;
  folded.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    utf8proc_int32_t character = 0;
    const auto length = utf8proc_iterate(bytes + i, utf8proc_ssize_t(text.size() - i), &character);
    if (length <= 0) {  // not UTF-8
      folded += text[i++];
      continue;
    }
    std::array<utf8proc_uint8_t, 4> lower{};
    const auto written = utf8proc_encode_char(utf8proc_tolower(character), lower.data());
    folded.append(reinterpret_cast<const char*>(lower.data()), size_t(written));
    i += size_t(length);
  }
  return folded;
}

}  // namespace earwitness
