// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <sys/types.h>

#include "core/base/descriptor.h"
#include "core/runs/run_folder.h"

namespace earwitness {

/// Held by the process that writes into a run folder; the system lets go of it when the process
/// ends, however it ends.
class RunLock {
 public:
  /// Throws Error where another process holds it, or where it cannot be made.
  explicit RunLock(const RunFolder& folder);

  static bool isHeld(const RunFolder& folder);
  /// The process that holds it, so that it can be asked to stop; nothing where nobody does, or
  /// where it is not ours to ask.
  static std::optional<pid_t> holder(const RunFolder& folder);

 private:
  Descriptor file_;
};

}  // namespace earwitness
