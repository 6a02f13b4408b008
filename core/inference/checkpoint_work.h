// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <string>

#include "core/inference/import_trial.h"
#include "core/network/public_checkpoint.h"

namespace earwitness {

/// A weights file, in memory: a confined process opens none.
struct CheckpointFile {
  std::string name;         ///< without its folder
  std::string fingerprint;  ///< of its content
  std::string bytes;
};
/// Throws Error with a message for the user where it cannot be read.
CheckpointFile readCheckpointFile(const std::filesystem::path& file);

/// What the file is: "family", "labels", "parameters". Throws Error where it is unknown or damaged.
nlohmann::json describeCheckpoint(const CheckpointFile& file);

/// Name, licence and source for the card; each may be empty.
struct CheckpointCard {
  std::string name;
  std::string licence;
  std::string source;
};

/// Makes a self-describing model of it and tries it. Confine the process first. Throws Error as
/// tryAndWrite(), and where the file is unknown or damaged.
struct CheckpointModel {
  ImportedModel model;
  nlohmann::json summary;  ///< as of importCheckpoint()
};
CheckpointModel modelOfCheckpoint(const CheckpointFile& file, const CheckpointCard& card,
                                  const TrialSound& sample, const ImportStep& onStep);

}  // namespace earwitness
