// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_estimate.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "core/base/error.h"
#include "core/base/message_json.h"
#include "core/base/text.h"
#include "core/data/split.h"
#include "core/network/architectures.h"
#include "core/network/network_cost.h"
#include "core/training/compute.h"
#include "core/training/distillation_data.h"
#include "core/training/run_failure.h"
#include "core/training/training_data.h"
#include "core/training/training_speed.h"

namespace earwitness {
namespace {

constexpr long kFewestSampled = 8;  // windows
constexpr long kMostSampled = 64;
constexpr long kLongClip = 8;  // windows; a longer one stands for others only where it must
constexpr double kTablesBytes = 300e3;  // journal, log, tables

/// As ClipCutter cuts them.
long windowsOf(double seconds, double windowSeconds) {
  const long whole = long(seconds / windowSeconds + 1e-6);
  if (whole < 1) return 1;
  return whole + (seconds - double(whole) * windowSeconds >= windowSeconds / 4 ? 1 : 0);
}

/// What the lengths of clips say.
class Amounts {
 public:
  Amounts(std::vector<double> seconds, double windowSeconds)
      : seconds_(std::move(seconds)), windowSeconds_(windowSeconds) {}

  const std::vector<double>& seconds() const { return seconds_; }
  long windows(int clip) const { return windowsOf(seconds_[size_t(clip)], windowSeconds_); }
  long windows(const std::vector<int>& clips) const {
    return std::accumulate(clips.begin(), clips.end(), 0L,
                           [this](long sum, int clip) { return sum + windows(clip); });
  }
  struct Sound {
    double seconds = 0.0;
    long windows = 0;
  };
  Sound soundOf(const std::vector<size_t>& clips) const {
    Sound sound;
    for (const size_t clip : clips) {
      sound.seconds += std::max(0.0, seconds_[clip]);
      sound.windows += windows(int(clip));
    }
    return sound;
  }

