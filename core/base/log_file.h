// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/descriptor.h"

namespace earwitness {

/// A log that several processes may append to. When it is full, it is renamed to FILE.1, FILE.1 to
/// FILE.2 and so on, and a new one begins; whoever does that holds a lock on it, and the others
/// find the new file with their next line. Files and their folder are readable by the user alone.
/// Thread: one at a time.
class LogFile {
 public:
  static constexpr int64_t kMostBytes = 1'000'000;  ///< of one file
  static constexpr int kMostFiles = 3;

  /// The file is created with the first line.
  explicit LogFile(std::filesystem::path path, int64_t mostBytes = kMostBytes,
                   int mostFiles = kMostFiles);

  /// Appends a line, which ends with a newline, in one write. False if that failed; the next line
  /// tries again. Throws nothing but std::bad_alloc.
  bool append(std::string_view line);

 private:
  bool isCurrent() const;
  void open();
  bool rotate();
  int64_t size() const;
  std::filesystem::path numbered(int number) const;

  std::filesystem::path path_;
  int64_t mostBytes_;
  int mostFiles_;
  Descriptor file_;
  bool isTorn_ = false;  ///< it ends within a line
};

/// The last whole lines of a log, and of FILE.1 before it, of at most `mostBytes` bytes. Empty if
/// there is none yet. Throws Error if it cannot be read.
std::string logTail(const std::filesystem::path& file, size_t mostBytes);

}  // namespace earwitness
