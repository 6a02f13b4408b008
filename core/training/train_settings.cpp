#include "core/training/train_settings.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/error.h"
#include "core/network/architectures.h"

namespace earwitness {
namespace {

constexpr double kOneCycleStartFraction = 1.0 / 25.0;
constexpr double kOneCycleEndFraction = 1.0 / 25e4;

double cosineBetween(double from, double to, double share) {
  return to + (from - to) * 0.5 * (1.0 + std::cos(std::numbers::pi * share));
}

void applyStrongRecipe(TrainSettings& settings) {
  settings.epochs = 200;
  settings.learningRate = 3e-3;
  settings.weightDecay = 0.05;
  settings.decayWeightsOnly = true;
  settings.schedule = "one-cycle";
  settings.gradientClip = 5.0;
  settings.labelSmoothing = 0.05;
  settings.averaging = 0.998;
  settings.bfloat16 = true;
  AugmentationSettings& augmentation = settings.augmentation;
  augmentation = {};
  augmentation.melShiftBands = 3.0;
  augmentation.stretch = 0.2;
  augmentation.roll = true;
  augmentation.gainDb = 6.0;
  augmentation.mixProbability = 0.8;
  augmentation.frequencyMaskBands = 8;
  augmentation.frequencyMasks = 2;
  augmentation.timeMaskFrames = 30;
  augmentation.timeMasks = 2;
  augmentation.maskWithMean = true;
}

}  // namespace

void TrainSettings::validate() const {
  features.validate();
  const auto require = [](bool holds, const char* sentence) {
    if (!holds) throw Error(sentence);
  };
  require(epochs >= 1, "A training needs at least one epoch.");
  require(batchSize >= 2, "The batch size must be at least 2.");
  require(learningRate > 0.0, "The learning rate must be above 0.");
  require(weightDecay >= 0.0, "The weight decay must not be below 0.");
  require(schedule == "cosine" || schedule == "one-cycle" || schedule == "constant",
          "The schedule must be cosine, one-cycle or constant.");
  require(warmUp >= 0.0 && warmUp < 1.0, "The warm-up must be between 0 and 1.");
  require(labelSmoothing >= 0.0 && labelSmoothing < 1.0,
          "The label smoothing must be between 0 and 1.");
  require(averaging >= 0.0 && averaging < 1.0, "The averaging must be at least 0 and below 1.");
  require(split.validationFraction > 0.0 && split.validationFraction < 1.0,
          "The share of the clips that validates must be between 0 and 1.");
  require(windowSeconds == 0.0 || (windowSeconds >= 0.1 && windowSeconds <= 60.0),
          "The window must be between 0.1 and 60 seconds.");
}

nlohmann::json toJson(const TrainSettings& settings) {
  return {{"data", settings.data.string()},
          {"layout", nameOf(settings.layout)},
          {"train_folds", settings.split.trainingFolds},
          {"validation_folds", settings.split.validationFolds},
          {"validation_fraction", settings.split.validationFraction},
          {"recipe", settings.recipe},
          {"architecture", settings.architecture},
          {"architecture_settings",
           architectureSettings(settings.architecture, settings.architectureSettings)},
          {"features", toJson(settings.features)},
          {"window_seconds", settings.windowSeconds},
          {"epochs", settings.epochs},
          {"batch_size", settings.batchSize},
          {"learning_rate", settings.learningRate},
          {"weight_decay", settings.weightDecay},
          {"decay_weights_only", settings.decayWeightsOnly},
          {"schedule", settings.schedule},
          {"warm_up", settings.warmUp},
          {"gradient_clip", settings.gradientClip},
          {"label_smoothing", settings.labelSmoothing},
          {"averaging", settings.averaging},
          {"augmentation", toJson(settings.augmentation)},
          {"seed", settings.seed},
          {"bfloat16", settings.bfloat16}};
}

std::vector<std::string> recipeNames() {
  return {"report", "strong"};
}

TrainSettings recipe(const std::string& name, const std::string& architecture) {
  TrainSettings settings;
  settings.recipe = name;
  settings.architecture = architecture;
  settings.features = findArchitecture(architecture).features;
  if (name == "report") {
    settings.augmentation.frequencyMaskBands = 15;
    settings.augmentation.timeMaskFrames = 100;
  } else if (name == "strong") {
    applyStrongRecipe(settings);
  } else {
    throw Error("There is no recipe '" + name + "'; there are: report, strong.");
  }
  return settings;
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