 private:
  std::vector<double> seconds_;
  double windowSeconds_;
};

/// Some of the clips, drawn, with windows for a batch or so.
std::vector<int> sampleOf(std::vector<int> clips, const Amounts& amounts, int batchSize) {
  std::mt19937_64 random(1);
  std::shuffle(clips.begin(), clips.end(), random);
  std::stable_partition(clips.begin(), clips.end(),
                        [&](int clip) { return amounts.windows(clip) <= kLongClip; });
  const long wanted = std::clamp<long>(batchSize, kFewestSampled, kMostSampled);
  std::vector<int> sample;
  for (long windows = 0; int clip : clips) {
    if (windows >= wanted) break;
    sample.push_back(clip);
    windows += amounts.windows(clip);
  }
  return sample;
}

/// What the folders of clips without labels add.
struct Unlabelled {
  size_t clips = 0;
  long windows = 0;
  Amounts::Sound toCompute;
};

Unlabelled unlabelledIn(const TrainSettings& settings, const FeatureStore::Request& request) {
  Unlabelled result;
  for (const std::filesystem::path& folder : settings.distillation.data) {
    const DataSet dataSet = listUnlabelled(folder);
    const Amounts amounts(clipSeconds(dataSet, request), settings.windowSeconds);
    std::vector<size_t> all(dataSet.clips.size());
    std::iota(all.begin(), all.end(), size_t{0});
    const Amounts::Sound sound = amounts.soundOf(clipsToCompute(dataSet, request));
    result.clips += all.size();
    result.windows += amounts.soundOf(all).windows;
    result.toCompute.seconds += sound.seconds;
    result.toCompute.windows += sound.windows;
  }
  return result;
}

/// Two models, and a checkpoint beside the one that it replaces: weights, two moments, averages.
double runBytes(long parameters) {
  return double(parameters) * sizeof(float) * (2.0 + 2.0 * 4.0) + kTablesBytes;
}

RunEstimate estimate(TrainSettings settings, const std::filesystem::path& cacheFolder,
                     const std::atomic<bool>* stop, const Confinement& confinement) {
  // Weights do not change the speed, but the run would not begin without them.
  if (!settings.initModel.empty()) readModelDescription(settings.initModel);
  DataSet dataSet = listClips(settings, cacheFolder, stop);
  requireTwoClasses(dataSet);
  removeProblemClips(dataSet);
  const Split split = splitDataSet(dataSet, settings.split);
  const FeatureStore::Request request = storeRequest(settings, cacheFolder, stop);
  const Amounts amounts(clipSeconds(dataSet, request), settings.windowSeconds);
  const long trainingWindows = amounts.windows(split.training);
  if (trainingWindows < 2)
    throw Error("There are too few training clips for a batch. At least two are needed.");
  const int batchSize = int(std::min<long>(settings.batchSize, trainingWindows));
  const TrainingSpeed speed =
      measureTrainingSpeed(settings, dataSet, sampleOf(split.training, amounts, batchSize),
                           amounts.seconds(), batchSize, stop, confinement);
  const NetworkCost cost =
      networkCost(settings.architecture, settings.architectureSettings, settings.features,
                  settings.windowSeconds, int(dataSet.labels.size()), false);
  Amounts::Sound toCompute = amounts.soundOf(clipsToCompute(dataSet, request));
  const Unlabelled unlabelled = unlabelledIn(settings, request);
  toCompute.seconds += unlabelled.toCompute.seconds;
  toCompute.windows += unlabelled.toCompute.windows;

  RunEstimate result;
  result.parameters = cost.parameters;
  result.multiplyAdds = cost.multiplyAdds;
  result.layout = nameOf(dataSet.layout);
  result.split = split.description;
  result.clips = dataSet.clips.size();
  result.classes = dataSet.labels.size();
  result.trainingClips = split.training.size();
  result.validationClips = split.validation.size();
  result.unlabelledClips = unlabelled.clips;
  result.warnings = warningsOf(dataSet);
  if (!split.warning.empty()) result.warnings.push_back(split.warning);
  const long learnedWindows = trainingWindows + unlabelled.windows;
  result.secondsAnEpoch =
      speed.secondsAStep * double(learnedWindows) / double(batchSize) +
      speed.secondsAValidationWindow * double(amounts.windows(split.validation));
  const long windows = trainingWindows + amounts.windows(split.validation);
  result.seconds = result.secondsAnEpoch * settings.epochs +
                   speed.featureSecondsASecond * toCompute.seconds +
                   speed.embeddingSecondsAWindow * double(windows);
  result.diskBytes =
      double(speed.windowBytes) * double(toCompute.windows) + runBytes(cost.parameters);
  if (settings.distillation.isOn()) {
    const int versions = settings.distillation.versions;
    result.seconds += speed.teacherStartSeconds +
                      speed.versionSecondsAWindow * double(learnedWindows) * double(versions);
    result.diskBytes += double(speed.windowBytes) * double(learnedWindows) * double(versions - 1);
  }
  result.settings = std::move(settings);
  return result;
}

std::string megabytes(double bytes) {
  return fixedPoint(bytes / 1e6, bytes < 10e6 ? 1 : 0) + " MB";
}

}  // namespace

nlohmann::json toJson(const RunEstimate& estimate) {
  nlohmann::json json = {{"settings", toJson(estimate.settings)},
                         {"parameters", estimate.parameters},
                         {"multiply_adds", estimate.multiplyAdds},
                         {"window_seconds", estimate.settings.windowSeconds},
                         {"layout", estimate.layout},
                         {"clips", estimate.clips},
                         {"classes", estimate.classes},
                         {"training_clips", estimate.trainingClips},
                         {"validation_clips", estimate.validationClips},
                         {"unlabelled_clips", estimate.unlabelledClips},
                         {"seconds_an_epoch", estimate.secondsAnEpoch},
                         {"seconds", estimate.seconds},
                         {"disk_bytes", std::llround(estimate.diskBytes)}};
  put(json, "split", estimate.split);
  put(json, "warnings", estimate.warnings);
  return json;
}

std::string textOf(const RunEstimate& estimate) {
  std::string text = std::to_string(estimate.clips) + " clips in " +
                     std::to_string(estimate.classes) + " classes (" + estimate.layout + "); " +
                     estimate.split.english() + " (" + std::to_string(estimate.trainingClips) +
                     " and " + std::to_string(estimate.validationClips) + " clips)\n";
  if (estimate.unlabelledClips > 0)
    text += std::to_string(estimate.unlabelledClips) + " clips without labels\n";
  for (const Message& warning : estimate.warnings) text += "Mind: " + warning.english() + "\n";
  text += estimate.settings.architecture + ", " + std::to_string(estimate.parameters) +
          " parameters, " + fixedPoint(double(estimate.multiplyAdds) / 1e6, 1) +
          " M multiply-adds for a window of " +
          nlohmann::json(estimate.settings.windowSeconds).dump() + " s\n";
  return text + "About " + durationText(estimate.secondsAnEpoch) + " an epoch, " +
         durationText(estimate.seconds) + " in all, and " + megabytes(estimate.diskBytes) +
         " on disk\n";
}

RunEstimate estimateRun(TrainSettings settings, const std::filesystem::path& cacheFolder,
                        const std::atomic<bool>* stop, const Confinement& confinement) {
  settings.validate();
  architectureSettings(settings.architecture, settings.architectureSettings);
  keepFreedMemory();
  try {
    return estimate(std::move(settings), cacheFolder, stop, confinement);
  } catch (const Stopped&) {
    throw;
  } catch (const std::exception& error) {  // LibTorch throws several kinds
    throw Error(failureOf(error).message);
  }
}

}  // namespace earwitness
