// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_names.h"

#include <algorithm>
#include <system_error>

namespace earwitness {

namespace fs = std::filesystem;

namespace {

/// Whether a byte goes on with the UTF-8 character that another one began.
bool isContinuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}  // namespace

std::string cutToBytes(std::string_view text, size_t mostBytes) {
  if (text.size() <= mostBytes) return std::string(text);
  constexpr size_t kMostContinuations = 3;  // names need not be UTF-8
  size_t end = mostBytes;
  while (end > 0 && mostBytes - end < kMostContinuations && isContinuation(text[end])) --end;
  return std::string(text.substr(0, end));
}

std::string fittingName(std::string_view stem, std::string_view ending, size_t mostBytes) {
  return cutToBytes(stem, mostBytes - std::min(mostBytes, ending.size())).append(ending);
}

std::string numberedName(std::string_view stem, std::string_view ending, int number) {
  if (number <= 1) return fittingName(stem, ending);
  std::string numberAndEnding("-");
  numberAndEnding.append(std::to_string(number)).append(ending);
  return fittingName(stem, numberAndEnding);
}

fs::path freePath(const fs::path& folder, std::string_view stem, std::string_view ending) {
  for (int number = 1;; ++number) {
    fs::path path = folder / numberedName(stem, ending, number);
    std::error_code error;
    const fs::file_type type = fs::symlink_status(path, error).type();
    // A folder that cannot be looked into is reported when the file is written.
    if (type == fs::file_type::not_found || type == fs::file_type::none) return path;
  }
}

}  // namespace earwitness
