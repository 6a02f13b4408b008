// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "core/inference/open_model.h"
#include "core/runs/metrics.h"
#include "core/training/train_settings.h"

namespace earwitness {

/// Where a running epoch is.
struct StepProgress {
  int epoch = 0;                           ///< counted from 1
  int epochs = 0;                          ///< of the run
  long step = 0;                           ///< counted from 1
  long steps = 0;                          ///< of an epoch
  double loss = 0.0;                       ///< mean over the epoch so far
  std::optional<double> balancedAccuracy;  ///< none for several labels per clip
  double clipsPerSecond = 0.0;
  double secondsLeft = 0.0;  ///< of the run, from the steps so far
};

struct TrainHooks {
  /// Every event of the run as it happens, the same object that the journal gets as a line
  /// (docs/run-folder.md, "The journal").
  std::function<void(const nlohmann::json& event)> onEvent;
  std::function<void(const StepProgress& progress)> onStep;
  std::function<void(size_t done, size_t total)> onCacheProgress;
  /// Called before each step and after each clip of the cache; the work waits until it returns.
  std::function<void()> pause;
  const std::atomic<bool>* stop = nullptr;  ///< looked at after each step and each clip
};

struct TrainResult {
  bool finished = false;  ///< false where it was stopped
  int bestEpoch = 0;      ///< counted from 1
  Figures best;           ///< of validation, or of training where nothing validates
  Figures last;
};

struct RunOptions {
  std::filesystem::path folder;
  std::filesystem::path cacheFolder;  ///< empty: the user's
  bool resume = false;                ///< go on from the folder's checkpoint
  int stopAfterEpoch = 0;  ///< stops there with a checkpoint, as if asked to; 0: does not
  /// Of models and checkpoints that this process did not write itself.
  Confinement confinement = {};
};

/// Trains as `settings` say. The best epoch is the one with the highest balanced accuracy, for
/// several labels per clip the highest mean average precision, on the validation clips (the lowest
/// loss decides between equals); with none, the last.
/// Throws Error with one sentence, which the journal holds too. A run that was stopped or killed
/// goes on with `resume`, from its last checkpoint, to the same result. Thread: main.
TrainResult train(const TrainSettings& settings, const RunOptions& options,
                  const TrainHooks& hooks);

}  // namespace earwitness
