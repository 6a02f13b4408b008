// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/alerts.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/clock_time.h"

namespace earwitness {

nlohmann::json toJson(const Alert& alert) {
  return {{"event", "alert"},
          {"label", alert.label},
          {"score", std::round(alert.score * 1e4) / 1e4},
          {"time", utcText(alert.onsetUtcMs)},
          {"source", alert.source},
          {"model", alert.modelName}};
}

std::string jsonText(const Alert& alert) {
  return toJson(alert).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

bool AlertPolicy::isQuiet(const AlertSettings& settings, int localMinute) {
  if (!settings.quietHours) return false;
  const int from = settings.quietFromMinute;
  const int to = settings.quietToMinute;
  if (from <= to) return from <= localMinute && localMinute < to;
  return from <= localMinute || localMinute < to;
}

bool AlertPolicy::admits(const std::string& label, int64_t nowMs, int localMinute) {
  if (isQuiet(settings_, localMinute)) return false;
  const auto [last, isFirst] = lastMs_.try_emplace(label, nowMs);
  const int64_t sinceLastMs = nowMs - last->second;
  // A clock that was set back is no reason to be silent until it has caught up.
  const bool cooledDown =
      sinceLastMs < 0 || double(sinceLastMs) >= settings_.coolDownSeconds * 1000.0;
  if (!isFirst && !cooledDown) return false;
  last->second = nowMs;
  return true;
}

}  // namespace earwitness
