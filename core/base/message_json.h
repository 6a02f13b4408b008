// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/message.h"

namespace earwitness {

/// For files and pipes, so that a window can translate what another process says: {"pattern": "The
/// file '%1' is empty.", "arguments": ["a.wav"]}. A text that is shown as it is stands for itself.
nlohmann::json toJson(const Message& message);
/// Of what toJson() made, or of a sentence. Control characters become spaces, since the writer may
/// be a damaged file or a stranger's model. Empty if it is neither. Never throws Error.
Message messageFromJson(const nlohmann::json& json);

/// Sets `key` to the English text or list of texts, which other readers show, and "<key>_message"
/// to what toJson() makes of them.
void put(nlohmann::json& object, const std::string& key, const Message& message);
void put(nlohmann::json& object, const std::string& key, const std::vector<Message>& messages);
/// What put() has set, or the English texts that an earlier version has. Empty without either.
Message messageIn(const nlohmann::json& object, const std::string& key);
std::vector<Message> messagesIn(const nlohmann::json& object, const std::string& key);

/// A program that is started with this environment variable writes the message of its error to
/// standard error as a line for programs, before the sentence for people.
inline constexpr const char* kMessageLines = "EARWITNESS_MESSAGE_LINES";
std::string messageLine(const Message& message);
/// The last such line in a text; empty without one.
Message lastMessageIn(std::string_view text);
/// The text without such lines.
std::string withoutMessageLines(std::string_view text);

}  // namespace earwitness
