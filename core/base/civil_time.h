// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace earwitness {

/// A moment as a clock on the wall shows it, with or without the zone that the clock follows.
/// Without a zone it cannot be compared with moments of other clocks.
struct CivilTime {
  int64_t localMs = 0;                       ///< ms from 1970-01-01 00:00 to what the clock shows
  std::optional<int> utcOffsetMinutes = {};  ///< the clock minus UTC; no value when not known

  bool operator==(const CivilTime&) const = default;
};

/// `value` / `divisor`, rounded down; `divisor` above 0.
constexpr int64_t floorDivided(int64_t value, int64_t divisor) {
  return value / divisor - (value % divisor < 0 ? 1 : 0);
}

/// Fields as a calendar and a clock have them: months and days from 1, hours from 0.
struct CivilFields {
  int year = 0, month = 0, day = 0;
  int hour = 0, minute = 0, second = 0, millisecond = 0;
};

/// `CivilTime::localMs` of these fields (Gregorian calendar). No value when there is no such date
/// or time of day, or the year is outside 1 to 9999. Thread: any, as for all functions here.
std::optional<int64_t> localMsOf(const CivilFields& fields);
CivilFields fieldsOf(int64_t localMs);

/// The clock `seconds` later. It keeps its offset: a recording goes on when the clocks change.
CivilTime later(const CivilTime& time, double seconds);
/// Milliseconds since the epoch; no value without an offset.
std::optional<int64_t> utcMsOf(const CivilTime& time);

/// ISO 8601 to the millisecond: "2024-03-31T02:30:00.000+01:00", with Z for UTC, and with neither
/// when the offset is not known.
std::string isoText(const CivilTime& time);
/// "+01:00", "-03:30"; "UTC" for 0.
std::string offsetText(int utcOffsetMinutes);

/// Reads a date and time in the order of ISO 8601: "2024-03-31T02:30:00.5+01:00", "2024-03-31
/// 02:30", with Z, UTC, UTC+1 or an offset after it, or none. No value for anything else, for
/// dates that do not exist, and for offsets beyond 15 hours.
std::optional<CivilTime> civilTimeIn(std::string_view text);
/// "Z", "UTC", "UTC+5:30", "GMT-3", "+0100", "+01:00", "-05" in minutes. No value for anything
/// else.
std::optional<int> utcOffsetIn(std::string_view text);

}  // namespace earwitness
