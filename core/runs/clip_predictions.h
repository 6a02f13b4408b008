// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace earwitness {

/// What a validation clip is, and what it was called.
struct ClipPrediction {
  std::string file;
  int label = 0;
  int prediction = 0;
  double score = 0.0;       ///< of the prediction
  double labelScore = 0.0;  ///< of the right one
};
nlohmann::json toJson(const std::vector<ClipPrediction>& clips);
std::vector<ClipPrediction> predictionsFromJson(const nlohmann::json& json);
/// Those that were called something else.
std::vector<ClipPrediction> misclassified(const std::vector<ClipPrediction>& clips);
/// Surest mistakes first.
std::vector<ClipPrediction> surestFirst(std::vector<ClipPrediction> clips);

}  // namespace earwitness
