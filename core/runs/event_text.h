// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/runs/metrics.h"

namespace earwitness {

/// An event of a run as a line (or lines) for people; empty for events that are none, such as
/// steps.
std::string eventText(const nlohmann::json& event);

/// "loss 0.123, accuracy 93.4 %, balanced 92.1 %", or for several labels per clip "loss 0.123, mean
/// average precision 87.5 %, macro F1 80.2 %", out of figures as JSON.
std::string figuresText(const nlohmann::json& figures);
/// "87.5 %", or "87.5 % mAP" where that is mean average precision; empty where it is unknown.
std::string mainFigureText(const Figures& figures);

}  // namespace earwitness
