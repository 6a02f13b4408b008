// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/descriptor.h"

namespace earwitness {

/// Internal: tells living writers of a store from dead ones. Each has a number and holds a lock on
/// that byte of a file beside the store, which the kernel lets go of however its process ends; a
/// process id would do neither across containers nor after a restart. Thread: one at a time.
class WriterLock {
 public:
  /// Touches nothing yet.
  explicit WriterLock(std::filesystem::path file) : file_(std::move(file)) {}

  /// Until this object ends. Throws Error where the file cannot be written.
  void hold(int64_t writer);
  /// By anybody but this object. Where that cannot be told, true.
  bool isHeld(int64_t writer);

 private:
  bool open();

  std::filesystem::path file_;
  Descriptor descriptor_;
};

}  // namespace earwitness
