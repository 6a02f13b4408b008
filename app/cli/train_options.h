// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/cli/data_options.h"
#include "core/training/train_settings.h"

namespace earwitness {

/// Options that decide what a training is made from. What is not given is the recipe's, the
/// settings file's, or that of the run that goes on.
struct TrainOptions {
  DataOptions data;
  std::filesystem::path settingsFile, init;
  std::optional<std::string> recipe, architecture, architectureSettings, background, augmentation,
      schedule, classBalance, device, freeze, labelsPerClip;
  std::vector<std::string> augment, withoutStep;
  std::optional<std::vector<int>> trainingFolds, validationFolds;
  std::optional<double> validationFraction, learningRate, weightDecay, windowSeconds,
      labelSmoothing, averaging, gradientClip, backboneRate;
  std::optional<int> epochs, batchSize, patience, freezeEpochs, threads;
  std::optional<uint64_t> seed;
  std::optional<std::vector<std::filesystem::path>> teachers, teacherData;
  std::optional<double> teacherTemperature, teacherShare;
  std::optional<int> teacherVersions;
  std::optional<bool> keepNorms, bfloat16;

  void addTo(CLI::App& command);
  /// The settings of a new run. Throws Error with one sentence.
  TrainSettings settings() const;
  /// Those of the run in `folder`, with the options that were given.
  TrainSettings settingsOfRun(const std::filesystem::path& folder) const;
  /// Those of an earlier run or search, with the options that were given.
  TrainSettings changed(TrainSettings settings) const;

 private:
  void addTeacherOptionsTo(CLI::App& command);
  void applyTo(TrainSettings& settings) const;
};

}  // namespace earwitness
