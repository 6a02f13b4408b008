// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/message_json.h"

#include <algorithm>
#include <utility>

namespace earwitness {
namespace {

constexpr int kDeepest = 8;  // reasons within reasons

std::string plainText(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, ' ');
  return text;
}

Message restoredFrom(const nlohmann::json& json, int depth) {
  if (json.is_string()) return Message::verbatim(plainText(json.get<std::string>()));
  if (depth == kDeepest || !json.is_object()) return {};
  const auto pattern = json.find("pattern"), arguments = json.find("arguments");
  if (pattern == json.end() || !pattern->is_string()) return {};
  std::vector<Message> restored;
  if (arguments != json.end() && arguments->is_array())
    for (const auto& argument : *arguments) restored.push_back(restoredFrom(argument, depth + 1));
  return Message::restored(plainText(pattern->get<std::string>()), std::move(restored));
}

}  // namespace

nlohmann::json toJson(const Message& message) {
  if (message.isVerbatim()) return message.pattern();
  nlohmann::json arguments = nlohmann::json::array();
  for (const Message& argument : message.arguments()) arguments.push_back(toJson(argument));
  return {{"pattern", message.pattern()}, {"arguments", std::move(arguments)}};
}

Message messageFromJson(const nlohmann::json& json) {
  return restoredFrom(json, 0);
}

Message messageIn(const nlohmann::json& object, const char* member) {
  for (const char* key : {"message", member})
    if (const auto found = object.find(key); found != object.end())
      if (Message message = messageFromJson(*found); !message.empty()) return message;
  return {};
}

}  // namespace earwitness
