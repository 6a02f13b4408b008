// SPDX-License-Identifier: GPL-3.0-or-later
// Zone files (TZif, RFC 8536): a table of changes, and a rule for the time after the last of them.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "core/base/time_zone.h"

namespace earwitness {

namespace {

constexpr int64_t kDaySeconds = 86'400;
constexpr int64_t kHourSeconds = 3600;
constexpr int64_t kMaxOffsetSeconds = 26 * kHourSeconds;
constexpr size_t kHeaderBytes = 44;

int64_t dayOf(int year, int month, int day) {
  return *localMsOf({.year = year, .month = month, .day = day}) / (kDaySeconds * 1000);
}

/// When clocks change in each year: "M3.5.0/2" is the last Sunday of March at 02:00.
struct YearlyChange {
  enum class Kind { MonthWeekDay, JulianDay, DayOfYear };
  Kind kind = Kind::MonthWeekDay;
  int month = 1, week = 1, weekDay = 0;
  int day = 0;
  int64_t timeSeconds = 2 * kHourSeconds;  ///< of the local day; below 0 and beyond a day, too

  /// Seconds of local time since the epoch.
  int64_t in(int year) const {
    const int64_t newYear = dayOf(year, 1, 1);
    const bool leap = dayOf(year + 1, 1, 1) - newYear == 366;
    int64_t when = newYear + day;
    if (kind == Kind::JulianDay) when = newYear + day - 1 + (leap && day >= 60 ? 1 : 0);
    if (kind == Kind::MonthWeekDay) {
      const int64_t first = dayOf(year, month, 1);
      const int64_t next = month == 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
      const int64_t firstWeekDay = ((first + 4) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
      when = first + (weekDay - firstWeekDay + 7) % 7 + int64_t(week - 1) * 7;
      while (when >= next) when -= 7;
    }
    return when * kDaySeconds + timeSeconds;
  }
};

/// "CET-1CEST,M3.5.0,M10.5.0/3": the POSIX TZ text at the end of a zone file.
struct YearlyRule {
  int64_t standard = 0;  ///< seconds east of UTC
  int64_t summer = 0;
  bool hasSummer = false;
  YearlyChange begin, end;

  int64_t offsetAt(int64_t utcSeconds) const {
    if (!hasSummer) return standard;
    const int year = std::clamp(fieldsOf((utcSeconds + standard) * 1000).year, 1970, 9990);
    const int64_t from = begin.in(year)-standard;
    const int64_t to = end.in(year)-summer;
    const bool inSummer =
        from < to ? utcSeconds >= from && utcSeconds < to : utcSeconds >= from || utcSeconds < to;
    return inSummer ? summer : standard;
  }
};

class RuleParser {
 public:
  explicit RuleParser(std::string_view text) : text_(text) {}

  std::optional<YearlyRule> rule() {
    YearlyRule rule;
    if (!skipName()) return std::nullopt;
    const auto west = time(kMaxOffsetSeconds);
    if (!west) return std::nullopt;
    rule.standard = rule.summer = -*west;
    if (text_.empty()) return rule;
    if (!skipName()) return std::nullopt;
    rule.hasSummer = true;
    rule.summer = rule.standard + kHourSeconds;
    if (!text_.empty() && text_.front() != ',') {
      const auto summerWest = time(kMaxOffsetSeconds);
      if (!summerWest) return std::nullopt;
      rule.summer = -*summerWest;
    }
    const auto begin = change();
    const auto end = begin ? change() : std::nullopt;
    if (!end || !text_.empty()) return std::nullopt;
    rule.begin = *begin;
    rule.end = *end;
    return rule;
  }

 private:
  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  /// "CEST" or "<+03>".
  bool skipName() {
    size_t length = 0;
    if (take('<')) {
      length = text_.find('>');
      if (length == std::string_view::npos) return false;
      text_.remove_prefix(length + 1);
      return length > 0;
    }
    while (length < text_.size() && ((text_[length] >= 'A' && text_[length] <= 'Z') ||
                                     (text_[length] >= 'a' && text_[length] <= 'z')))
      ++length;
    text_.remove_prefix(length);
    return length >= 3;
  }
  std::optional<int> number(int least, int most) {
    int value = 0;
    size_t digits = 0;
    for (; digits < text_.size() && digits < 4 && text_[digits] >= '0' && text_[digits] <= '9';
         ++digits)
      value = value * 10 + (text_[digits] - '0');
    text_.remove_prefix(digits);
    if (digits == 0 || value < least || value > most) return std::nullopt;
    return value;
  }
  /// "[+-]hh[:mm[:ss]]" in seconds.
  std::optional<int64_t> time(int64_t most) {
    const bool negative = take('-');
    if (!negative) take('+');
    int64_t seconds = 0;
    for (const int64_t unit : {kHourSeconds, int64_t(60), int64_t(1)}) {
      if (unit != kHourSeconds && !take(':')) break;
      const auto value = number(0, unit == kHourSeconds ? 167 : 59);
      if (!value) return std::nullopt;
      seconds += *value * unit;
    }
    if (seconds > most) return std::nullopt;
    return negative ? -seconds : seconds;
  }
  std::optional<YearlyChange> change() {
    YearlyChange change;
    if (!take(',')) return std::nullopt;
    if (take('M')) {
      const auto month = number(1, 12);
      const auto week = month && take('.') ? number(1, 5) : std::nullopt;
      const auto weekDay = week && take('.') ? number(0, 6) : std::nullopt;
      if (!weekDay) return std::nullopt;
      change.month = *month;
      change.week = *week;
      change.weekDay = *weekDay;
    } else {
      change.kind = take('J') ? YearlyChange::Kind::JulianDay : YearlyChange::Kind::DayOfYear;
      const auto day =
          change.kind == YearlyChange::Kind::JulianDay ? number(1, 365) : number(0, 365);
      if (!day) return std::nullopt;
      change.day = *day;
    }
    if (take('/')) {
      const auto when = time(167 * kHourSeconds);
      if (!when) return std::nullopt;
      change.timeSeconds = *when;
    }
    return change;
  }

