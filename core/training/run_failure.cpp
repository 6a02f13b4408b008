// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_failure.h"

#include "core/network/torch_error.h"

namespace earwitness {

RunFailure failureOf(const std::exception& exception) {
  if (const auto* error = dynamic_cast<const Error*>(&exception)) switch (error->kind()) {
      case ErrorKind::General:
        return {error->message(), "other"};
      case ErrorKind::Disk:
        return {error->message(), "disk"};
      case ErrorKind::Data:
        return {error->message(), "data"};
      case ErrorKind::Sandbox:
        return {error->message(), "sandbox"};
    }
  if (isOutOfMemory(exception))
    return {Message("There is not enough memory for this training. Try a smaller batch."),
            "memory"};
  return {Message("The training failed: %1.", reasonOf(exception)), "other"};
}

}  // namespace earwitness
