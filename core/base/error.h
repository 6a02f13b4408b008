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

}  // namespace earwitness
