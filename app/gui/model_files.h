#pragma once

#include <filesystem>
#include <vector>

namespace earwitness::gui {

/// Model files that come with the program: of the installation, else of the source tree; by name.
/// Reads a folder. Thread: worker.
std::vector<std::filesystem::path> bundledModels();

/// earwitness.pt among them, else the first; empty where there is none.
std::filesystem::path defaultModel(const std::vector<std::filesystem::path>& models);

/// The sample sound; empty where it is missing.
std::filesystem::path sampleSound();

}  // namespace earwitness::gui
