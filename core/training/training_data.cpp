#include "core/training/training_data.h"

#include <chrono>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/background.h"

namespace earwitness {
namespace {

nlohmann::json pathsOf(const DataSet& dataSet, const std::vector<int>& clips) {
  nlohmann::json paths = nlohmann::json::array();
  for (int clip : clips) paths.push_back(dataSet.clips[size_t(clip)].path.string());
  return paths;
}

FeatureStore::Request storeRequest(const TrainSettings& settings, const RunOptions& options,
                                   const TrainHooks& hooks) {
  FeatureStore::Request request;
  request.features = settings.features;
  request.windowSeconds = settings.windowSeconds;
  request.cacheFolder = options.cacheFolder;
  request.threads = settings.threads;
  request.onProgress = hooks.onCacheProgress;
  request.stop = hooks.stop;
  return request;
}

DataSet scan(TrainSettings& settings, const RunOptions& options, const TrainHooks& hooks,
             Journal& journal) {
  DataSet dataSet = scanDataSet(settings.data);
  if (settings.windowSeconds == 0.0)
    settings.windowSeconds = suitableWindowSeconds(dataSet, storeRequest(settings, options, hooks));
  if (settings.background == "auto") {
    const std::filesystem::path cache =
        options.cacheFolder.empty() ? defaultCacheFolder() : options.cacheFolder;
    addBackground(dataSet, {.folder = cache / "background",
                            .sampleRate = settings.features.sampleRate,
                            .seconds = settings.windowSeconds,
                            .seed = settings.seed});
  }
  journal.write("scanned", {{"layout", nameOf(dataSet.layout)},
                            {"classes", dataSet.labels.size()},
                            {"clips", dataSet.clips.size()},
                            {"window_seconds", settings.windowSeconds}});
  if (dataSet.labels.size() < 2)
    throw Error("A model needs at least two classes; " + inQuotes(settings.data.root.string()) +
                " has one. The option --background auto adds one of noise and silence.");
  return dataSet;
}

}  // namespace

TrainingData prepareTrainingData(TrainSettings& settings, const RunOptions& options,
                                 const TrainHooks& hooks, Journal& journal) {
  DataSet dataSet = scan(settings, options, hooks, journal);
  const auto start = std::chrono::steady_clock::now();
  FeatureStore store = FeatureStore::open(dataSet, storeRequest(settings, options, hooks));
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  Split split = splitDataSet(dataSet, settings.split);
  TrainingData data{std::move(dataSet), std::move(split), std::move(store)};
  if (!data.split.warning.empty()) data.warnings.push_back(data.split.warning);
  for (const ClipProblem& problem : data.dataSet.problems)
    data.leftOut.push_back({{"file", problem.path.string()}, {"problem", problem.what}});
  journal.write("cached", {{"reused", data.store.reused()},
                           {"seconds", seconds.count()},
                           {"clips", data.dataSet.clips.size()},
                           {"left_out", data.leftOut},
                           {"fingerprint", data.store.fingerprint()},
                           {"split", data.split.description},
                           {"training_clips", data.split.training.size()},
                           {"validation_clips", data.split.validation.size()},
                           {"warnings", data.warnings}});
  return data;
}

nlohmann::json toJson(const TrainingData& data) {
  return {{"root", data.dataSet.root.string()},
          {"layout", nameOf(data.dataSet.layout)},
          {"fingerprint", data.store.fingerprint()},
          {"labels", data.dataSet.labels},
          {"split", data.split.description},
          {"warnings", data.warnings},
          {"training", pathsOf(data.dataSet, data.split.training)},
          {"validation", pathsOf(data.dataSet, data.split.validation)},
          {"left_out", data.leftOut}};
}

}  // namespace earwitness
