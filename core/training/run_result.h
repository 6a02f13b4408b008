// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/runs/run_folder.h"
#include "core/runs/run_progress.h"

namespace earwitness {

/// Milliseconds that the best model takes for a window on one thread, as measured before for this
/// best epoch.
std::optional<double> knownLatency(const RunFolder& folder, int bestEpoch);

/// Writes the tables of the best epoch's validation and result.json: what is in `result`, and the
/// same tables for programs. Throws Error where they cannot be written.
void writeResult(const RunFolder& folder, const RunProgress& progress,
                 const std::vector<std::string>& labels, nlohmann::json result);

}  // namespace earwitness
