// SPDX-License-Identifier: GPL-3.0-or-later
// bench_fitness MODEL DATA [FOLD...]: how a model stands what a microphone gives. A stretch of each
// clip of the folds, cut at a random offset, stands at the end of a window of a quiet room, as a
// sound that began so long ago; background noise, a low level or a telephone's band is put on it.
// Prints the balanced accuracy of each condition as a row of a Markdown table: as the model is
// used, and where it is given whole windows; and how often it names a sound in noise and silence.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>

#include "core/audio/audio_file.h"
#include "core/audio/resampler.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/data/data_set.h"
#include "core/data/synthetic_sounds.h"
#include "core/inference/network_classifier.h"
#include "core/inference/noise_check.h"
#include "core/listening/pipeline.h"
#include "core/runs/metrics.h"

using namespace earwitness;

namespace {

constexpr std::array kStretches{0.5, 1.0, 2.0, 3.5, 5.0};  // s
constexpr double kRoomDb = -70.0;                          // dBFS, power
constexpr double kTelephoneRate = 8000.0;
constexpr double kTooQuietDb = 20.0;  // below the loudest stretch of the clip
constexpr int kOffsetsTried = 20;

struct Condition {
  const char* name;
  double noiseDb = NAN;  ///< signal-to-noise ratio; NaN: no noise
  double levelDb = 0.0;
  bool telephone = false;
};
constexpr std::array kConditions{Condition{"as recorded"},
                                 Condition{"noise 20 dB below", 20.0},
                                 Condition{"noise 10 dB below", 10.0},
                                 Condition{"noise as loud", 0.0},
                                 Condition{"at -30 dB", NAN, -30.0},
                                 Condition{"8 kHz telephone band", NAN, 0.0, true}};

double powerOf(std::span<const float> samples) {
  double sum = 0.0;
  for (const float sample : samples) sum += double(sample) * sample;
  return samples.empty() ? 0.0 : sum / double(samples.size());
}

/// A stretch at a random offset that holds the clip's sound: many clips are a short sound in
/// silence. Of the offsets drawn it is the first whose power is near that of the loudest.
std::vector<float> stretchOf(const std::vector<float>& clip, size_t length,
                             std::mt19937_64& random) {
  if (clip.size() <= length) return clip;
  std::uniform_int_distribution<size_t> anywhere(0, clip.size() - length);
  std::array<std::vector<float>, kOffsetsTried> drawn;
  double loudest = 0.0;
  for (auto& stretch : drawn) {
    const auto begin = clip.begin() + long(anywhere(random));
    stretch.assign(begin, begin + long(length));
    loudest = std::max(loudest, powerOf(stretch));
  }
  const double least = loudest * std::pow(10.0, -kTooQuietDb / 10.0);
  return *std::find_if(drawn.begin(), drawn.end(),
                       [&](const auto& stretch) { return powerOf(stretch) >= least; });
}

std::vector<float> throughTelephone(const std::vector<float>& samples, double sampleRate) {
  std::vector<float> narrow, wide;
  Resampler down(sampleRate, kTelephoneRate), up(kTelephoneRate, sampleRate);
  down.push(samples, narrow);
  down.finish(narrow);
  up.push(narrow, wide);
  up.finish(wide);
  wide.resize(samples.size());
  return wide;
}

double gainOf(double db) {
  return std::pow(10.0, db / 20.0);
}

/// A window that ends with the stretch, in noise: the condition's, or that of a quiet room.
std::vector<float> windowOf(const Condition& condition, const std::vector<float>& stretch,
                            size_t length, int sampleRate, std::mt19937_64& random) {
  std::vector<float> samples(length);
  const size_t count = std::min(length, stretch.size());
  std::copy_n(stretch.begin(), count, samples.end() - long(count));
  if (condition.telephone) samples = throughTelephone(samples, sampleRate);
  auto noise =
      synthesise(SoundKind::PinkNoise, sampleRate, double(length + 1) / sampleRate, random);
  const double wanted = std::isnan(condition.noiseDb)
                            ? gainOf(kRoomDb)
                            : std::sqrt(powerOf(stretch)) * gainOf(-condition.noiseDb);
  const auto gain = float(wanted / std::sqrt(std::max(powerOf(noise), 1e-20)));
  for (size_t i = 0; i < length; ++i)
    samples[i] = (samples[i] + gain * noise[i]) * float(gainOf(condition.levelDb));
  return samples;
}

int classOf(NetworkClassifier& classifier, const std::vector<float>& samples) {
  const ModelDescription& model = classifier.description();
  Pipeline pipeline(model.features.sampleRate, model.features,
                    WindowPlan::of(model, model.windowSeconds), Pipeline::Mode::Clip);
  Window window;
  const auto keep = [&](Window&& next) { window = std::move(next); };
  pipeline.push(samples, nullptr, keep);
  pipeline.finish(nullptr, keep);
  std::vector<float> scores(model.labels.size());
  classifier.classify(window.input(), scores);
  return int(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

struct Sound {
  std::vector<float> samples;
  int label = 0;
};

std::vector<Sound> soundsOf(const DataSet& dataSet, const std::vector<int>& folds,
                            const ModelDescription& model) {
  std::vector<Sound> sounds;
  for (const Clip& clip : dataSet.clips) {
    if (!folds.empty() && std::find(folds.begin(), folds.end(), clip.fold) == folds.end()) continue;
    const std::string& name = dataSet.labels[size_t(clip.label)];
    const auto label = std::find(model.labels.begin(), model.labels.end(), name);
    if (label == model.labels.end()) throw Error("The model does not know '%1'.", name);
    sounds.push_back(
        {readAudio(clip.path, model.features.sampleRate), int(label - model.labels.begin())});
  }
  if (sounds.empty()) throw Error("There is no clip in these folds.");
  return sounds;
}

double balancedAccuracy(NetworkClassifier& classifier, const std::vector<Sound>& sounds,
                        double seconds, const Condition& condition) {
  const ModelDescription& model = classifier.description();
  const int rate = model.features.sampleRate;
  std::mt19937_64 random(1);  // every condition and model gets the same stretches
  ConfusionMatrix confusion(int(model.labels.size()));
  for (const Sound& sound : sounds) {
    std::mt19937_64 offsets(random());
    std::mt19937_64 noises(random());
    const auto stretch = stretchOf(sound.samples, size_t(seconds * rate), offsets);
    const auto samples = windowOf(condition, stretch, size_t(model.windowSamples()), rate, noises);
    confusion.add(sound.label, classOf(classifier, samples));
  }
  return confusion.balancedAccuracy();
}

void printTable(const std::filesystem::path& file, const std::vector<Sound>& sounds) {
  NetworkClassifier used(file);
  ModelDescription description = used.description();
  description.shortestSeconds = 0.0;
  std::ifstream archive(file, std::ios::binary);
  NetworkClassifier whole(archive, description);
  std::printf("| sound began ... ago |");
  for (const double seconds : kStretches) std::printf(" %g s |", seconds);
  for (const double seconds : kStretches) std::printf(" %g s, whole window |", seconds);
  std::printf("\n|---|");
  for (size_t i = 0; i < 2 * kStretches.size(); ++i) std::printf("---|");
  std::printf("\n");
  for (const Condition& condition : kConditions) {
    std::printf("| %s |", condition.name);
    for (NetworkClassifier* classifier : {&used, &whole})
      for (const double seconds : kStretches) {
        std::printf(" %.1f %% |",
                    100.0 * balancedAccuracy(*classifier, sounds, seconds, condition));
        std::fflush(stdout);
      }
    std::printf("\n");
  }
  const NoiseCheck check = checkNoise(used);
  std::printf("Names a sound in noise and silence: %.1f %% of %d windows\n", 100.0 * check.fires(),
              check.windows());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "Usage: bench_fitness MODEL DATA [FOLD...]\n");
    return 2;
  }
  try {
    std::vector<int> folds;
    for (int i = 3; i < argc; ++i) folds.push_back(std::atoi(argv[i]));
    const DataSet dataSet = scanDataSet(argv[2]);
    printTable(argv[1], soundsOf(dataSet, folds, readModelDescription(argv[1])));
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "bench_fitness: %s\n", problem.what());
    return 1;
  }
}
