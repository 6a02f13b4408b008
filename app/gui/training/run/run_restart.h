// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <nlohmann/json_fwd.hpp>

namespace earwitness::gui {

// Settings for another try at a run that failed.

/// As `settings`, with half the batch (at least 1).
nlohmann::json withSmallerBatch(nlohmann::json settings);

/// The run's settings without the clips that it had to leave out: a list of these, and of what was
/// corrected before, is written into `newFolder`. Throws Error where that cannot be done.
/// Thread: any but the GUI's.
nlohmann::json withoutBrokenFiles(nlohmann::json settings, const std::filesystem::path& oldFolder,
                                  const std::filesystem::path& newFolder);

/// The settings that a run was, or is to be, started with. Throws Error where there are none.
/// Thread: any but the GUI's.
nlohmann::json settingsOfRun(const std::filesystem::path& folder);

}  // namespace earwitness::gui
