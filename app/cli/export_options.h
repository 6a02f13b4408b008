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

  /// What was asked for; no value where neither was. Throws Error where the format is not known,
  /// or is neither named nor told by the file's ending. Before long work.
  std::optional<ExportFormat> format() const;
  /// Into the file where one was named, else to standard output.
  void write(const std::vector<ExportedEvent>& events, ExportFormat format) const;

 private:
  std::string format_;
  std::filesystem::path output_;
};

}  // namespace earwitness
