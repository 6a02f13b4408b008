// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/augmentation/augmentation.h"
#include "core/data/data_set.h"
#include "core/features/feature_settings.h"
#include "core/training/distillation_settings.h"

namespace earwitness {

/// Everything that a run is made from; written into its folder and its model file.
struct TrainSettings {
  DataRequest data;
  SplitRequest split;
  std::string background = "none";  ///< auto: adds a class of generated noise, hum and silence
  /// single: a clip is of one class; multi: a clip has any number of labels, and the model names
  /// several sounds at once.
  std::string labelsPerClip = "single";

  std::string recipe = "report";
  std::string architecture = "resnet-transformer";
  nlohmann::json architectureSettings =
      nlohmann::json::object();  ///< what differs from the defaults
  FeatureSettings features;      ///< the architecture's unless overridden
  double windowSeconds = 0.0;    ///< 0: what suits the clips

  std::filesystem::path initModel;  ///< its weights are the start where they fit; empty: none
  /// backbone: only the last layer is trained, on embeddings that are computed once; none.
  std::string freeze = "none";
  int freezeEpochs = 0;  ///< so long only the head and what did not fit are trained

  /// Of the learning rate, for all layers but the last one; below 1, they stay near their start.
  double backboneRate = 1.0;
  bool keepNorms = false;  ///< batch norms keep the statistics of the start, and nothing drops out

  Distillation distillation;  ///< teachers whose answers are learned

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
  std::string classBalance = "none";  ///< sampling: each class equally often; weights: in the loss
  double averaging = 0.0;             ///< decay of the running average of weights (EMA); 0: none
  int patience = 0;                   ///< ends after so many epochs without a better one; 0: never
  AugmentationList augmentation;

  uint64_t seed = 1;
  int threads = 0;              ///< 0: all cores
  bool bfloat16 = false;        ///< matrix products and convolutions in bfloat16, where the device
                                ///< has instructions for them
  std::string device = "auto";  ///< auto, cpu, cuda

  /// Throws Error with one sentence on values out of range.
  void validate() const;
  bool isMultiLabel() const { return labelsPerClip == "multi"; }
};

nlohmann::json toJson(const TrainSettings& settings);
/// What toJson wrote, as in a run's settings.json. Throws Error with one sentence, naming `source`.
TrainSettings trainSettingsFromJson(const nlohmann::json& json, const std::string& source);

/// The settings of a recipe for an architecture. Throws Error on unknown names.
TrainSettings recipe(const std::string& name, const std::string& architecture);

/// Sets the start to the weights of `model`, and architecture, sizes and features to its own.
/// Throws Error as readModelStart() does.
void startFrom(TrainSettings& settings, const std::filesystem::path& model);

/// Learning rate of a step. Steps and epochs count from 0.
double learningRateAt(const TrainSettings& settings, int epoch, long step, long stepsPerEpoch);

}  // namespace earwitness
