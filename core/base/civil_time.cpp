// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/civil_time.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace earwitness {

namespace {

constexpr int64_t kDayMs = 86'400'000;
constexpr int64_t kMinuteMs = 60'000;
constexpr int kMaxOffsetMinutes = 15 * 60;

bool isLeapYear(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysIn(int year, int month) {
  constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && isLeapYear(year) ? 29 : kDays[size_t(month - 1)];
}

// Days and dates after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
int64_t daysOf(int year, int month, int day) {
  const int64_t y = month <= 2 ? year - 1 : year;
  const int64_t era = floorDivided(y, 400);
  const int64_t yearOfEra = y - era * 400;
  const int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146'097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719'468;
}

/// Reads from the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool atEnd() const { return text_.empty(); }
  std::string_view rest() const { return text_; }
  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool takeWord(std::string_view word) {
    if (!text_.starts_with(word)) return false;
    text_.remove_prefix(word.size());
    return true;
  }
  void skipSpaces() {
    while (take(' ')) {
    }
  }
  size_t digits() const {
    size_t count = 0;
    while (count < text_.size() && text_[count] >= '0' && text_[count] <= '9') ++count;
    return count;
  }
  /// A number of exactly `count` digits, up to 9.
  std::optional<int> number(size_t count) {
    if (count == 0 || digits() < count) return std::nullopt;
    int value = 0;
    for (size_t i = 0; i < count; ++i) value = value * 10 + (text_[i] - '0');
    text_.remove_prefix(count);
    return value;
  }

 private:
  std::string_view text_;
};

/// What follows the sign: "0100", "01:00", "01", "1", "5:30".
std::optional<int> offsetMinutes(Scanner& scanner) {
  const size_t digits = scanner.digits();
  if (digits == 0 || digits == 3 || digits > 4) return std::nullopt;
  const auto hours = scanner.number(digits == 1 ? 1 : 2);
  std::optional<int> minutes = 0;
  if (digits == 4 || scanner.take(':')) minutes = scanner.number(2);
  if (!hours || !minutes || *minutes > 59 || !scanner.atEnd()) return std::nullopt;
  const int all = *hours * 60 + *minutes;
  return all <= kMaxOffsetMinutes ? std::optional(all) : std::nullopt;
}

/// ".5", ",123456" in milliseconds; 0 without a fraction.
std::optional<int> fraction(Scanner& scanner) {
  if (!scanner.take('.') && !scanner.take(',')) return 0;
  const size_t digits = scanner.digits();
  if (digits == 0 || digits > 9) return std::nullopt;
  int value = 0;
  for (size_t i = 0; i < digits; ++i) {
    const int digit = *scanner.number(1);
    if (i < 3) value = value * 10 + digit;
  }
  for (size_t i = digits; i < 3; ++i) value *= 10;
  return value;
}

std::optional<CivilFields> fieldsIn(Scanner& scanner) {
  CivilFields fields;
  const auto read = [&scanner](int& field, size_t digits) {
    const auto value = scanner.number(digits);
    field = value.value_or(0);
    return value.has_value();
  };
  if (!read(fields.year, 4) || !scanner.take('-') || !read(fields.month, 2) || !scanner.take('-') ||
      !read(fields.day, 2))
    return std::nullopt;
  if (!scanner.take('T') && !scanner.take(' ')) return std::nullopt;
  scanner.skipSpaces();
  if (!read(fields.hour, 2) || !scanner.take(':') || !read(fields.minute, 2)) return std::nullopt;
  if (scanner.take(':')) {
    if (!read(fields.second, 2)) return std::nullopt;
    const auto ms = fraction(scanner);
    if (!ms) return std::nullopt;
    fields.millisecond = *ms;
  }
  return fields;
}

}  // namespace

