// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/message.h"
#include "core/runs/metrics.h"

namespace earwitness {

struct EpochPoint {
  int epoch = 0;  ///< counted from 1
  double learningRate = 0.0;
  double seconds = 0.0;
  double clipsPerSecond = 0.0;
  Figures training;
  std::optional<Figures> validation = {};
};

/// Where a running epoch is.
struct StepPoint {
  int epoch = 0;  ///< counted from 1
  int epochs = 0;
  long step = 0;  ///< counted from 1
  long steps = 0;
  double loss = 0.0;  ///< mean over the epoch so far
  double balancedAccuracy = std::numeric_limits<double>::quiet_NaN();  ///< where it is measured
  double learningRate = 0.0;
  double clipsPerSecond = 0.0;
  double secondsLeft = 0.0;
};

/// What a window draws of a run, as its journal tells it.
struct RunView {
  enum class Phase {
    Waiting,   ///< for a first event
    Scanning,  ///< listing the data set
    Features,  ///< computing them, or finding them in the cache
    Training,
    Finished,
    Stopped,
    Failed
  };

  Phase phase = Phase::Waiting;
  std::string started;  ///< UTC, ISO 8601
  nlohmann::json settings = nlohmann::json::object();
  int epochsPlanned = 0;
  std::vector<EpochPoint> epochs;  ///< those done, in order
  std::optional<StepPoint> step;   ///< of the running epoch
  size_t featuresDone = 0;
  size_t featuresTotal = 0;  ///< 0: none to compute, as far as is known
  std::optional<long> parameters;
  std::string device, split, layout;
  size_t clips = 0, classes = 0;
  std::vector<Message> warnings;
  size_t leftOut = 0;  ///< clips
  int bestEpoch = 0;   ///< counted from 1; 0: none yet
  std::optional<Figures> best;
  Message error;              ///< of a failed run
  std::string errorKind;      ///< "", "memory", "disk", "data", "other"
  bool early = false;         ///< ended because no epoch was better
  nlohmann::json noiseCheck;  ///< null until the run is finished

  /// Takes the next event in. Unknown events and keys, and values of another type, are passed over.
  /// "started" begins anew; "resumed" drops the epochs that are made once more.
  void take(const nlohmann::json& event);
};

/// The whole journal of the run in `folder`; Phase::Waiting where there is none.
RunView readRunView(const std::filesystem::path& folder);

}  // namespace earwitness
