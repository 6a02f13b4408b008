#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace earwitness::gui {

/// Model files that come with the program: of the installation, else of the source tree; by name.
/// Reads a folder. Thread: worker.
std::vector<std::filesystem::path> bundledModels();

/// Where the user's own models are: dataFolder() / "models". Throws Error where there is no home.
std::filesystem::path ownModelsFolder();
/// The model files in it, by name. Reads a folder. Thread: worker.
std::vector<std::filesystem::path> ownModels();
/// A file in that folder for a model of this name, which is not there yet; makes the folder.
/// Throws Error where that cannot be. Thread: worker.
std::filesystem::path freeOwnModelFile(const std::string& name);

/// The one that is asked for; else the one used last, if it is still there; else earwitness.pt
/// among the bundled ones; else their first; empty where there is none. Thread: worker.
std::filesystem::path chooseModel(const std::filesystem::path& asked,
                                  const std::filesystem::path& usedLast,
                                  const std::vector<std::filesystem::path>& bundled);

/// The sample sound; empty where it is missing.
std::filesystem::path sampleSound();

}  // namespace earwitness::gui
