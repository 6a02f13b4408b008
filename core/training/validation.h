#pragma once
// Internal to the learn library: includes Torch.

#include <vector>

#include "core/data/feature_store.h"
#include "core/runs/metrics.h"
#include "core/runs/run_folder.h"
#include "core/training/training_state.h"

namespace earwitness {

struct Validation {
  Figures figures;
  ConfusionMatrix confusion{0};
  std::vector<ClipPrediction> predictions;  ///< of each clip, in order
};

/// Scores every clip of `clips` (indices into dataSet.clips) as the mean over its windows. Call
/// between beginEvaluation() and endEvaluation().
Validation validate(TrainingState& state, const DataSet& dataSet, const FeatureStore& store,
                    const std::vector<int>& clips);

}  // namespace earwitness
