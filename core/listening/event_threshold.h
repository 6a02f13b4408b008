// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

#include "core/events/event_detector.h"
#include "core/listening/model_description.h"

namespace earwitness {

/// The label of what is none of a model's sounds: noise, hum, silence, the user's room.
inline constexpr const char* kBackgroundLabel = "background";
/// A threshold that no score reaches.
inline constexpr float kNeverReached = std::numeric_limits<float>::infinity();

/// From which score on a label is an event, as the model has it. Background and AudioSet's silence
/// never are: a model that names them says that there is nothing to report.
float eventThreshold(const ModelDescription& model, size_t label);

/// A rule of this threshold, with the hysteresis that goes with it.
ClassRule ruleOf(float threshold);

}  // namespace earwitness