std::optional<int64_t> localMsOf(const CivilFields& fields) {
  if (fields.year < 1 || fields.year > 9999 || fields.month < 1 || fields.month > 12 ||
      fields.day < 1 || fields.day > daysIn(fields.year, fields.month) || fields.hour < 0 ||
      fields.hour > 23 || fields.minute < 0 || fields.minute > 59 || fields.second < 0 ||
      fields.second > 59 || fields.millisecond < 0 || fields.millisecond > 999)
    return std::nullopt;
  const int64_t minutes = int64_t(fields.hour) * 60 + fields.minute;
  return daysOf(fields.year, fields.month, fields.day) * kDayMs + minutes * kMinuteMs +
         int64_t(fields.second) * 1000 + fields.millisecond;
}

CivilFields fieldsOf(int64_t localMs) {
  const int64_t days = floorDivided(localMs, kDayMs);
  const int64_t inDay = localMs - days * kDayMs;
  const int64_t shifted = days + 719'468;
  const int64_t era = floorDivided(shifted, 146'097);
  const int64_t dayOfEra = shifted - era * 146'097;
  const int64_t yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
  const int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const int64_t month = (5 * dayOfYear + 2) / 153;
  CivilFields fields;
  fields.day = int(dayOfYear - (153 * month + 2) / 5 + 1);
  fields.month = int(month < 10 ? month + 3 : month - 9);
  fields.year = int(yearOfEra + era * 400 + (fields.month <= 2 ? 1 : 0));
  fields.hour = int(inDay / 3'600'000);
  fields.minute = int(inDay / kMinuteMs % 60);
  fields.second = int(inDay / 1000 % 60);
  fields.millisecond = int(inDay % 1000);
  return fields;
}

CivilTime later(const CivilTime& time, double seconds) {
  return {time.localMs + std::llround(seconds * 1000.0), time.utcOffsetMinutes};
}

std::optional<int64_t> utcMsOf(const CivilTime& time) {
  if (!time.utcOffsetMinutes) return std::nullopt;
  return time.localMs - int64_t(*time.utcOffsetMinutes) * kMinuteMs;
}

std::string offsetText(int utcOffsetMinutes) {
  if (utcOffsetMinutes == 0) return "UTC";
  const int minutes = std::abs(utcOffsetMinutes);
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%c%02d:%02d", utcOffsetMinutes < 0 ? '-' : '+',
                minutes / 60, minutes % 60);
  return text.data();
}

std::string isoText(const CivilTime& time) {
  const CivilFields fields = fieldsOf(time.localMs);
  std::array<char, 120> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03d", fields.year,
                fields.month, fields.day, fields.hour, fields.minute, fields.second,
                fields.millisecond);
  if (!time.utcOffsetMinutes) return text.data();
  return text.data() + (*time.utcOffsetMinutes == 0 ? "Z" : offsetText(*time.utcOffsetMinutes));
}

std::optional<int> utcOffsetIn(std::string_view text) {
  Scanner scanner(text);
  if (text == "Z" || text == "z") return 0;
  const bool named = scanner.takeWord("UTC") || scanner.takeWord("GMT");
  if (named && scanner.atEnd()) return 0;
  const bool east = scanner.take('+');
  if (!east && !scanner.take('-')) return std::nullopt;
  const auto minutes = offsetMinutes(scanner);
  if (!minutes) return std::nullopt;
  return east ? *minutes : -*minutes;
}

std::optional<CivilTime> civilTimeIn(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r' || text.back() == '\t'))
    text.remove_suffix(1);
  Scanner scanner(text);
  scanner.skipSpaces();
  const auto fields = fieldsIn(scanner);
  if (!fields) return std::nullopt;
  const auto localMs = localMsOf(*fields);
  if (!localMs) return std::nullopt;
  scanner.skipSpaces();
  if (scanner.atEnd()) return CivilTime{*localMs, std::nullopt};
  const auto offset = utcOffsetIn(scanner.rest());
  if (!offset) return std::nullopt;
  return CivilTime{*localMs, offset};
}

}  // namespace earwitness
