// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_speed.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <numeric>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/feature_store.h"
#include "core/network/torch_threads.h"
#include "core/training/backbone.h"
#include "core/training/compute.h"
#include "core/training/distillation_pool.h"
#include "core/training/training_data.h"
#include "core/training/training_setup.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kWarmUpSteps = 2;  // while the network is being compiled
constexpr int kMostSteps = 12;
constexpr int kMeasuredVersions = 2;
constexpr size_t kMeasuredClips = 8;
constexpr double kLongestSeconds = 2.0;
constexpr double kLearningRate = 1e-6;  // far from diverging

double secondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void throwIfStopped(const std::atomic<bool>* stop) {
  if (stop != nullptr && stop->load()) throw Stopped();
}

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "earwitness-estimate-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
      throw WriteError("A temporary folder '%1' cannot be created.", name);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// Some clips of a data set, with features of their own.
struct Sample {
  DataSet dataSet;
  FeatureStore store;
};

/// Broken clips are left out; until all are read they are of one class, so that none ends up empty.
Sample makeSample(const TrainSettings& settings, const DataSet& dataSet,
                  const std::vector<int>& clips, const fs::path& cache,
                  const std::atomic<bool>* stop) {
  DataSet sample;
  sample.root = dataSet.root;
  sample.labels = {"all"};
  for (int clip : clips) {
    sample.clips.push_back(dataSet.clips[size_t(clip)]);
    sample.clips.back().label = 0;
    sample.clips.back().otherLabels.clear();
  }
  FeatureStore store = [&] {
    try {
      return FeatureStore::open(sample, storeRequest(settings, cache, stop));
    } catch (const Error&) {
      if (!sample.clips.empty()) throw;
      throw Error(
          "None of %1 clips that were tried in '%2' can be used; 'earwitness-cli data check' tells "
          "why.",
          clips.size(), dataSet.root);
    }
  }();
  sample.labels = dataSet.labels;
  for (size_t i = 0; i < sample.clips.size(); ++i)
    sample.clips[i].label = int(i % sample.labels.size());
  return {std::move(sample), std::move(store)};
}

size_t windowsIn(const Sample& sample) {
  size_t count = 0;
  for (size_t clip = 0; clip < sample.dataSet.clips.size(); ++clip)
    count += sample.store.windowsOf(clip);
  return count;
}

/// Clips over and over, as many as fill the steps.
std::vector<int> repeated(size_t clips, int batchSize) {
  std::vector<int> items;
  for (size_t i = 0; i < size_t(batchSize) * kMostSteps; ++i) items.push_back(int(i % clips));
  return items;
}

double secondsOfStep(TrainingState& state, const Sample& sample, const TrainSettings& settings,
                     const std::atomic<bool>* stop) {
  BatchSource batches(sample.dataSet, sample.store,
                      repeated(sample.dataSet.clips.size(), settings.batchSize), settings.features,
                      batchSettings(settings));
  batches.startEpoch(0);
  torch::Tensor logits;
  const auto start = Clock::now();
  auto measuredFrom = start;
  int measured = 0;
  for (int step = 0; step < kMostSteps; ++step) {
    throwIfStopped(stop);
    const auto before = Clock::now();
    Batch batch = batches.next();
    stepOn(state, batch, sample.store.nMels(), int(sample.dataSet.labels.size()), kLearningRate,
           logits);
    if (step < kWarmUpSteps) {
      measuredFrom = Clock::now();
      if (secondsSince(start) > kLongestSeconds) return secondsSince(before);
    } else {
      ++measured;
      if (secondsSince(start) > kLongestSeconds) break;
    }
  }
  return secondsSince(measuredFrom) / measured;
}

double secondsOfValidation(TrainingState& state, const Sample& sample) {
  const auto window = sample.store.window(0);
  const long n = std::min<long>(16, long(sample.dataSet.clips.size()));
  std::vector<float> input;
  for (long i = 0; i < n; ++i) input.insert(input.end(), window.begin(), window.end());
  const torch::Tensor logMel =
      torch::from_blob(input.data(), {n, sample.store.windowFrames(), sample.store.nMels()});
  state.beginEvaluation();
  state.evaluate(logMel);
  const auto start = Clock::now();
  state.evaluate(logMel);
  const double seconds = secondsSince(start);
  state.endEvaluation();
  return seconds / double(n);
}

struct Place {
  fs::path cache;
  const std::atomic<bool>* stop;
};

/// Makes a pool of two versions of a few clips.
void measureTeachers(const TrainSettings& settings, const std::vector<std::string>& labels,
                     const Sample& sample, const Place& place, const Confinement& confinement,
                     TrainingSpeed& speed) {
  TrainSettings measured = settings;
  measured.distillation.versions = kMeasuredVersions;
  const auto start = Clock::now();
  DistillationTeachers teachers(settings.distillation.teachers, labels, confinement);
  teachers.open();
  speed.teacherStartSeconds = secondsSince(start);
  std::vector<int> clips(std::min(sample.dataSet.clips.size(), kMeasuredClips));
  std::iota(clips.begin(), clips.end(), 0);
  const auto poolStart = Clock::now();
  const DistillationPool pool(
      {{.dataSet = &sample.dataSet, .store = &sample.store, .clips = clips}}, teachers, measured,
      {.cacheFolder = place.cache, .onProgress = {}, .stop = place.stop});
  speed.versionSecondsAWindow =
      secondsSince(poolStart) / double(pool.items().size() * size_t(pool.versions()));
}

}  // namespace

TrainingSpeed measureTrainingSpeed(const TrainSettings& settings, const DataSet& dataSet,
                                   const std::vector<int>& clips,
                                   const std::vector<double>& seconds, int batchSize,
                                   const std::atomic<bool>* stop, const Confinement& confinement) {
  const TemporaryFolder cache;
  TrainingSpeed speed;
  const auto start = Clock::now();
  Sample sample = makeSample(settings, dataSet, clips, cache.path(), stop);
  double sound = 0.0;
  for (int clip : clips) sound += std::max(0.0, seconds[size_t(clip)]);
  speed.featureSecondsASecond = secondsSince(start) / std::max(0.01, sound);
  speed.windowBytes = sample.store.windowFrames() * sample.store.nMels() * long(sizeof(float));

  if (settings.distillation.isOn())
    measureTeachers(settings, dataSet.labels, sample, {cache.path(), stop}, confinement, speed);

  TrainSettings measured = settings;
  measured.batchSize = batchSize;
  measured.classBalance = "none";
  useThreads(threadsOf(settings));
  torch::manual_seed(settings.seed);
  StartNetwork network = startNetwork(settings, dataSet.labels);
  if (settings.freeze == "backbone") {
    // The start's weights do not change the speed.
    Backbone backbone(network.network, "estimate");
    const auto embeddingStart = Clock::now();
    TrainHooks hooks;
    hooks.stop = stop;
    sample.store = backbone.embeddingsOf(sample.store, settings,
                                         {.folder = {}, .cacheFolder = cache.path()}, hooks);
    speed.embeddingSecondsAWindow =
        secondsSince(embeddingStart) / double(std::max<size_t>(1, windowsIn(sample)));
    network.network = backbone.head();
  }
  TrainingState state(network.network, measured, computeDevice(settings.device));
  speed.secondsAStep = secondsOfStep(state, sample, measured, stop);
  throwIfStopped(stop);
  speed.secondsAValidationWindow = secondsOfValidation(state, sample);
  return speed;
}

}  // namespace earwitness
