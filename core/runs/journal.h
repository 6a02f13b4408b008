// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>

#include <nlohmann/json.hpp>

namespace earwitness {

/// The run folder's list of events, one JSON object a line, flushed line by line.
class Journal {
 public:
  static constexpr int kVersion = 2;
  using Listener = std::function<void(const nlohmann::json& event)>;

  /// Appends to `path`, or starts it anew. A torn last line of a killed run is closed first.
  Journal(const std::filesystem::path& path, bool append, Listener listener);

  /// Adds event, version and time (UTC, ISO 8601) to `details`, writes the line and tells the
  /// listener. Throws WriteError where the disk is full.
  void write(const std::string& event, nlohmann::json details);

 private:
  std::filesystem::path path_;
  std::ofstream file_;
  Listener listener_;
};

/// Now, as "2026-05-31T18:04:05.123Z".
std::string utcNow();

}  // namespace earwitness
