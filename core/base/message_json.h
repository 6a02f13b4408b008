// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "core/base/message.h"

namespace earwitness {

/// For files and pipes, so that a window can translate what another process says: {"pattern": "The
/// file '%1' is empty.", "arguments": ["a.wav"]}, where a text that is shown as it is stands for
/// itself. Give it beside the English sentence, which other readers show.
nlohmann::json toJson(const Message& message);
/// Of what toJson() made, or of a sentence. Control characters become spaces, since the writer may
/// be a damaged file or a stranger's model. Empty if it is neither. Never throws Error.
Message messageFromJson(const nlohmann::json& json);
/// The member "message" of `object` if it has one, else its sentence `member`.
Message messageIn(const nlohmann::json& object, const char* member);

}  // namespace earwitness
