// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include <nlohmann/json_fwd.hpp>

#include "core/base/message.h"
#include "core/monitoring/monitoring_settings.h"

namespace earwitness {

struct Alert {
  std::string label;
  float score = 0.0F;
  int64_t onsetUtcMs = 0;
  std::string source;  ///< device
  std::string modelName;
  std::string shownLabel = {};  ///< what a notification calls the class; empty: by its label
};

/// What a command and a web hook are given: event, label, score, time (UTC), source, model.
nlohmann::json toJson(const Alert& alert);
/// The same in one line, always valid UTF-8.
std::string jsonText(const Alert& alert);

/// Which events of the classes that are set to alert do: not in quiet hours, and not again within
/// the cool-down of their class. Pure. Thread: one at a time.
class AlertPolicy {
 public:
  explicit AlertPolicy(AlertSettings settings) : settings_(std::move(settings)) {}
  /// For an event of a class whose ClassSettings::alert is set. `nowMs`: of any clock;
  /// `localMinute`: minute of the local day, 0 to 1439.
  bool admits(const std::string& label, int64_t nowMs, int localMinute);
  /// From the first minute up to the last; none where both are the same.
  static bool isQuiet(const AlertSettings& settings, int localMinute);
  /// What has alerted is remembered.
  void setSettings(AlertSettings settings) { settings_ = std::move(settings); }

 private:
  AlertSettings settings_;
  std::map<std::string, int64_t> lastMs_;
};

}  // namespace earwitness
