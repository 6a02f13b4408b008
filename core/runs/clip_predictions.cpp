// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/clip_predictions.h"

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

namespace earwitness {

nlohmann::json toJson(const std::vector<ClipPrediction>& clips) {
  nlohmann::json json = nlohmann::json::array();
  for (const ClipPrediction& clip : clips)
    json.push_back({{"file", clip.file},
                    {"label", clip.label},
                    {"prediction", clip.prediction},
                    {"score", clip.score},
                    {"label_score", clip.labelScore}});
  return json;
}

std::vector<ClipPrediction> predictionsFromJson(const nlohmann::json& json) {
  std::vector<ClipPrediction> clips;
  for (const auto& clip : json)
    clips.push_back({clip.at("file"), clip.at("label"), clip.at("prediction"), clip.at("score"),
                     clip.at("label_score")});
  return clips;
}

std::vector<ClipPrediction> misclassified(const std::vector<ClipPrediction>& clips) {
  std::vector<ClipPrediction> wrong;
  std::copy_if(clips.begin(), clips.end(), std::back_inserter(wrong),
               [](const ClipPrediction& clip) { return clip.prediction != clip.label; });
  return wrong;
}

std::vector<ClipPrediction> surestFirst(std::vector<ClipPrediction> clips) {
  std::stable_sort(clips.begin(), clips.end(), [](const auto& a, const auto& b) {
    return a.score - a.labelScore > b.score - b.labelScore;
  });
  return clips;
}

}  // namespace earwitness
