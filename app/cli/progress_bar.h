// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace earwitness {

/// A bar on standard error that overwrites itself; nothing where that is no terminal. Lines for
/// keeps go above it. Thread: one at a time.
class ProgressBar {
 public:
  ~ProgressBar() { clear(); }
  /// `share` of the work is done, 0 to 1. Drawn at most 20 times a second.
  void show(double share, const std::string& text);
  void clear();
  void line(const std::string& text);

 private:
  bool shown_ = false;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace earwitness
