// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <vector>

#include "core/data/feature_store.h"
#include "core/runs/clip_predictions.h"
#include "core/runs/metrics.h"
#include "core/runs/multi_label_metrics.h"
#include "core/training/training_state.h"

namespace earwitness {

/// Of models of several labels per clip there are `labels` and `thresholds`, of others confusion
/// and predictions.
struct Validation {
  Figures figures;
  ConfusionMatrix confusion{0};
  std::vector<ClipPrediction> predictions;  ///< of each clip, in order
  std::vector<LabelFigures> labels;         ///< of each class, at its threshold
  std::vector<float> thresholds;            ///< of each class, fitted to these clips
};

/// Scores every clip of `clips` (indices into dataSet.clips) as the mean over its windows, as a
/// model of one label per clip or of several. Call between beginEvaluation() and endEvaluation().
Validation validate(TrainingState& state, const DataSet& dataSet, const FeatureStore& store,
                    const std::vector<int>& clips, bool multiLabel);

}  // namespace earwitness
