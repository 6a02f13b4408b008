// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/model_card.h"

#include <algorithm>

#include <torch/version.h>

#include "core/base/message_json.h"

namespace earwitness {
namespace {

constexpr double kDefaultThreshold = 0.5;
constexpr size_t kMostConfusions = 8;

/// The last part of a path, also of one that ends with a slash.
std::string lastPart(const std::filesystem::path& path) {
  return (path.has_filename() ? path : path.parent_path()).filename().string();
}

/// Of the windows that it was trained with; 0 where all were whole.
double shortestTrained(const TrainSettings& settings) {
  const auto crop = std::find_if(settings.augmentation.begin(), settings.augmentation.end(),
                                 [](const AugmentationStep& step) { return step.name == "crop"; });
  if (crop == settings.augmentation.end() || (*crop)["probability"] == 0.0) return 0.0;
  return (*crop)["shortest"] < settings.windowSeconds ? (*crop)["shortest"] : 0.0;
}

}  // namespace

ModelDescription describeModel(const TrainSettings& settings, const TrainingData& data,
                               const EpochRecord& record, long parameters) {
  const std::string dataName = lastPart(settings.data.root);
  ModelDescription model;
  model.name = settings.architecture + ", " + dataName;
  model.labels = data.dataSet.labels;
  if (settings.isMultiLabel()) model.output = ModelOutput::MultiLabelLogits;
  model.features = settings.features;
  model.windowSeconds = settings.windowSeconds;
  model.hopSeconds = std::min(1.0, settings.windowSeconds);
  model.shortestSeconds = shortestTrained(settings);
  model.thresholds.assign(model.labels.size(), float(kDefaultThreshold));
  nlohmann::json training = toJson(settings);
  training["data"] = dataName;
  training["init"] = lastPart(settings.initModel);
  for (const char* key : {"threads", "device"}) training.erase(key);
  for (const char* key : {"teachers", "teacher_data"})
    for (nlohmann::json& path : training[key]) path = lastPart(path.get<std::string>());
  model.card = {{"architecture", settings.architecture},
                {"parameters", parameters},
                {"training", training},
                {"epoch", record.epoch},
                {"figures", record.json(!data.split.validation.empty())},
                {"training_clips", data.split.training.size()},
                {"validation_clips", data.split.validation.size()},
                {"data_fingerprint", data.store.fingerprint()},
                {"libtorch", TORCH_VERSION},
                {"made", utcNow()}};
  put(model.card, "split", data.split.description);
  put(model.card, "warnings", data.warnings);
  if (!data.teachers.empty()) model.card["teachers"] = data.teachers;
  return model;
}

nlohmann::json mostConfused(const ConfusionMatrix& matrix, const std::vector<std::string>& labels) {
  std::vector<std::pair<std::pair<int, int>, long>> cells;
  for (const auto& cell : matrix.cells())
    if (cell.first.first != cell.first.second && cell.second > 0) cells.push_back(cell);
  std::stable_sort(cells.begin(), cells.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  cells.resize(std::min(cells.size(), kMostConfusions));
  nlohmann::json list = nlohmann::json::array();
  for (const auto& [cell, clips] : cells)
    list.push_back({{"label", labels[size_t(cell.first)]},
                    {"said", labels[size_t(cell.second)]},
                    {"clips", clips}});
  return list;
}

}  // namespace earwitness
