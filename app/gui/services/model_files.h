// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "core/listening/own_models.h"

namespace earwitness::gui {

/// Model files that come with the program: of the installation, else of the source tree; by name.
/// Reads a folder. Thread: worker.
std::vector<std::filesystem::path> bundledModels();

/// The one that is asked for; else the one used last, if it is still there; else earwitness.pt
/// among the bundled ones; else their first; empty where there is none. Thread: worker.
std::filesystem::path chooseModel(const std::filesystem::path& asked,
                                  const std::filesystem::path& usedLast,
                                  const std::vector<std::filesystem::path>& bundled);

/// The sample sound; empty where it is missing.
std::filesystem::path sampleSound();

}  // namespace earwitness::gui
