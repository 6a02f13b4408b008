// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log_lines.h"

#include <algorithm>
#include <utility>

#include "core/base/log.h"

namespace earwitness {
namespace {

constexpr size_t kFirstLines = 500;
constexpr size_t kLastLines = 50;
constexpr size_t kLongestLine = 3000;  // bytes; what follows is the next line

}  // namespace

LogLines::LogLines(const char* category, std::string source)
    : category_(category), source_(std::move(source)) {}

void LogLines::add(std::string_view bytes) {
  if (!isLogged(LogLevel::Warning)) return;
  while (!bytes.empty()) {
    const size_t end = bytes.find_first_of("\r\n");
    const size_t count = std::min({end, bytes.size(), kLongestLine - open_.size()});
    open_.append(bytes.substr(0, count));
    bytes.remove_prefix(count == end ? count + 1 : count);
    if (count == end || open_.size() == kLongestLine) addLine(std::exchange(open_, {}));
  }
}

void LogLines::addLine(std::string line) {
  if (line.find_first_not_of(" \t") == std::string::npos) return;
  if (logged_ < kFirstLines) {
    ++logged_;
    logWarning(category_, source_ + ": " + line);
    return;
  }
  last_.push_back(std::move(line));
  if (last_.size() <= kLastLines) return;
  last_.pop_front();
  ++skipped_;
}

void LogLines::finish() {
  addLine(std::exchange(open_, {}));
  if (skipped_ > 0)
    logWarning(category_, source_ + ": (" + std::to_string(std::exchange(skipped_, 0)) +
                              " more lines were not logged)");
  for (const std::string& line : std::exchange(last_, {}))
    logWarning(category_, source_ + ": " + line);
}

}  // namespace earwitness
