// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/inference/open_model.h"
#include "core/training/train_settings.h"

namespace earwitness {

/// What a run would be, found out without training.
struct RunEstimate {
  TrainSettings settings;  ///< with the window that suits the clips
  long parameters = 0;
  long multiplyAdds = 0;  ///< for a window
  std::string layout;
  Message split;
  size_t clips = 0, classes = 0, trainingClips = 0, validationClips = 0;
  size_t unlabelledClips = 0;  ///< that a teacher answers for
  std::vector<Message> warnings;
  double secondsAnEpoch = 0.0;
  double seconds = 0.0;    ///< of the whole run with its features; it may end earlier by patience
  double diskBytes = 0.0;  ///< that the run adds to cache and run folder
};
nlohmann::json toJson(const RunEstimate& estimate);
/// Some lines for people.
std::string textOf(const RunEstimate& estimate);

/// Lists and splits the data set, measures a few steps of training on some of its clips, and
/// reckons. An empty `cacheFolder` is the user's; it gets the lengths of clips and the background
/// sounds, as from a run. Teachers run as `confinement` says. Throws Error with one sentence where
/// such a run would not start, and Stopped.
RunEstimate estimateRun(TrainSettings settings, const std::filesystem::path& cacheFolder,
                        const std::atomic<bool>* stop, const Confinement& confinement = {});

}  // namespace earwitness
