// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <filesystem>
#include <istream>
#include <string>

#include <torch/script.h>

#include "core/listening/model_description.h"

namespace earwitness {

/// Writes network and description into one TorchScript archive, atomically.
/// The plain module is written: frozen or optimised ones do not load again everywhere.
void saveModelFile(const torch::jit::Module& network, const ModelDescription& description,
                   const std::filesystem::path& path);

/// The same as bytes: equal networks give equal ones.
std::string modelFileBytes(const torch::jit::Module& network, const ModelDescription& description);

/// The network of a model file, in evaluation mode, not frozen. Runs the file's TorchScript: only
/// for files that this program wrote itself. Throws Error with one sentence.
torch::jit::Module loadModelNetwork(const std::filesystem::path& path);
/// The same of an archive that is open, which a confined process can still read; `name` is what it
/// is called in errors.
torch::jit::Module loadNetwork(std::istream& archive, const std::string& name);

}  // namespace earwitness
