// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace earwitness {

/// A stretch of time, ms since the epoch, UTC; the end is not part of it.
struct TimeSpanMs {
  int64_t beginUtcMs = 0;
  int64_t endUtcMs = 0;
};

/// The hour or day of the user's time zone in which a moment lies. Thread: any.
TimeSpanMs localHourOf(int64_t utcMs);
TimeSpanMs localDayOf(int64_t utcMs);

/// Now, ms since the epoch. Thread: any.
int64_t utcMsNow();
/// "2026-03-01T12:34:56.789Z", ISO 8601 to the millisecond; the same whatever the locale.
/// Thread: any.
std::string utcText(int64_t utcMs);
/// "2026-03-01 12:34:56" in the user's time zone. Thread: any.
std::string localText(int64_t utcMs);
/// A date, or a date and a time of day, of the local time zone: "2026-03-01", "2026-03-01 12:34",
/// "2026-03-01T12:34:56"; with a Z behind it, of UTC. Throws Error, showing the text, on others.
int64_t utcMsOf(const std::string& text);

}  // namespace earwitness
