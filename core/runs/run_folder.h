// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <system_error>

#include <nlohmann/json_fwd.hpp>

namespace earwitness {

/// What a run folder holds.
struct RunFolder {
  std::filesystem::path path;

  std::filesystem::path settings() const { return path / "settings.json"; }
  std::filesystem::path data() const { return path / "data.json"; }
  std::filesystem::path journal() const { return path / "journal.jsonl"; }
  std::filesystem::path log() const { return path / "log.txt"; }
  std::filesystem::path checkpoint() const { return path / "checkpoint.pt"; }
  std::filesystem::path bestModel() const { return path / "best.pt"; }
  std::filesystem::path lastModel() const { return path / "last.pt"; }
  std::filesystem::path metrics() const { return path / "metrics.csv"; }
  std::filesystem::path confusion() const { return path / "confusion.csv"; }
  std::filesystem::path perClass() const { return path / "per_class.csv"; }
  std::filesystem::path predictions() const { return path / "predictions.csv"; }
  std::filesystem::path misclassified() const { return path / "misclassified.csv"; }
  std::filesystem::path result() const { return path / "result.json"; }
  std::filesystem::path searchPlan() const { return path / "search.json"; }  ///< of a search
  std::filesystem::path lock() const { return path / ".lock"; }

  /// Whether it holds a search, whose trials are runs in its folders.
  bool isSearch() const { return isThere(searchPlan()); }
  /// Whether a file of it is there and may be looked at. Does not throw.
  static bool isThere(const std::filesystem::path& file) {
    std::error_code unreadable;
    return std::filesystem::exists(file, unreadable);
  }
};

/// Throws Error if a folder in which no run has begun holds files that a run would overwrite. The
/// settings may be there: they are written before it begins.
void requireNothingToOverwrite(const RunFolder& folder);

/// Makes the folder for a new run, or looks whether it holds one to go on with.
/// Throws Error where it holds a run already, resp. none, other files that would be overwritten,
/// and where it cannot be made.
RunFolder prepareRunFolder(const std::filesystem::path& folder, bool resume);

/// Throws Error, naming the first that differs, where a run was started with other settings than
/// these: its result would be another. Data and the other model may have moved, and the work may be
/// done by other threads or another device.
void requireSettingsOfRun(const RunFolder& folder, const nlohmann::json& settings);

/// Replaces a file by JSON for people and programs. A path in it need not be UTF-8.
/// Throws Error where it cannot be written.
void writeJsonFile(const std::filesystem::path& path, const nlohmann::json& json);

}  // namespace earwitness
