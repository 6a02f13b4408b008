// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_failure.h"

#include "core/base/write_error.h"
#include "core/inference/sandbox.h"
#include "core/network/torch_error.h"

namespace earwitness {

RunFailure failureOf(const std::exception& error) {
  if (dynamic_cast<const WriteError*>(&error) != nullptr) return {error.what(), "disk"};
  if (dynamic_cast<const DataError*>(&error) != nullptr) return {error.what(), "data"};
  if (dynamic_cast<const SandboxError*>(&error) != nullptr) return {error.what(), "sandbox"};
  if (dynamic_cast<const Error*>(&error) != nullptr) return {error.what(), "other"};
  if (isOutOfMemory(error))
    return {"There is not enough memory for this training. Try a smaller batch.", "memory"};
  return {"The training failed: " + reasonOf(error) + ".", "other"};
}

}  // namespace earwitness
