// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/noise_check.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <numeric>
#include <random>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/message_json.h"
#include "core/data/background.h"
#include "core/data/synthetic_sounds.h"
#include "core/listening/pipeline.h"

namespace earwitness {
namespace {

constexpr std::array kKinds{SoundKind::WhiteNoise, SoundKind::PinkNoise, SoundKind::BrownNoise,
                            SoundKind::Hum};
constexpr int kWindowsOfAKind = 20;
constexpr uint64_t kSeed = 0x6e6f697365;  // other sounds than those of any background class
constexpr char kWarning[] =
    CORE_TEXT("It names sounds in plain noise and silence (see noise_check).");

/// AudioSet's labels of what the check plays: a model that reports them is right.
constexpr std::array<std::string_view, 11> kNoiseLabels{
    "Silence",   "Noise",       "Environmental noise",
    "Static",    "White noise", "Pink noise",
    "Mains hum", "Hum",         "Buzz",
    "Hiss",      "Sine wave"};

bool isNoise(const std::string& label) {
  return label == kBackgroundLabel ||
         std::find(kNoiseLabels.begin(), kNoiseLabels.end(), label) != kNoiseLabels.end();
}

/// The class that fires, or -1.
int fired(const ModelDescription& model, const std::vector<float>& scores) {
  int strongest = -1;
  for (size_t label = 0; label < scores.size(); ++label)
    if (!isNoise(model.labels[label]) && scores[label] >= model.thresholds[label] &&
        (strongest < 0 || scores[label] > scores[size_t(strongest)]))
      strongest = int(label);
  return strongest;
}

NoiseCheck::Kind checkKind(Classifier& classifier, const std::string& name, int windows,
                           const std::function<std::vector<float>()>& nextSound) {
  const ModelDescription& model = classifier.description();
  NoiseCheck::Kind kind{name, 0, 0, {}};
  std::vector<float> scores(model.labels.size());
  std::map<int, int> times;
  for (int i = 0; i < windows; ++i) {
    const std::vector<float> sound = nextSound();
    Pipeline pipeline(model.features.sampleRate, model.features,
                      WindowPlan::of(model, model.windowSeconds), Pipeline::Mode::Clip);
    Window last;
    const auto keep = [&](Window&& window) { last = std::move(window); };
    pipeline.push(sound, nullptr, keep);
    pipeline.finish(nullptr, keep);
    classifier.classify(last.input(), scores);
    ++kind.windows;
    if (const int label = fired(model, scores); label >= 0) {
      ++kind.fired;
      ++times[label];
    }
  }
  const auto most = std::max_element(
      times.begin(), times.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != times.end()) kind.mostly = model.labels[size_t(most->first)];
  return kind;
}

}  // namespace

int NoiseCheck::windows() const {
  return std::accumulate(kinds.begin(), kinds.end(), 0,
                         [](int sum, const Kind& kind) { return sum + kind.windows; });
}

double NoiseCheck::fires() const {
  const int fired = std::accumulate(kinds.begin(), kinds.end(), 0,
                                    [](int sum, const Kind& kind) { return sum + kind.fired; });
  return windows() == 0 ? 0.0 : double(fired) / windows();
}

nlohmann::json toJson(const NoiseCheck& check) {
  nlohmann::json kinds = nlohmann::json::array();
  for (const NoiseCheck::Kind& kind : check.kinds)
    kinds.push_back({{"kind", kind.name},
                     {"windows", kind.windows},
                     {"fired", kind.fired},
                     {"mostly", kind.mostly}});
  return {{"fires", check.fires()},
          {"windows", check.windows()},
          {"too_often", check.tooOften()},
          {"kinds", kinds}};
}

NoiseCheck checkNoise(Classifier& classifier) {
  const ModelDescription& model = classifier.description();
  const auto samples = size_t(model.windowSeconds * model.features.sampleRate);
  std::mt19937_64 random(kSeed);
  NoiseCheck check;
  for (const SoundKind kind : kKinds)
    check.kinds.push_back(checkKind(classifier, nameOf(kind), kWindowsOfAKind, [&] {
      return synthesise(kind, model.features.sampleRate, model.windowSeconds, random);
    }));
  check.kinds.push_back(checkKind(classifier, "digital silence", 1,
                                  [&] { return std::vector<float>(samples, 0.0F); }));
  return check;
}

void addNoiseCheck(ModelDescription& description, const NoiseCheck& check) {
  description.card["noise_check"] = toJson(check);
  std::vector<Message> warnings;
  for (const Message& warning : messagesIn(description.card, "warnings"))
    if (warning.english() != kWarning) warnings.push_back(warning);
  if (check.tooOften()) warnings.push_back(Message(kWarning));
  put(description.card, "warnings", warnings);
}

NoiseCheck addNoiseCheck(const std::filesystem::path& modelFile, Classifier& classifier) {
  const NoiseCheck check = checkNoise(classifier);
  ModelDescription description = classifier.description();
  addNoiseCheck(description, check);
  replaceModelDescription(modelFile, description, modelFile);
  return check;
}

}  // namespace earwitness
