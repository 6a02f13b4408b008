// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/base/message.h"

namespace earwitness {

/// What --output names: a file, a device, a pipe, or "-" for standard output. Thread: one at a
/// time.
class OutputFile {
 public:
  enum class Contents { Text, Binary };

  OutputFile(std::filesystem::path path, Contents contents);

  const std::filesystem::path& path() const { return path_; }
  /// Also under its other names, such as /dev/stdout.
  bool isStandardOutput() const;
  /// Before long work: throws Error if it cannot be written, or is one of the files that are read.
  /// What is there stays as it is.
  void requireWritable(const std::vector<std::filesystem::path>& inputs = {}) const;
  /// Throws Error if that fails. The result is not lost then: it goes to another name next to the
  /// file, to standard output or to the folder for temporary files, and the sentence says where.
  void write(std::string_view contents) const;

 private:
  Message saveElsewhere(std::string_view contents) const;

  std::filesystem::path path_;
  Contents contents_;
};

}  // namespace earwitness
