#pragma once

#include <stdexcept>
#include <string>

namespace earwitness {

/// A failure told to the user as it is: what() is one whole sentence that says what happened,
/// to which file or device, and what to do about it. Caught once, at the top of each thread.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& sentence) : std::runtime_error(sentence) {}
};

/// Thrown by long work soon after its `stop` flag is set. Not a failure: what is done is kept.
class Stopped : public Error {
 public:
  Stopped() : Error("The work was stopped.") {}
};

}  // namespace earwitness
