// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// A fixed text that the window looks up as it is, outside of a Message and an Error:
/// resources/translations/update.sh finds it by this mark.
#define CORE_TEXT(text) text

namespace earwitness {

/// Of the places %1 to %9 of a pattern. A gap between them does not compile.
consteval int countPlaces(std::string_view pattern) {
  unsigned seen = 0;
  for (size_t i = 1; i < pattern.size(); ++i)
    if (pattern[i - 1] == '%' && pattern[i] >= '1' && pattern[i] <= '9')
      seen |= 1U << unsigned(pattern[i] - '1');
  int count = 0;
  for (; (seen & 1U) != 0; seen >>= 1U) ++count;
  if (seen != 0) throw "The places of a pattern begin with %1 and have no gaps.";
  return count;
}

/// A literal with a place for each argument: anything else does not compile.
template <typename... Arguments>
struct MessagePattern {
  template <size_t N>
  consteval MessagePattern(const char (&literal)[N]) : text(literal) {
    if (countPlaces(literal) != int(sizeof...(Arguments)))
      throw "The number of arguments is not that of the places.";
  }
  const char* text;
};

template <typename... Arguments>
using PatternFor = std::type_identity_t<MessagePattern<Arguments...>>;

/// A text for the user: an English pattern whose places %1 to %9 are filled with arguments. An
/// argument is a text that is shown as it is (a name, a path, a number), or another Message. The
/// window translates the pattern, and the arguments that are messages. Thread: any.
class Message {
 public:
  Message() = default;
  /// The pattern has to be a literal here, since resources/translations/update.sh reads it in the
  /// sources. In the argument of a place in quotes, control characters, which would end or bend a
  /// name, are shown as '?'.
  template <typename... Arguments>
  explicit Message(PatternFor<Arguments...> pattern, const Arguments&... arguments)
      : pattern_(pattern.text) {
    arguments_.reserve(sizeof...(arguments));
    (add(arguments), ...);
  }
  /// A text that has no translation, because a name, a system or another program made it.
  static Message verbatim(std::string text);
  /// What was saved or sent. A pattern that nobody knows stays English.
  static Message restored(std::string pattern, std::vector<Message> arguments);

  std::string english() const;
  bool empty() const { return pattern_.empty(); }
  /// For what is shown as it is, the text.
  const std::string& pattern() const { return pattern_; }
  const std::vector<Message>& arguments() const { return arguments_; }
  bool isVerbatim() const { return isVerbatim_; }

  bool operator==(const Message&) const = default;

 private:
  template <typename T>
  void add(const T& argument) {
    if constexpr (std::same_as<T, Message>)
      arguments_.push_back(argument);
    else if constexpr (std::same_as<T, std::filesystem::path>)
      addText(argument.string());
    else if constexpr (std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>)
      addText(std::to_string(argument));
    else
      addText(std::string(std::string_view(argument)));
  }
  void addText(std::string text);

  std::string pattern_;
  std::vector<Message> arguments_;
  bool isVerbatim_ = false;
};

std::vector<std::string> englishTexts(const std::vector<Message>& messages);

/// Calls `literal(text)` and `place(index)` for the parts of a pattern in their order. A place
/// without an argument is part of the text. Also for translations of the pattern.
template <typename Literal, typename Place>
void visitPattern(std::string_view pattern, size_t nArguments, Literal literal, Place place) {
  size_t done = 0;
  for (size_t i = 0; i + 1 < pattern.size(); ++i) {
    const size_t index = size_t(pattern[i + 1] - '1');
    if (pattern[i] != '%' || pattern[i + 1] < '1' || index >= nArguments) continue;
    literal(pattern.substr(done, i - done));
    place(index);
    done = ++i + 1;
  }
  literal(pattern.substr(done));
}

}  // namespace earwitness
