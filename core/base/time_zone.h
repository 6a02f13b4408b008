// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/civil_time.h"

namespace earwitness {

/// What times without a zone mean: nothing more than what is written, an offset from UTC, or the
/// time of a place, with its summer time. Thread: any.
class TimeZone {
 public:
  /// Times stay as they are written, without a zone.
  TimeZone() = default;
  /// "" is as written; "local" is this computer's zone; "UTC", "+02:00", "UTC-3" are offsets; other
  /// names ("Europe/Berlin") are looked up in the system's zone files. Throws Error with a message
  /// for the user when there is no such zone.
  static TimeZone named(const std::string& name);

  bool isAsWritten() const { return rules_ == nullptr; }
  const std::string& name() const { return name_; }
  /// Offsets from UTC, minutes, that a clock in this zone may have when it shows `localMs`: one;
  /// none for a time that is skipped when clocks go forward; two, the earlier moment first, for one
  /// that occurs twice. None when times stay as written.
  std::vector<int> offsetsAt(int64_t localMs) const;

  class Rules;

 private:
  std::string name_;
  std::shared_ptr<const Rules> rules_;
};

/// The offsets of a zone over time, read from the bytes of a TZif file (RFC 8536, version 2 or
/// later). Null when they are damaged.
std::shared_ptr<const TimeZone::Rules> zoneRulesIn(const std::string& bytes);

/// The offset of a zone from UTC at moments.
class TimeZone::Rules {
 public:
  virtual ~Rules() = default;
  /// Seconds; positive east of Greenwich.
  virtual int64_t offsetAt(int64_t utcSeconds) const = 0;
};

}  // namespace earwitness
