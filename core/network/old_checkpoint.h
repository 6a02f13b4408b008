// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <istream>

#include <nlohmann/json.hpp>

#include "core/network/transfer.h"

namespace earwitness {

/// A checkpoint as earlier versions wrote it: a TorchScript archive.
struct OldCheckpoint {
  NamedTensors tensors;
  int64_t steps = 0;
  nlohmann::json progress;
};
/// Runs code of the archive: confine the process first. Throws Error with one sentence.
OldCheckpoint readOldCheckpoint(std::istream& archive);

}  // namespace earwitness
