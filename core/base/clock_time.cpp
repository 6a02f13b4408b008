// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock_time.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string_view>

#include "core/base/civil_time.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {

namespace {

constexpr int64_t kHourSeconds = 3600;

std::tm localPartsOf(int64_t utcSeconds) {
  const auto seconds = std::time_t(utcSeconds);
  std::tm parts{};
  ::localtime_r(&seconds, &parts);
  return parts;
}

/// Where a day begins at 1:00, because the clock was put forward at midnight, that is its begin.
int64_t midnight(std::tm day, int daysLater) {
  day.tm_sec = day.tm_min = day.tm_hour = 0;
  day.tm_mday += daysLater;
  day.tm_isdst = -1;
  return int64_t(std::mktime(&day));
}

}  // namespace

TimeSpanMs localHourOf(int64_t utcMs) {
  const int64_t seconds = floorDivided(utcMs, 1000);
  const int64_t offset = localPartsOf(seconds).tm_gmtoff;
  const int64_t begin = floorDivided(seconds + offset, kHourSeconds) * kHourSeconds - offset;
  return {begin * 1000, (begin + kHourSeconds) * 1000};
}

TimeSpanMs localDayOf(int64_t utcMs) {
  const std::tm parts = localPartsOf(floorDivided(utcMs, 1000));
  return {midnight(parts, 0) * 1000, midnight(parts, 1) * 1000};
}

int64_t utcMsNow() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string utcText(int64_t utcMs) {
  const int64_t whole = floorDivided(utcMs, 1000);
  const auto seconds = std::time_t(whole);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::array<char, 80> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
                parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min,
                parts.tm_sec, int(utcMs - whole * 1000));
  return text.data();
}

std::string localText(int64_t utcMs) {
  const std::tm parts = localPartsOf(floorDivided(utcMs, 1000));
  std::array<char, 80> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S", &parts);
  return text.data();
}

int64_t utcMsOf(const std::string& text) {
  for (const char* format : {"%Y-%m-%d", "%Y-%m-%d%n%H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d%n%H:%M:%S",
                             "%Y-%m-%dT%H:%M:%S"}) {
    std::tm parts{};
    const char* end = ::strptime(text.c_str(), format, &parts);
    if (end == nullptr) continue;
    const std::string_view rest(end);
    if (!rest.empty() && rest != "Z") continue;
    parts.tm_isdst = -1;
    const std::tm given = parts;
    const int64_t seconds = int64_t(rest.empty() ? std::mktime(&parts) : ::timegm(&parts));
    // The 31st of a month of thirty days would be the first of the next.
    if (parts.tm_mday != given.tm_mday || parts.tm_mon != given.tm_mon) continue;
    return seconds * 1000;
  }
  throw Error("'%1' is not a date. Use 2026-03-31 or \"2026-03-31 18:30\".", text);
}

}  // namespace earwitness
