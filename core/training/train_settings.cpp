// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/train_settings.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/listening/model_start.h"
#include "core/network/architectures.h"
#include "core/runs/recipes.h"

namespace earwitness {
namespace {

constexpr int kVersion = 2;
constexpr double kOneCycleStartFraction = 1.0 / 25.0;
constexpr double kOneCycleEndFraction = 1.0 / 25e4;

double cosineBetween(double from, double to, double share) {
  return to + (from - to) * 0.5 * (1.0 + std::cos(std::numbers::pi * share));
}

nlohmann::json splitToJson(const SplitRequest& split) {
  return {{"by", nameOf(split.by)},
          {"train_folds", split.trainingFolds},
          {"validation_folds", split.validationFolds},
          {"validation_fraction", split.validationFraction},
          {"seed", split.seed},
          {"allow_shared_sources", split.allowSharedSources}};
}

SplitRequest splitFromJson(const nlohmann::json& json) {
  SplitRequest split;
  split.by = splitByFromName(json.at("by"));
  json.at("train_folds").get_to(split.trainingFolds);
  json.at("validation_folds").get_to(split.validationFolds);
  json.at("validation_fraction").get_to(split.validationFraction);
  json.at("seed").get_to(split.seed);
  json.at("allow_shared_sources").get_to(split.allowSharedSources);
  return split;
}

/// How a network is trained: all that a recipe decides.
void takeMethod(const nlohmann::json& json, TrainSettings& settings) {
  const auto take = [&](const char* key, auto& value) { json.at(key).get_to(value); };
  // Runs of earlier versions lack these.
  settings.freeze = json.value("freeze", "none");
  settings.backboneRate = json.value("backbone_rate", 1.0);
  settings.keepNorms = json.value("keep_norms", false);
  take("freeze_epochs", settings.freezeEpochs);
  take("epochs", settings.epochs);
  take("batch_size", settings.batchSize);
  take("learning_rate", settings.learningRate);
  take("weight_decay", settings.weightDecay);
  take("decay_weights_only", settings.decayWeightsOnly);
  take("schedule", settings.schedule);
  take("warm_up", settings.warmUp);
  take("gradient_clip", settings.gradientClip);
  take("label_smoothing", settings.labelSmoothing);
  take("class_balance", settings.classBalance);
  take("averaging", settings.averaging);
  take("patience", settings.patience);
  settings.augmentation = augmentationFromJson(json.at("augmentation"));
  take("bfloat16", settings.bfloat16);
}

void require(bool holds, const Message& message) {
  if (!holds) throw Error(message);
}

void requireOneOf(const std::string& value, const Message& what,
                  const std::vector<std::string>& known) {
  if (std::find(known.begin(), known.end(), value) != known.end()) return;
  std::string list;
  for (const std::string& name : known) list += (list.empty() ? "" : ", ") + name;
  throw Error("%1 is one of %2, not '%3'.", what, list, value);
}

}  // namespace

void TrainSettings::validate() const {
  features.validate();
  require(epochs >= 1, Message("A training needs at least one epoch."));
  require(batchSize >= 2, Message("The batch size must be at least 2."));
  require(learningRate > 0.0, Message("The learning rate must be above 0."));
  require(weightDecay >= 0.0, Message("The weight decay must not be below 0."));
  requireOneOf(schedule, Message("The schedule"), {"cosine", "one-cycle", "constant"});
  requireOneOf(classBalance, Message("The balance of classes"), {"none", "sampling", "weights"});
  requireOneOf(background, Message("The background class"), {"none", "auto"});
  requireOneOf(labelsPerClip, Message("The number of labels per clip"), {"single", "multi"});
  requireOneOf(device, Message("The device"), {"auto", "cpu", "cuda"});
  require(warmUp >= 0.0 && warmUp < 1.0, Message("The warm-up must be between 0 and 1."));
  require(gradientClip >= 0.0, Message("The largest norm of the gradient must not be below 0."));
  require(labelSmoothing >= 0.0 && labelSmoothing < 1.0,
          Message("The label smoothing must be between 0 and 1."));
  require(averaging >= 0.0 && averaging < 1.0,
          Message("The averaging must be at least 0 and below 1."));
  require(patience >= 0, Message("The patience must not be below 0."));
  require(!initModel.empty() || (recipe != "head" && recipe != "fine-tune"),
          Message("The recipe '%1' needs a pretrained model (--init).", recipe));
  require(freezeEpochs >= 0, Message("The number of frozen epochs must not be below 0."));
  require(freezeEpochs == 0 || !initModel.empty(),
          Message("Frozen epochs need a pretrained model (--init)."));
  require(backboneRate > 0.0 && backboneRate <= 1.0,
          Message("The rate of the backbone must be above 0 and at most 1."));
  require(!keepNorms || !initModel.empty(),
          Message("Batch norms can only be kept with a pretrained model (--init)."));
  requireOneOf(freeze, Message("What is frozen"), {"none", "backbone"});
  require(freeze == "none" || !initModel.empty(),
          Message("A frozen backbone needs a pretrained model (--init)."));
  require(freeze == "none" || freezeEpochs == 0,
          Message("A frozen backbone is frozen in all epochs. Do not set frozen epochs "
                  "(--freeze-epochs)."));
  require(
      freeze == "none" || augmentation.empty(),
      Message("With a frozen backbone, each clip's embedding is computed once, so clips cannot be "
              "augmented. Choose no augmentation (--augmentation none)."));
  distillation.validate();
  require(
      freeze == "none" || !distillation.isOn(),
      Message(
          "A frozen backbone cannot learn from a teacher, because clips are not augmented. Freeze "
          "no layers (--freeze none) or name no teacher (--teacher)."));
  require(split.validationFraction > 0.0 && split.validationFraction < 1.0,
          Message("The share of the clips that validates must be between 0 and 1."));
  require(windowSeconds == 0.0 || (windowSeconds >= 0.1 && windowSeconds <= 60.0),
          Message("The window must be between 0.1 and 60 seconds."));
}

nlohmann::json toJson(const TrainSettings& settings) {
  return {{"version", kVersion},
          {"data", toJson(settings.data)},
          {"split", splitToJson(settings.split)},
          {"background", settings.background},
          {"labels_per_clip", settings.labelsPerClip},
          {"recipe", settings.recipe},
          {"architecture", settings.architecture},
          {"architecture_settings",
           architectureSettings(settings.architecture, settings.architectureSettings)},
          {"features", toJson(settings.features)},
          {"window_seconds", settings.windowSeconds},
          {"init", settings.initModel.string()},
          {"freeze", settings.freeze},
          {"freeze_epochs", settings.freezeEpochs},
          {"backbone_rate", settings.backboneRate},
          {"keep_norms", settings.keepNorms},
          {"teachers", namesOf(settings.distillation.teachers)},
          {"teacher_temperature", settings.distillation.temperature},
          {"teacher_share", settings.distillation.share},
          {"teacher_versions", settings.distillation.versions},
          {"teacher_data", namesOf(settings.distillation.data)},
          {"epochs", settings.epochs},
          {"batch_size", settings.batchSize},
          {"learning_rate", settings.learningRate},
          {"weight_decay", settings.weightDecay},
          {"decay_weights_only", settings.decayWeightsOnly},
          {"schedule", settings.schedule},
          {"warm_up", settings.warmUp},
          {"gradient_clip", settings.gradientClip},
          {"label_smoothing", settings.labelSmoothing},
          {"class_balance", settings.classBalance},
          {"averaging", settings.averaging},
          {"patience", settings.patience},
          {"augmentation", toJson(settings.augmentation)},
          {"seed", settings.seed},
          {"threads", settings.threads},
          {"bfloat16", settings.bfloat16},
          {"device", settings.device}};
}

TrainSettings trainSettingsFromJson(const nlohmann::json& json, const std::string& source) {
  try {
    if (json.at("version").get<int>() != kVersion)
      throw Error(
          "The settings in '%1' are of version %2, this program knows version %3. Start a new run.",
          source, json.at("version").dump(), kVersion);
    TrainSettings settings;
    const auto take = [&](const char* key, auto& value) { json.at(key).get_to(value); };
    settings.data = dataRequestFromJson(json.at("data"));
    settings.split = splitFromJson(json.at("split"));
    take("background", settings.background);
    take("recipe", settings.recipe);
    take("architecture", settings.architecture);
    settings.architectureSettings = json.at("architecture_settings");
    settings.features = featureSettingsFromJson(json.at("features"));
    take("window_seconds", settings.windowSeconds);
    settings.initModel = json.at("init").get<std::string>();
    // Runs of earlier versions lack these.
    settings.labelsPerClip = json.value("labels_per_clip", "single");
    settings.distillation = distillationFromJson(json);
    takeMethod(json, settings);
    take("seed", settings.seed);
    take("threads", settings.threads);
    take("device", settings.device);
    return settings;
  } catch (const nlohmann::json::exception&) {
    throw Error("The settings in '%1' are damaged or of another program. Start a new run.", source);
  }
}

TrainSettings recipe(const std::string& name, const std::string& architecture) {
  TrainSettings settings;
  settings.recipe = name;
  settings.architecture = architecture;
  settings.features = findArchitecture(architecture).features;
  const nlohmann::json values = recipeValues(name);
  if (values.empty()) {
    std::string known;
    for (const RecipeInfo& info : recipes()) known += (known.empty() ? "" : ", ") + info.name;
    throw Error("Unknown recipe '%1'. Use one of: %2.", name, known);
  }
  takeMethod(values, settings);
  return settings;
}

void startFrom(TrainSettings& settings, const std::filesystem::path& model) {
  const ModelStart start = readModelStart(model);
  settings.initModel = start.model;
  settings.architecture = start.architecture;
  settings.architectureSettings = start.architectureSettings;
  settings.features = start.features;
}

double learningRateAt(const TrainSettings& settings, int epoch, long step, long stepsPerEpoch) {
  if (settings.schedule == "cosine")
    return cosineBetween(settings.learningRate, 0.0, double(epoch) / settings.epochs);
  if (settings.schedule == "one-cycle") {
    const double total = double(settings.epochs) * double(stepsPerEpoch);
    const double done = double(epoch) * double(stepsPerEpoch) + double(step);
    const double rising = std::max(1.0, settings.warmUp * total);
    if (done < rising)
      return cosineBetween(settings.learningRate * kOneCycleStartFraction, settings.learningRate,
                           done / rising);
    return cosineBetween(settings.learningRate, settings.learningRate * kOneCycleEndFraction,
                         (done - rising) / std::max(1.0, total - rising));
  }
  return settings.learningRate;
}

}  // namespace earwitness
