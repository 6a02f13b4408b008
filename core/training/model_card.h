// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listening/model_description.h"
#include "core/runs/run_progress.h"
#include "core/training/training_data.h"

namespace earwitness {

/// What a model file says of itself after an epoch. Paths of this machine stay out of it.
ModelDescription describeModel(const TrainSettings& settings, const TrainingData& data,
                               const EpochRecord& record, long parameters);

/// The most frequent confusions for the card, at most eight: {label, said, clips}.
nlohmann::json mostConfused(const ConfusionMatrix& matrix, const std::vector<std::string>& labels);

}  // namespace earwitness
