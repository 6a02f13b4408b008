// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/message_json.h"

#include <algorithm>
#include <utility>

namespace earwitness {
namespace {

constexpr int kDeepest = 8;  // reasons within reasons
constexpr const char* kEnding = "_message";
constexpr std::string_view kLineBeginning = "message: ";

/// Calls `take(line, isMessage)`, the line with its end.
template <typename Take>
void visitLines(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n') + 1);
    const std::string_view whole = line.empty() ? text : line;
    take(whole, whole.starts_with(kLineBeginning));
    text.remove_prefix(whole.size());
  }
}

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

void put(nlohmann::json& object, const std::string& key, const Message& message) {
  object[key] = message.english();
  object[key + kEnding] = toJson(message);
}

void put(nlohmann::json& object, const std::string& key, const std::vector<Message>& messages) {
  nlohmann::json list = nlohmann::json::array();
  for (const Message& message : messages) list.push_back(toJson(message));
  object[key] = englishTexts(messages);
  object[key + kEnding] = std::move(list);
}

Message messageIn(const nlohmann::json& object, const std::string& key) {
  for (const std::string& member : {key + kEnding, key})
    if (const auto found = object.find(member); found != object.end())
      if (Message message = messageFromJson(*found); !message.empty()) return message;
  return {};
}

std::vector<Message> messagesIn(const nlohmann::json& object, const std::string& key) {
  for (const std::string& member : {key + kEnding, key}) {
    const auto list = object.find(member);
    if (list == object.end() || !list->is_array()) continue;
    std::vector<Message> messages;
    for (const auto& element : *list)
      if (Message message = messageFromJson(element); !message.empty())
        messages.push_back(std::move(message));
    return messages;
  }
  return {};
}

std::string messageLine(const Message& message) {
  return std::string(kLineBeginning) +
         toJson(message).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + "\n";
}

Message lastMessageIn(std::string_view text) {
  Message last;
  visitLines(text, [&last](std::string_view line, bool isMessage) {
    if (!isMessage) return;
    line.remove_prefix(kLineBeginning.size());
    last = messageFromJson(nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false));
  });
  return last;
}

std::string withoutMessageLines(std::string_view text) {
  std::string rest;
  visitLines(text, [&rest](std::string_view line, bool isMessage) {
    if (!isMessage) rest += line;
  });
  return rest;
}

}  // namespace earwitness
