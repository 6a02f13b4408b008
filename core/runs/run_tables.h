// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that a spreadsheet opens as they are: comma separated, a header row, quotes where needed.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/runs/clip_predictions.h"
#include "core/runs/metrics.h"

namespace earwitness {

/// One row an epoch record of the journal.
std::string metricsCsv(const nlohmann::json& epochs);
/// A row a class, a column a prediction; with more than 500 classes a row for each cell above 0.
std::string confusionCsv(const ConfusionMatrix& matrix, const std::vector<std::string>& labels);
std::string perClassCsv(const ConfusionMatrix& matrix, const std::vector<std::string>& labels);
/// A row a class, of models of several labels per clip: "best_per_class" of result.json.
std::string labelFiguresCsv(const nlohmann::json& classes);
/// A row a clip.
std::string predictionsCsv(const std::vector<ClipPrediction>& clips,
                           const std::vector<std::string>& labels);

}  // namespace earwitness
