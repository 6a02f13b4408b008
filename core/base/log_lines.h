// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <string>
#include <string_view>

namespace earwitness {

/// Puts what a child process writes to its standard error into the log, line by line, as warnings.
/// A child that writes without end does not push everything else out of the log: after the first
/// 500 lines only the last 50 are logged, when it has ended. Thread: one at a time.
class LogLines {
 public:
  /// `source`: what each line begins with.
  LogLines(const char* category, std::string source);

  /// Bytes as they come; a line ends with a newline or a carriage return.
  void add(std::string_view bytes);
  /// The child has ended: logs what has no newline and what was held back.
  void finish();

 private:
  void addLine(std::string line);

  const char* category_;
  std::string source_;
  std::string open_;  ///< a line whose end has not come
  size_t logged_ = 0;
  size_t skipped_ = 0;
  std::deque<std::string> last_;
};

}  // namespace earwitness
