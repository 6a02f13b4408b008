// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/runs/journal.h"
#include "core/training/distillation_pool.h"
#include "core/training/training_data.h"

namespace earwitness {

/// The audio files below a folder, without labels. Throws DataError where there are none.
DataSet listUnlabelled(const std::filesystem::path& folder);

/// What a run learns from its teachers.
struct DistillationData {
  /// Clips of a folder without labels, and those of them that are not in the labelled data set.
  struct Unlabelled {
    DataSet dataSet;
    FeatureStore store;
    std::vector<int> clips;
  };
  std::vector<std::unique_ptr<Unlabelled>> unlabelled;
  std::unique_ptr<DistillationPool> pool;
};

/// Lists and computes the clips without labels, builds the pool, and tells the journal (events
/// features and distilled). Clips without labels that are in the labelled data set, whether they
/// train or validate, are left out. Adds to data.teachers and data.warnings. `data` must outlive
/// the result. Throws Error with one sentence, and Stopped where `hooks` asked to. Thread: main.
DistillationData prepareDistillation(const TrainSettings& settings, TrainingData& data,
                                     const RunOptions& options, const TrainHooks& hooks,
                                     Journal& journal);

}  // namespace earwitness
