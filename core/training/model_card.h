#pragma once

#include "core/listening/model_description.h"
#include "core/training/run_progress.h"
#include "core/training/training_data.h"

namespace earwitness {

/// What a model file says of itself after an epoch. Paths of this machine stay out of it.
ModelDescription describeModel(const TrainSettings& settings, const TrainingData& data,
                               const EpochRecord& record, long parameters);

}  // namespace earwitness
