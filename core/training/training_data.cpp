// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_data.h"

#include <chrono>

#include "core/base/error.h"
#include "core/base/message_json.h"
#include "core/base/text.h"
#include "core/data/background.h"
#include "core/training/run_failure.h"

namespace earwitness {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kBetweenFeatureEvents = std::chrono::milliseconds(500);

nlohmann::json pathsOf(const DataSet& dataSet, const std::vector<int>& clips) {
  nlohmann::json paths = nlohmann::json::array();
  for (int clip : clips) paths.push_back(dataSet.clips[size_t(clip)].address());
  return paths;
}

TrainingData prepare(TrainSettings& settings, const RunOptions& options, const TrainHooks& hooks,
                     Journal& journal) {
  DataSet dataSet = listClips(settings, options.cacheFolder, hooks.stop);
  journal.write("scanned", {{"layout", nameOf(dataSet.layout)},
                            {"classes", dataSet.labels.size()},
                            {"clips", dataSet.clips.size()},
                            {"window_seconds", settings.windowSeconds}});
  requireTwoClasses(dataSet);
  const auto start = Clock::now();
  FeatureStore::Request request = storeRequest(settings, options.cacheFolder, hooks.stop);
  request.onProgress = featureProgress(hooks, journal);
  FeatureStore store = FeatureStore::open(dataSet, request);
  const std::chrono::duration<double> seconds = Clock::now() - start;
  Split split = splitDataSet(dataSet, settings.split);
  TrainingData data{std::move(dataSet), std::move(split), std::move(store)};
  data.warnings = warningsOf(data.dataSet);
  if (!data.split.warning.empty()) data.warnings.push_back(data.split.warning);
  for (const ClipProblem& problem : data.dataSet.problems)
    if (problem.leavesOut)
      data.leftOut.push_back({{"file", addressOf(problem.path, problem.segment)},
                              {"problem", problem.what.english()}});
  nlohmann::json notes = nlohmann::json::array();
  for (const ClipProblem& problem : data.dataSet.problems)
    if (problem.kind == DataProblemKind::Incomplete)
      notes.push_back({{"file", problem.path.string()}, {"note", problem.what.english()}});
  nlohmann::json event = {{"reused", data.store.reused()},
                          {"seconds", seconds.count()},
                          {"clips", data.dataSet.clips.size()},
                          {"left_out", data.leftOut},
                          {"notes", notes},
                          {"fingerprint", data.store.fingerprint()},
                          {"training_clips", data.split.training.size()},
                          {"validation_clips", data.split.validation.size()}};
  put(event, "split", data.split.description);
  put(event, "warnings", data.warnings);
  journal.write("cached", event);
  return data;
}

}  // namespace

std::function<void(size_t, size_t)> featureProgress(const TrainHooks& hooks, Journal& journal) {
  return [&hooks, &journal, last = Clock::time_point()](size_t done, size_t total) mutable {
    if (hooks.onCacheProgress) hooks.onCacheProgress(done, total);
    if (hooks.pause) hooks.pause();
    if (Clock::now() - last < kBetweenFeatureEvents) return;
    last = Clock::now();
    journal.write("features", {{"done", done}, {"total", total}});
  };
}

FeatureStore::Request storeRequest(const TrainSettings& settings,
                                   const std::filesystem::path& cacheFolder,
                                   const std::atomic<bool>* stop) {
  FeatureStore::Request request;
  request.features = settings.features;
  request.channel = settings.data.channel;
  request.windowSeconds = settings.windowSeconds;
  request.cacheFolder = cacheFolder;
  request.threads = settings.threads;
  request.stop = stop;
  return request;
}

DataSet listClips(TrainSettings& settings, const std::filesystem::path& cacheFolder,
                  const std::atomic<bool>* stop) {
  DataSet dataSet = scanDataSet(settings.data);
  requireNoObstacles(dataSet);
  settings.isMultiLabel() ? keepSeveralLabels(dataSet) : keepSingleLabels(dataSet);
  findSegmentsOutside(dataSet, storeRequest(settings, cacheFolder, stop));
  if (settings.windowSeconds == 0.0)
    settings.windowSeconds =
        suitableWindowSeconds(dataSet, storeRequest(settings, cacheFolder, stop));
  if (settings.background == "auto") {
    const std::filesystem::path cache = cacheFolder.empty() ? defaultCacheFolder() : cacheFolder;
    addBackground(dataSet, {.folder = cache / "background",
                            .sampleRate = settings.features.sampleRate,
                            .seconds = settings.windowSeconds,
                            .seed = settings.seed});
  }
  return dataSet;
}

void requireTwoClasses(const DataSet& dataSet) {
  if (isToldApart(dataSet)) return;
  const std::optional<Message> why = severalLabelsNote(dataSet);
  if (!why)
    throw Error(
        "A model needs at least two classes; '%1' has one. Add a background class (--background "
        "auto).",
        dataSet.root);
  throw Error(
      "A model needs at least two classes; '%1' has one. Add a background class (--background "
      "auto). %2",
      dataSet.root, *why);
}

TrainingData prepareTrainingData(TrainSettings& settings, const RunOptions& options,
                                 const TrainHooks& hooks, Journal& journal) {
  try {
    return prepare(settings, options, hooks, journal);
  } catch (const Stopped&) {
    throw;
  } catch (const WriteError&) {
    throw;
  } catch (const Error& error) {
    throw DataError(error.message());
  }
}

nlohmann::json toJson(const TrainingData& data) {
  return {{"root", data.dataSet.root.string()},
          {"layout", nameOf(data.dataSet.layout)},
          {"fingerprint", data.store.fingerprint()},
          {"labels", data.dataSet.labels},
          {"split", data.split.description.english()},
          {"warnings", englishTexts(data.warnings)},
          {"training", pathsOf(data.dataSet, data.split.training)},
          {"validation", pathsOf(data.dataSet, data.split.validation)},
          {"left_out", data.leftOut}};
}

}  // namespace earwitness
