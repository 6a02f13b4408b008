// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <cstdint>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/inference/open_model.h"
#include "core/network/transfer.h"

namespace earwitness {

/// What an interrupted training goes on from.
struct Checkpoint {
  NamedTensors tensors;  ///< 32-bit numbers
  int64_t steps = 0;
  nlohmann::json progress;
};

/// Writes plain numbers and JSON, atomically. Throws Error with one sentence.
void writeCheckpoint(const Checkpoint& checkpoint, const std::filesystem::path& file);

/// Reads them back; a run folder may come from a stranger, so nothing in the file is code.
/// Checkpoints of earlier versions were TorchScript, and are read by a confined child. Throws Error
/// with one sentence. Thread: main.
Checkpoint readCheckpoint(const std::filesystem::path& file, const Confinement& confinement);

}  // namespace earwitness
