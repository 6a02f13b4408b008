// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/message.h"

#include <algorithm>
#include <utility>

namespace earwitness {

Message Message::verbatim(std::string text) {
  Message made;
  made.pattern_ = std::move(text);
  made.isVerbatim_ = true;
  // Names out of a damaged file may hold zeros, which would cut what() of an Error short.
  std::replace(made.pattern_.begin(), made.pattern_.end(), '\0', ' ');
  return made;
}

Message Message::restored(std::string pattern, std::vector<Message> arguments) {
  Message made;
  made.pattern_ = std::move(pattern);
  made.arguments_ = std::move(arguments);
  return made;
}

void Message::addText(std::string text) {
  const std::string quoted = "'%" + std::to_string(arguments_.size() + 1) + "'";
  if (pattern_.find(quoted) != std::string::npos)
    std::replace_if(
        text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, '?');
  arguments_.push_back(verbatim(std::move(text)));
}

std::string Message::english() const {
  if (arguments_.empty()) return pattern_;
  std::string text;
  visitPattern(
      pattern_, arguments_.size(), [&text](std::string_view part) { text += part; },
      [&](size_t index) { text += arguments_[index].english(); });
  return text;
}

std::vector<std::string> englishTexts(const std::vector<Message>& messages) {
  std::vector<std::string> texts;
  for (const Message& message : messages) texts.push_back(message.english());
  return texts;
}

}  // namespace earwitness
