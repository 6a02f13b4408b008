// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <vector>

#include "core/data/data_set.h"
#include "core/inference/open_model.h"
#include "core/training/train_settings.h"

namespace earwitness {

/// How fast this machine trains, measured just now.
struct TrainingSpeed {
  double embeddingSecondsAWindow = 0.0;  ///< with a frozen backbone; computed once for each window
  double teacherStartSeconds = 0.0;      ///< until the teachers answer
  double versionSecondsAWindow = 0.0;    ///< to make one version and hear the teachers' answers
  double secondsAStep = 0.0;             ///< of a full batch
  double secondsAValidationWindow = 0.0;
  double featureSecondsASecond = 0.0;  ///< to compute them, for each second of sound
  long windowBytes = 0;                ///< in the cache
};

/// Computes the features of `clips` (indices into dataSet.clips; `seconds`: the length of each clip
/// of dataSet) into a temporary folder and takes a few steps on them, with batches of `batchSize`.
/// Takes some seconds. Throws Error where none of them can be used or the network cannot be
/// trained, and Stopped. Sets the number of torch's threads.
TrainingSpeed measureTrainingSpeed(const TrainSettings& settings, const DataSet& dataSet,
                                   const std::vector<int>& clips,
                                   const std::vector<double>& seconds, int batchSize,
                                   const std::atomic<bool>* stop, const Confinement& confinement);

}  // namespace earwitness
