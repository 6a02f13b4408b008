// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/data/data_set.h"
#include "core/listening/event_threshold.h"  // the label of the class

namespace earwitness {

struct BackgroundRequest {
  std::filesystem::path folder;  ///< where the sound files are kept; made where it is missing
  int sampleRate = 16000;
  double seconds = 5.0;
  uint64_t seed = 1;
};

/// Adds a class "background" of white, pink and brown noise, hum and silence, as many clips as the
/// data set's classes have on average (10 to 200), spread over its folds or over train and val.
/// Where it already has a class of that name, they join it. The files are FLAC; those that are
/// already there are used again. Throws Error where they cannot be written.
void addBackground(DataSet& dataSet, const BackgroundRequest& request);

}  // namespace earwitness
