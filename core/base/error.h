// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <stdexcept>
#include <string>
#include <utility>

#include "core/base/message.h"

namespace earwitness {

/// A failure told to the user as it is: one message that says what happened, to which file or
/// device, and what to do about it. Caught once, at the top of each thread.
class Error : public std::runtime_error {
 public:
  explicit Error(Message message)
      : std::runtime_error(message.english()), message_(std::move(message)) {}
  template <typename... Arguments>
  explicit Error(PatternFor<Arguments...> pattern, const Arguments&... arguments)
      : Error(Message(pattern, arguments...)) {}
  template <std::same_as<std::string> Text>
  explicit Error(const Text& sentence) : Error(Message::verbatim(sentence)) {}

  /// What what() says in English.
  const Message& message() const { return message_; }

 private:
  Message message_;
};

/// Thrown by long work soon after its `stop` flag is set. Not a failure: what is done is kept.
class Stopped : public Error {
 public:
  Stopped() : Error("The work was stopped.") {}
};

}  // namespace earwitness
