#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/data/data_set.h"
#include "core/features/feature_settings.h"
#include "core/training/augmentation.h"

namespace earwitness {

/// Everything that a run is made from; written into its folder and its model file.
struct TrainSettings {
  std::filesystem::path data;
  Layout layout = Layout::Auto;
  SplitRequest split;

  std::string recipe = "report";
  std::string architecture = "resnet-transformer";
  nlohmann::json architectureSettings =
      nlohmann::json::object();  ///< what differs from the defaults
  FeatureSettings features;      ///< the architecture's unless overridden
  double windowSeconds = 0.0;    ///< 0: what suits the clips

  int epochs = 50;
  int batchSize = 32;
  double learningRate = 1e-3;  ///< highest of the schedule
  double weightDecay = 1e-4;
  bool decayWeightsOnly = false;  ///< spare biases and norms the decay
  std::string schedule =
      "cosine";               ///< cosine (epoch by epoch to 0), one-cycle (step by step), constant
  double warmUp = 0.1;        ///< share of the steps in which one-cycle rises
  double gradientClip = 0.0;  ///< largest norm; 0: none
  double labelSmoothing = 0.0;
  double averaging = 0.0;  ///< decay of the running average of weights (EMA); 0: none
  AugmentationSettings augmentation;

  uint64_t seed = 1;
  int threads = 0;        ///< 0: all cores
  bool bfloat16 = false;  ///< matrix products and convolutions in bfloat16

  /// Throws Error with one sentence on values out of range.
  void validate() const;
};

nlohmann::json toJson(const TrainSettings& settings);

/// The settings of a recipe for an architecture. Recipes: `report` (the report's own) and `strong`
/// (mixing, shifts, averaged weights, one-cycle). Throws Error on unknown names.
TrainSettings recipe(const std::string& name, const std::string& architecture);
std::vector<std::string> recipeNames();

/// Learning rate of a step. Steps and epochs count from 0.
double learningRateAt(const TrainSettings& settings, int epoch, long step, long stepsPerEpoch);

}  // namespace earwitness
