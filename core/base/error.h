// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

namespace earwitness {

/// A failure told to the user as it is: what() is one whole sentence that says what happened,
/// to which file or device, and what to do about it. Caught once, at the top of each thread.
class Error : public std::runtime_error {
 public:
  /// Zero bytes, which names out of a damaged file may hold, would cut what() short.
  explicit Error(std::string sentence) : std::runtime_error(withoutZeros(std::move(sentence))) {}

 private:
  static std::string withoutZeros(std::string text) {
    std::replace(text.begin(), text.end(), '\0', ' ');
    return text;
  }
};

/// Thrown by long work soon after its `stop` flag is set. Not a failure: what is done is kept.
class Stopped : public Error {
 public:
  Stopped() : Error("The work was stopped.") {}
};

}  // namespace earwitness
