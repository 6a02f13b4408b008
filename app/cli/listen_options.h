// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/cli/model_commands.h"
#include "core/monitoring/monitoring_settings.h"

namespace earwitness {

/// What `listen` was told on its command line. What is not set is as the settings file says.
struct ListenOptions {
  double seconds = 0.0;  ///< 0: until it is interrupted
  std::string device;
  bool wait = false;  ///< for a microphone that is not there yet
  std::filesystem::path input;
  std::optional<std::string> channel;  ///< of the microphone, or of the input
  std::string start;                   ///< of the recording in `input`; empty: as the file tells it
  std::string zone;                    ///< as TimeZone::named() has it; empty: as the settings say
  ModelChoice model;
  bool json = false;
  bool jsonLines = false;
  bool jsonLinesUpdates = false;
  bool nearMisses = false;
  std::optional<double> learnRoomSeconds;

  std::filesystem::path settingsFile;
  std::string store;  ///< a file, "none", or empty for the usual one
  std::string record;
  std::filesystem::path recordFolder;
  std::string quota;
  std::vector<std::string> thresholds;  ///< LABEL=0.7
  std::vector<std::string> alerts;      ///< labels
  std::string quietHours;               ///< 22:00-07:00, or "none"
};

void addListenOptions(CLI::App& command, ListenOptions& options);

/// The settings file with what the command line says instead. Throws Error on what cannot be read,
/// and on labels that the model does not have.
MonitoringSettings monitoringSettingsFor(const ListenOptions& options,
                                         const std::vector<std::string>& labels);

/// "500M", "2G", "1.5T", "1000000"; 0 is none. Throws Error on others.
int64_t bytesNamed(const std::string& text);
/// The store's file; empty for none.
std::filesystem::path storeFileFor(const ListenOptions& options,
                                   const MonitoringSettings& settings);
std::filesystem::path settingsFileFor(const ListenOptions& options);

}  // namespace earwitness
