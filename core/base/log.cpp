// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <mutex>

#include <unistd.h>
#include <utf8proc.h>

#include "core/base/clock_time.h"
#include "core/base/log_file.h"

namespace earwitness {
namespace {

constexpr size_t kLongestText = 4000;  // bytes
constexpr std::array<const char*, 4> kNames{"debug", "info", "warning", "error"};
constexpr int kClosed = int(kNames.size());

std::atomic<int> lowestLevel{kClosed};

struct Sink {
  std::mutex mutex;             ///< guards what follows
  std::optional<LogFile> file;  ///< none: standard error
  uint64_t lost = 0;            ///< records since the last one that was written
};

/// Never destroyed: a thread that ends late may still log.
Sink& sink() {
  static Sink& sink = *new Sink;
  return sink;
}

bool writeToStandardError(std::string_view line) {
  ssize_t count = 0;
  do count = ::write(STDERR_FILENO, line.data(), line.size());
  while (count < 0 && errno == EINTR);
  return count == ssize_t(line.size());
}

void write(Sink& sink, const std::string& line) {
  const auto put = [&sink](const std::string& text) {
    return sink.file ? sink.file->append(text) : writeToStandardError(text);
  };
  if (sink.lost > 0 &&
      put(logLine(utcMsNow(), LogLevel::Warning, kLogApp,
                  "Records that could not be written to this log: " + std::to_string(sink.lost))))
    sink.lost = 0;
  if (sink.lost > 0 || !put(line)) ++sink.lost;
}

// ---- One line
// ------------------------------------------------------------------------------------

bool isWordChar(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// The end of an address that begins at `from`.
size_t endOfAddress(std::string_view text, size_t from) {
  for (size_t i = from; i < text.size(); ++i) {
    const char c = text[i];
    const bool closes = c == '\'' && (i + 1 == text.size() || !isWordChar(text[i + 1]));
    if (closes || static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>' ||
        text.substr(i).starts_with("»") || text.substr(i).starts_with("”"))
      return i;
  }
  return text.size();
}

/// Where the scheme of an address begins ("https" before "://"); `colon` itself if there is none.
size_t beginOfScheme(std::string_view text, size_t colon) {
  size_t begin = colon;
  while (begin > 0 && (isWordChar(text[begin - 1]) || text[begin - 1] == '+' ||
                       text[begin - 1] == '-' || text[begin - 1] == '.'))
    --begin;
  return begin;
}

std::string withoutAddresses(std::string_view text) {
  std::string result;
  size_t done = 0;
  for (size_t at = text.find("://"); at != std::string_view::npos; at = text.find("://", at + 3)) {
    if (at < done) continue;
    const size_t begin = beginOfScheme(text, at);
    const std::string_view scheme = text.substr(begin, at - begin);
    if (begin < done || scheme.empty() || scheme == "file" || scheme == "qrc") continue;
    result.append(text.substr(done, begin - done));
    result.append("<").append(scheme).append(" address>");
    done = endOfAddress(text, at);
  }
  return result.append(text.substr(done));
}

/// "name:password@proxy:3128", as a variable of the environment may have it.
std::string withoutCredentials(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const size_t host = word.rfind('@');
    const bool hasPassword = host != std::string_view::npos && word.find(':') < host;
    result.append(hasPassword ? "<address>" : word);
    if (end < text.size()) result += ' ';
    at = end + 1;
  }
  return result;
}

bool mustBeEscaped(utf8proc_int32_t code) {
  const utf8proc_category_t category = utf8proc_category(code);
  const bool turnsText = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP || turnsText;
}

std::string hexadecimal(unsigned value, int digits) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%0*x", digits, value);
  return text.data();
}

void appendEscaped(std::string& line, std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (size_t at = 0; at < text.size();) {
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t size =
        utf8proc_iterate(bytes + at, utf8proc_ssize_t(text.size() - at), &code);
    if (size < 1) {
      line.append("\\x").append(hexadecimal(bytes[at], 2));
      ++at;
      continue;
    }
    if (code == '\n')
      line += "\\n";
    else if (code == '\t')
      line += "\\t";
    else if (mustBeEscaped(code))
      line.append("\\u").append(hexadecimal(unsigned(code), 4));
    else
      line.append(text.substr(at, size_t(size)));
    at += size_t(size);
  }
}

}  // namespace

const char* nameOf(LogLevel level) {
  return kNames[size_t(level)];
}

std::optional<LogLevel> logLevelNamed(std::string_view name) {
  const auto* found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return LogLevel(found - kNames.begin());
}

std::string logLine(int64_t utcMs, LogLevel level, std::string_view category,
                    std::string_view text) {
  std::string line = utcText(utcMs) + ' ' + nameOf(level) + ' ';
  line.append(category).append(": ");
  // Before the cut, which could leave the first half of a password.
  const std::string plain = withoutCredentials(withoutAddresses(text));
  size_t kept = std::min(plain.size(), kLongestText);
  while (kept < plain.size() && kept > 0 &&
         (static_cast<unsigned char>(plain[kept]) & 0xC0U) == 0x80U)
    --kept;
  appendEscaped(line, std::string_view(plain).substr(0, kept));
  if (kept < plain.size())
    line.append("… (").append(std::to_string(plain.size() - kept)).append(" more bytes)");
  line += '\n';
  return line;
}

void openLog(const std::filesystem::path& file, LogLevel level) noexcept {
  try {
    const std::lock_guard lock(sink().mutex);
    sink().file.emplace(file);
    lowestLevel = int(level);
  } catch (...) {  // out of memory: there is no log
    lowestLevel = kClosed;
  }
}

void openLogOnStandardError(LogLevel level) noexcept {
  const std::lock_guard lock(sink().mutex);
  sink().file.reset();
  lowestLevel = int(level);
}

void closeLog() noexcept {
  const std::lock_guard lock(sink().mutex);
  lowestLevel = kClosed;
  sink().file.reset();
  sink().lost = 0;
}

bool isLogged(LogLevel level) noexcept {
  return int(level) >= lowestLevel.load(std::memory_order_relaxed);
}

void writeLog(LogLevel level, const char* category, std::string_view text) noexcept {
  if (!isLogged(level)) return;
  const int errorBefore = errno;
  try {
    const std::string line = logLine(utcMsNow(), level, category, text);
    const std::lock_guard lock(sink().mutex);
    if (isLogged(level)) write(sink(), line);
  } catch (...) {  // out of memory
  }
  errno = errorBefore;
}

}  // namespace earwitness
