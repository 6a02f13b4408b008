// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/case_fold.h"

#include <array>
#include <climits>
#include <cwchar>
#include <cwctype>

#include <locale.h>

namespace earwitness {

namespace {

/// The calling thread's locale is one that knows Unicode, for as long as this lives.
class UnicodeLocale {
 public:
  UnicodeLocale() : before_(::uselocale(locale())) {}
  ~UnicodeLocale() { ::uselocale(before_); }
  UnicodeLocale(const UnicodeLocale&) = delete;
  UnicodeLocale& operator=(const UnicodeLocale&) = delete;

 private:
  static locale_t locale() {
    // Part of the C library itself since glibc 2.35. Without it the thread's own stays.
    static const locale_t unicode = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return unicode;
  }
  locale_t before_;
};

}  // namespace

std::string foldedCase(std::string_view text) {
  const UnicodeLocale locale;
  std::string folded;
  folded.reserve(text.size());
  while (!text.empty()) {
    std::mbstate_t state{};
    wchar_t character = 0;
    const size_t length = std::mbrtowc(&character, text.data(), text.size(), &state);
    if (length == 0 || length > text.size()) {  // a zero byte, or no UTF-8
      folded += text.front();
      text.remove_prefix(1);
      continue;
    }
    std::array<char, MB_LEN_MAX> bytes{};
    state = {};
    const size_t written =
        std::wcrtomb(bytes.data(), wchar_t(std::towlower(wint_t(character))), &state);
    folded.append(written <= bytes.size() ? std::string_view(bytes.data(), written)
                                          : text.substr(0, length));
    text.remove_prefix(length);
  }
  return folded;
}

}  // namespace earwitness