  std::string_view text_;
};

class ZoneTable : public TimeZone::Rules {
 public:
  std::vector<int64_t> changes;  ///< UTC seconds, rising
  std::vector<int64_t> offsets;  ///< from changes[i] on, seconds
  int64_t first = 0;             ///< before the first change
  std::optional<YearlyRule> rule;

  int64_t offsetAt(int64_t utcSeconds) const override {
    if (rule && (changes.empty() || utcSeconds >= changes.back()))
      return rule->offsetAt(utcSeconds);
    const auto next = std::upper_bound(changes.begin(), changes.end(), utcSeconds);
    return next == changes.begin() ? first : offsets[size_t(next - changes.begin() - 1)];
  }
};

/// Big-endian numbers out of bytes, which may end anywhere.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  bool has(size_t count) const { return bytes_.size() - at_ >= count; }
  bool skip(size_t count) {
    if (!has(count)) return false;
    at_ += count;
    return true;
  }
  int64_t number(size_t count) {
    if (!has(count)) return 0;
    uint64_t value = 0;
    for (size_t i = 0; i < count; ++i) value = value << 8 | uint8_t(bytes_[at_ + i]);
    at_ += count;
    return count == 4 ? int64_t(int32_t(value)) : int64_t(value);
  }
  std::string_view rest() const { return bytes_.substr(at_); }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
};

struct Counts {
  size_t utcMarks = 0, standardMarks = 0, leaps = 0, changes = 0, types = 0, letters = 0;
  size_t blockBytes(size_t timeBytes) const {
    return changes * (timeBytes + 1) + types * 6 + letters + leaps * (timeBytes + 4) +
           standardMarks + utcMarks;
  }
};

std::optional<Counts> countsIn(Bytes& bytes) {
  if (!bytes.has(kHeaderBytes) || !bytes.rest().starts_with("TZif") || bytes.rest()[4] < '2')
    return std::nullopt;
  bytes.skip(20);
  Counts counts;
  for (size_t* count : {&counts.utcMarks, &counts.standardMarks, &counts.leaps, &counts.changes,
                        &counts.types, &counts.letters}) {
    const int64_t value = bytes.number(4);
    if (value < 0 || value > 100'000) return std::nullopt;
    *count = size_t(value);
  }
  return counts;
}

bool readTable(Bytes& bytes, const Counts& counts, ZoneTable& table) {
  if (counts.types == 0 || !bytes.has(counts.blockBytes(8))) return false;
  for (size_t i = 0; i < counts.changes; ++i) table.changes.push_back(bytes.number(8));
  std::vector<size_t> types;
  for (size_t i = 0; i < counts.changes; ++i) types.push_back(size_t(bytes.number(1)));
  std::vector<int64_t> offsets;
  for (size_t i = 0; i < counts.types; ++i) {
    offsets.push_back(bytes.number(4));
    bytes.skip(2);
    if (offsets.back() < -kMaxOffsetSeconds || offsets.back() > kMaxOffsetSeconds) return false;
  }
  table.first = offsets.front();
  for (const size_t type : types) {
    if (type >= offsets.size()) return false;
    table.offsets.push_back(offsets[type]);
  }
  bytes.skip(counts.letters + counts.leaps * 12 + counts.standardMarks + counts.utcMarks);
  return std::ranges::is_sorted(table.changes);
}

}  // namespace

std::shared_ptr<const TimeZone::Rules> zoneRulesIn(const std::string& text) {
  Bytes bytes(text);
  // The first block has 32 bit times, for old programs.
  const auto old = countsIn(bytes);
  if (!old || !bytes.skip(old->blockBytes(4))) return nullptr;
  const auto counts = countsIn(bytes);
  auto table = std::make_shared<ZoneTable>();
  if (!counts || !readTable(bytes, *counts, *table)) return nullptr;
  std::string_view footer = bytes.rest();
  if (!footer.starts_with('\n')) return nullptr;
  footer.remove_prefix(1);
  footer = footer.substr(0, footer.find('\n'));
  if (footer.empty()) return table;
  table->rule = RuleParser(footer).rule();
  return table->rule ? table : nullptr;
}

}  // namespace earwitness
