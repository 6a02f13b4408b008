// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/message.h"
#include "core/runs/metrics.h"
#include "core/runs/run_folder.h"

namespace earwitness {

/// A run as its folder tells it.
struct RunSummary {
  RunFolder folder;
  std::string state;  ///< running, finished, stopped, failed, interrupted (killed)
  Message error;      ///< of a failed run
  nlohmann::json settings;
  int epochs = 0;  ///< done
  int bestEpoch = 0;
  std::optional<Figures> best;
  double seconds = 0.0;  ///< of the epochs done
  std::optional<long> parameters;
  std::string started;  ///< UTC, ISO 8601
};
nlohmann::json toJson(const RunSummary& run);

/// Reads settings and journal; torn or foreign lines are passed over. Nothing where the folder
/// holds no run.
std::optional<RunSummary> readRun(const std::filesystem::path& folder);
/// All runs in `root` and in its folders, one level down; by path.
std::vector<RunSummary> findRuns(const std::filesystem::path& root);

}  // namespace earwitness
