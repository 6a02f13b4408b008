// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time_zone.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {

namespace fs = std::filesystem;

namespace {

constexpr int64_t kDaySeconds = 86'400;
constexpr uintmax_t kMaxFileBytes = 1 << 20;
constexpr const char* kZoneFolders[] = {"/usr/share/zoneinfo", "/usr/lib/zoneinfo",
                                        "/usr/share/lib/zoneinfo"};

class FixedOffset : public TimeZone::Rules {
 public:
  explicit FixedOffset(int minutes) : seconds_(int64_t(minutes) * 60) {}
  int64_t offsetAt(int64_t) const override { return seconds_; }

 private:
  int64_t seconds_;
};

class SystemZone : public TimeZone::Rules {
 public:
  int64_t offsetAt(int64_t utcSeconds) const override {
    const auto seconds = std::time_t(utcSeconds);
    std::tm parts{};
    return ::localtime_r(&seconds, &parts) != nullptr ? int64_t(parts.tm_gmtoff) : 0;
  }
};

/// The name goes into a path: no absolute ones, no "..", nothing unusual.
bool isZoneName(const std::string& name) {
  if (name.empty() || name.size() > 100 || name.front() == '/' ||
      name.find("..") != std::string::npos)
    return false;
  return std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
           c == '_' || c == '-' || c == '+';
  });
}

std::shared_ptr<const TimeZone::Rules> zoneFileNamed(const std::string& name) {
  if (!isZoneName(name)) return nullptr;
  for (const char* folder : kZoneFolders) {
    const fs::path path = fs::path(folder) / name;
    std::error_code error;
    if (!fs::is_regular_file(path, error) || fs::file_size(path, error) > kMaxFileBytes) continue;
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (auto rules = zoneRulesIn(bytes)) return rules;
  }
  return nullptr;
}

}  // namespace

TimeZone TimeZone::named(const std::string& name) {
  TimeZone zone;
  zone.name_ = name;
  if (name.empty()) return zone;
  if (name == "local")
    zone.rules_ = std::make_shared<SystemZone>();
  else if (const auto offset = utcOffsetIn(name))
    zone.rules_ = std::make_shared<FixedOffset>(*offset);
  else
    zone.rules_ = zoneFileNamed(name);
  if (!zone.rules_)
    throw Error(
        "Unknown time zone '%1'. Use a name like Europe/Berlin, an offset like +02:00, UTC, or "
        "local for the zone of this computer.",
        name);
  return zone;
}

std::vector<int> TimeZone::offsetsAt(int64_t localMs) const {
  std::vector<int> offsets;
  if (!rules_) return offsets;
  const int64_t local = floorDivided(localMs, 1000);
  // Whatever the offset, the moment is within a day of this; clocks do not change twice in two
  // days.
  for (const int64_t around : {local - kDaySeconds, local + kDaySeconds}) {
    const int64_t offset = rules_->offsetAt(around);
    const int minutes = int(floorDivided(offset, 60));
    if (rules_->offsetAt(local - offset) == offset && std::ranges::count(offsets, minutes) == 0)
      offsets.push_back(minutes);
  }
  return offsets;
}

}  // namespace earwitness
