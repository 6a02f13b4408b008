// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <utility>

#include "core/base/descriptor.h"

namespace earwitness {

/// Keeps programs that use the same folder of taught classes apart, by locks on bytes of the file
/// `.lock` in it, which the kernel releases however a program ends. On a file system without locks,
/// and in a folder that cannot be written, nobody is kept apart. Two of them exclude each other
/// also within one process. Thread: one at a time.
class TaughtLock {
 public:
  explicit TaughtLock(std::filesystem::path folder) : folder_(std::move(folder)) {}
  TaughtLock(const TaughtLock&) = delete;
  TaughtLock& operator=(const TaughtLock&) = delete;

  /// While it exists, no other program reads or writes the folder. Several of one lock may exist.
  class Hold {
   public:
    explicit Hold(TaughtLock& lock) : lock_(lock) { lock_.acquire(); }
    ~Hold() { lock_.release(); }
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

   private:
    TaughtLock& lock_;
  };
  /// Waits for a program that holds it; nothing happens while there is no folder. Throws Error
  /// after half a minute.
  [[nodiscard]] Hold hold() { return Hold(*this); }

  /// Whether no other program has used the folder since it began and is still running: it may need
  /// files that this one does not. Only while the lock is held.
  bool isAlone() const;

 private:
  void acquire();
  void release();

  std::filesystem::path folder_;
  Descriptor file_;
  int holds_ = 0;
};

}  // namespace earwitness
