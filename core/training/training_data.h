// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/base/message.h"
#include "core/data/feature_store.h"
#include "core/runs/journal.h"
#include "core/training/train_settings.h"
#include "core/training/trainer.h"

namespace earwitness {

/// A data set made ready for a run: listed, computed, split.
struct TrainingData {
  DataSet dataSet;
  Split split;
  FeatureStore store;
  std::vector<Message> warnings = {};                 ///< for the card
  nlohmann::json leftOut = nlohmann::json::array();   ///< {file, problem}
  nlohmann::json teachers = nlohmann::json::array();  ///< DistillationTeachers::summary()
};

/// Lists the clips of a run, with the background class where it is asked for. Sets
/// settings.windowSeconds where it was 0. Throws Error with one sentence, Stopped.
DataSet listClips(TrainSettings& settings, const std::filesystem::path& cacheFolder,
                  const std::atomic<bool>* stop);
/// Throws Error where there is nothing to tell apart.
void requireTwoClasses(const DataSet& dataSet);
FeatureStore::Request storeRequest(const TrainSettings& settings,
                                   const std::filesystem::path& cacheFolder,
                                   const std::atomic<bool>* stop);

/// Tells `hooks` of the work on features each time, and the journal from time to time. Both must
/// outlive the result.
std::function<void(size_t done, size_t total)> featureProgress(const TrainHooks& hooks,
                                                               Journal& journal);

/// Scans, adds the background class, computes features and splits, and tells the journal about it
/// (events scanned, features and cached). Sets settings.windowSeconds where it was 0.
/// Throws DataError or WriteError with one sentence, Stopped where `hooks` asked to.
TrainingData prepareTrainingData(TrainSettings& settings, const RunOptions& options,
                                 const TrainHooks& hooks, Journal& journal);

/// The run folder's data.json: fingerprint, labels, and which clip trains and which validates.
nlohmann::json toJson(const TrainingData& data);

}  // namespace earwitness
