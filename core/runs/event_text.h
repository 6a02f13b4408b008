#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace earwitness {

/// An event of a run as a line (or lines) for people; empty for events that are none, such as
/// steps.
std::string eventText(const nlohmann::json& event);

/// "loss 0.123, accuracy 93.4 %, balanced 92.1 %" out of figures as JSON.
std::string figuresText(const nlohmann::json& figures);

}  // namespace earwitness
