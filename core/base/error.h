// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <stdexcept>
#include <utility>

#include "core/base/message.h"

namespace earwitness {

/// What somebody decides by, such as the remedies that a window offers.
enum class ErrorKind {
  General,
  Disk,    ///< a file cannot be written: the disk is full, or it does not take it
  Data,    ///< the sounds of a training, or what lists them, are the reason
  Sandbox  ///< this system cannot confine a process
};

/// A failure told to the user as it is: one message that says what happened, to which file or
/// device, and what to do about it. Caught once, at the top of each thread.
class Error : public std::runtime_error {
 public:
  explicit Error(Message message, ErrorKind kind = ErrorKind::General)
      : std::runtime_error(message.english()), message_(std::move(message)), kind_(kind) {}
  template <typename... Arguments>
  explicit Error(PatternFor<Arguments...> pattern, const Arguments&... arguments)
      : Error(Message(pattern, arguments...)) {}

  /// What what() says in English.
  const Message& message() const { return message_; }
  ErrorKind kind() const { return kind_; }

 private:
  Message message_;
  ErrorKind kind_;
};

/// For those who catch a kind of errors.
template <ErrorKind errorKind>
class ErrorOf : public Error {
 public:
  explicit ErrorOf(Message message) : Error(std::move(message), errorKind) {}
  template <typename... Arguments>
  explicit ErrorOf(PatternFor<Arguments...> pattern, const Arguments&... arguments)
      : ErrorOf(Message(pattern, arguments...)) {}
};

using WriteError = ErrorOf<ErrorKind::Disk>;
using DataError = ErrorOf<ErrorKind::Data>;
using SandboxError = ErrorOf<ErrorKind::Sandbox>;

/// Of an Error its message, of any other exception what() as it is.
inline Message messageOf(const std::exception& exception) {
  const auto* error = dynamic_cast<const Error*>(&exception);
  return error != nullptr ? error->message() : Message::verbatim(exception.what());
}

/// Thrown by long work soon after its `stop` flag is set. Not a failure: what is done is kept.
class Stopped : public Error {
 public:
  Stopped() : Error("The work was stopped.") {}
};

}  // namespace earwitness
