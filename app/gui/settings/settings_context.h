// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace earwitness::gui {

/// What the settings dialog shows beside the settings themselves.
struct SettingsContext {
  std::vector<std::string> labels;    ///< of the current model
  std::vector<float> thresholds;      ///< the model's own, one for each label
  std::vector<bool> defaultAlerts;    ///< what alerts if nothing is set, one for each label
  std::filesystem::path usualFolder;  ///< of recordings, where none is set
  int64_t recordingsBytes = -1;       ///< used now; -1: not known
  std::filesystem::path storeFile;    ///< the event store
  int64_t storeBytes = -1;            ///< -1: not known
};

}  // namespace earwitness::gui
