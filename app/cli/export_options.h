// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "core/events/event_export.h"

namespace earwitness {

/// --format and --output of the commands that give events away.
class ExportOptions {
 public:
  void addTo(CLI::App& command);

  /// What was asked for; no value where neither was. To be called before long work: throws Error
  /// where the format is not known, or is neither named nor told by the file's ending, and where
  /// the file cannot be written or is one of the `inputs`.
  std::optional<ExportFormat> format(const std::vector<std::filesystem::path>& inputs = {}) const;
  /// Into the file where one was named, else to standard output. `files` as writeEvents() has it.
  /// Throws Error where that fails; the events are saved elsewhere then.
  void write(const std::vector<ExportedEvent>& events, ExportFormat format,
             const std::vector<ExportedFile>& files = {}) const;

 private:
  std::optional<ExportFormat> wantedFormat() const;

  std::string format_;
  std::filesystem::path output_;
};

}  // namespace earwitness
