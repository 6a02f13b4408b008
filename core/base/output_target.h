// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/base/descriptor.h"
#include "core/base/message.h"

namespace earwitness {

/// Throws WriteError for a system's error number.
[[noreturn]] void failToWrite(const std::filesystem::path& path, int errorNumber);

/// What a path that is to be written leads to, all links followed. Only files are replaced; devices
/// and pipes are written to as they are.
struct OutputTarget {
  enum class Kind {
    File,    ///< a regular file, or nothing yet
    Stream,  ///< a device or a pipe with a name
    Open,    ///< an open descriptor of this process, such as /dev/stdout or /dev/fd/5
  };

  /// Throws WriteError if nothing can be written there: a folder, a socket, a disk, a link that
  /// leads back to itself, a name that is too long.
  explicit OutputTarget(const std::filesystem::path& path);

  /// Throws WriteError if it cannot be written now. Changes nothing, and leaves nothing behind. A
  /// pipe without a reader and the space on a disk cannot be known before.
  void requireWritable() const;
  /// Of Stream and Open: to be written and closed. Waits for the reader of a pipe. What was written
  /// to an open file before stays. Throws WriteError.
  Descriptor openStream() const;
  /// The name for messages: in quotes, or "Standard output".
  Message shownName() const;
  [[noreturn]] void fail(int errorNumber) const;

  Kind kind = Kind::File;
  std::filesystem::path asked;  ///< the path as it was given
  std::filesystem::path path;   ///< behind its links
  bool exists = false;          ///< a file is there
  int descriptor = -1;          ///< of Open; belongs to the process
};

}  // namespace earwitness
