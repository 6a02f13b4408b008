// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace earwitness {

/// Where the user's own models are: dataFolder() / "models". Throws Error if there is no home
/// folder.
std::filesystem::path ownModelsFolder();

/// The model files in a folder, by name. Empty if it cannot be read. Thread: worker.
std::vector<std::filesystem::path> modelsIn(const std::filesystem::path& folder);
/// Those of ownModelsFolder().
std::vector<std::filesystem::path> ownModels();

/// A file in ownModelsFolder() for a model with this display name, which is not there yet. Creates
/// the folder. Throws Error if that is not possible. Thread: worker.
std::filesystem::path freeOwnModelFile(const std::string& name);

/// Saves a model with this display name in ownModelsFolder(), under a name that is free, and
/// returns its file. Never overwrites one. Throws Error. Thread: worker.
std::filesystem::path addOwnModel(const std::string& name, std::string_view archive);

}  // namespace earwitness
