// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>

#include <nlohmann/json.hpp>

#include "core/inference/open_model.h"

namespace earwitness {

/// What is known of a public checkpoint besides its file, for the card.
struct CheckpointOrigin {
  std::string name = {};     ///< display name of the model; empty: the family's
  std::string licence = {};  ///< empty: unknown
  std::string source = {};   ///< who made it and the address that it is fetched from; may be empty
};

struct CheckpointImport {
  std::filesystem::path checkpoint;
  CheckpointOrigin origin;
  std::filesystem::path sample;  ///< sound to try it on; empty: none
  Confinement confinement;
  std::function<void(const std::string& step)> onStep = {};
  const std::atomic<bool>* cancelled = nullptr;
};

struct ImportedCheckpoint {
  std::string archive;     ///< bytes of the self-describing model file
  nlohmann::json summary;  ///< an ImportTrial, and "name", "family", "labels", "parameters"
};

/// Makes a model of a public checkpoint, which a confined child reads. Throws Error with a message
/// for the user: no weights file, an unknown family, damaged; SandboxError where the system cannot
/// confine it; Stopped where it was cancelled. Thread: main.
ImportedCheckpoint importCheckpoint(const CheckpointImport& import);

/// What a checkpoint is, without making a model of it: "family", "labels", "parameters". Errors as
/// importCheckpoint().
nlohmann::json probeCheckpoint(const CheckpointImport& import);

}  // namespace earwitness
