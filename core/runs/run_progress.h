// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/runs/clip_predictions.h"
#include "core/runs/metrics.h"

namespace earwitness {

/// What has been seen of an epoch so far; part of a checkpoint, so that a resumed epoch ends with
/// the figures of a whole one.
struct EpochProgress {
  explicit EpochProgress(int nClasses) : right(size_t(nClasses)), seen(size_t(nClasses)) {}

  long step = 0;  ///< done
  double lossSum = 0.0;
  double seconds = 0.0;
  double learningRate = 0.0;  ///< of the last step
  std::vector<long> right;    ///< by label
  std::vector<long> seen;

  long examples() const;
  double clipsPerSecond() const { return seconds > 0.0 ? double(examples()) / seconds : 0.0; }
  Figures figures() const;
};
nlohmann::json toJson(const EpochProgress& progress);
EpochProgress epochProgressFromJson(const nlohmann::json& json);

/// One line of metrics.csv and of the journal.
struct EpochRecord {
  int epoch = 0;  ///< counted from 1
  double learningRate = 0.0;
  double seconds = 0.0;
  double clipsPerSecond = 0.0;
  Figures training;
  Figures validation;

  nlohmann::json json(bool validates) const;
};

/// How far a run is, beside its weights: what a checkpoint holds of it.
struct RunProgress {
  explicit RunProgress(int nClasses) : running(nClasses), bestConfusion(nClasses) {}

  nlohmann::json epochs = nlohmann::json::array();  ///< records of all that are done
  EpochProgress running;
  std::vector<std::string> unfrozen;  ///< parameters that are trained while the rest is frozen
  int bestEpoch = 0;                  ///< counted from 1; 0: none yet
  Figures best;
  Figures last;
  ConfusionMatrix bestConfusion;                ///< empty for several labels per clip
  std::vector<ClipPrediction> bestPredictions;  ///< of all validation clips
  /// Of several labels per clip: figures of each class, as result.json has them; else null.
  nlohmann::json bestLabels;

  int epochsDone() const { return int(epochs.size()); }
  /// Whether figures would be the best so far.
  bool isBetter(const Figures& figures) const;
};
nlohmann::json toJson(const RunProgress& progress, const std::vector<std::string>& labels);
RunProgress runProgressFromJson(const nlohmann::json& json);

}  // namespace earwitness
