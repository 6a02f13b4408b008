// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/import_trial.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <sstream>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/inference/network_classifier.h"
#include "core/inference/noise_check.h"
#include "core/listening/file_analysis.h"
#include "core/listening/pipeline.h"
#include "core/listening/whole_scores.h"
#include "core/network/model_file.h"

namespace earwitness {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kTopLabels = 5;
constexpr double kNoiseCheckMostMs = 20'000.0;
constexpr int kNoiseCheckWindows = 81;
constexpr float kTolerance = 1e-3F;  // sums of a softmax in 32 bits go a little beyond 1

/// A window of noise in the network's own input: quiet sound, or what that is in log-mel.
std::vector<float> noiseInput(const ModelDescription& model) {
  std::mt19937 random(7);
  std::normal_distribution<float> normal(0.0F, 1.0F);
  std::vector<float> input = model.silentInput();
  const bool waveform = model.input == ModelInput::Waveform;
  for (float& value : input)
    value = waveform ? 0.1F * normal(random) : value * 0.4F + normal(random);
  return input;
}

void requireProbabilities(const ModelDescription& model, std::span<const float> values) {
  if (model.output != ModelOutput::Probabilities) return;
  for (const float value : values)
    if (value < -kTolerance || value > 1.0F + kTolerance)
      throw Error(
          "The network does not output probabilities: one of its values is %1. Choose logits as "
          "the kind of output.",
          fixedPoint(value, 2));
}

/// Milliseconds of a window.
double tryWindows(NetworkClassifier& classifier) {
  const ModelDescription& model = classifier.description();
  std::vector<float> values(model.labels.size());
  const std::vector<float> silence = model.silentInput();
  classifier.logits(silence, values);
  requireProbabilities(model, values);
  const std::vector<float> noise = noiseInput(model);
  classifier.logits(noise, values);
  requireProbabilities(model, values);
  const auto before = Clock::now();
  classifier.logits(noise, values);
  return std::chrono::duration<double, std::milli>(Clock::now() - before).count();
}

/// As of a file that is analysed.
std::vector<float> scoresOf(NetworkClassifier& classifier, const std::vector<float>& samples) {
  const ModelDescription& model = classifier.description();
  Pipeline pipeline(model.features.sampleRate, model.features,
                    WindowPlan::of(model, hopSecondsOf(model)), Pipeline::Mode::Stream);
  std::vector<float> scores(model.labels.size());
  WholeScores whole;
  const auto onWindow = [&](const Window& window) {
    classifier.classify(window.input(), scores);
    whole.add(window, scores);
  };
  const auto onFrames = [](const LogMel&, long) {};
  pipeline.push(samples, onFrames, onWindow);
  pipeline.finish(onFrames, onWindow);
  return whole.scores();
}

void trySample(NetworkClassifier& classifier, const TrialSound& sample, ImportTrial& trial) {
  const ModelDescription& model = classifier.description();
  const std::vector<float> scores = scoresOf(classifier, sample.samples);
  trial.sampleFile = sample.file.string();
  trial.sampleSeconds = double(sample.samples.size()) / model.features.sampleRate;
  for (const int label : topLabels(scores, kTopLabels))
    trial.top.push_back({model.labels[size_t(label)], scores[size_t(label)]});
}

}  // namespace

nlohmann::json toJson(const ImportTrial& trial) {
  nlohmann::json top = nlohmann::json::array();
  for (const ImportTrial::Score& score : trial.top)
    top.push_back({{"label", score.label}, {"score", score.score}});
  nlohmann::json json = {{"window_ms", trial.windowMilliseconds}};
  if (!trial.sampleFile.empty())
    json["sample"] = {{"file", trial.sampleFile}, {"seconds", trial.sampleSeconds}, {"top", top}};
  if (trial.firesOnNoise >= 0.0) json["fires_on_noise"] = trial.firesOnNoise;
  return json;
}

ImportedModel tryAndWrite(const torch::jit::Module& network, ModelDescription description,
                          const TrialSound& sample, const ImportStep& onStep) {
  ImportedModel imported;
  std::istringstream archive(modelFileBytes(network, description));
  NetworkClassifier classifier(archive, description);
  onStep(CORE_TEXT("it was given silence and noise"));
  imported.trial.windowMilliseconds = tryWindows(classifier);
  if (!sample.samples.empty()) {
    onStep(CORE_TEXT("it was trying the sample"));
    trySample(classifier, sample, imported.trial);
  }
  if (imported.trial.windowMilliseconds * kNoiseCheckWindows < kNoiseCheckMostMs) {
    onStep(CORE_TEXT("it was listening to noise"));
    const NoiseCheck check = checkNoise(classifier);
    imported.trial.firesOnNoise = check.fires();
    addNoiseCheck(description, check);
  }
  onStep(CORE_TEXT("the copy was being written"));
  imported.archive = modelFileBytes(network, description);
  return imported;
}

}  // namespace earwitness
