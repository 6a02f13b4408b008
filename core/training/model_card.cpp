#include "core/training/model_card.h"

#include <algorithm>

#include <torch/version.h>

namespace earwitness {
namespace {

constexpr double kDefaultThreshold = 0.5;

/// The last part of a path, also of one that ends with a slash.
std::string lastPart(const std::filesystem::path& path) {
  return (path.has_filename() ? path : path.parent_path()).filename().string();
}

}  // namespace

ModelDescription describeModel(const TrainSettings& settings, const TrainingData& data,
                               const EpochRecord& record, long parameters) {
  const std::string dataName = lastPart(settings.data.root);
  ModelDescription model;
  model.name = settings.architecture + ", " + dataName;
  model.labels = data.dataSet.labels;
  model.features = settings.features;
  model.windowSeconds = settings.windowSeconds;
  model.hopSeconds = std::min(1.0, settings.windowSeconds);
  model.thresholds.assign(model.labels.size(), float(kDefaultThreshold));
  nlohmann::json training = toJson(settings);
  training["data"] = dataName;
  training["init"] = lastPart(settings.initModel);
  for (const char* key : {"threads", "device"}) training.erase(key);
  model.card = {{"architecture", settings.architecture},
                {"parameters", parameters},
                {"training", training},
                {"epoch", record.epoch},
                {"figures", record.json(!data.split.validation.empty())},
                {"split", data.split.description},
                {"training_clips", data.split.training.size()},
                {"validation_clips", data.split.validation.size()},
                {"data_fingerprint", data.store.fingerprint()},
                {"warnings", data.warnings},
                {"libtorch", TORCH_VERSION},
                {"made", utcNow()}};
  return model;
}

}  // namespace earwitness
