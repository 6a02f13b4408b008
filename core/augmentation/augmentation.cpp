// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/augmentation/augmentation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/augmentation/power.h"
#include "core/data/draw.h"
#include "core/data/synthetic_sounds.h"
#include "core/features/log_mel.h"
#include "core/features/log_scale.h"
#include "core/features/mel_filter_bank.h"

namespace earwitness {
namespace {

constexpr double kNaturalLogOfTen = 2.302585092994046;
constexpr int kNoisesOfAKind = 6;

/// Log-mel pictures of generated noises and hum, each different.
std::vector<std::vector<float>> generatedNoises(const FeatureSettings& features, long nFrames,
                                                uint64_t seed) {
  std::vector<std::vector<float>> noises;
  Augmenter::Random random(seed);
  const double seconds = double(nFrames) * features.frameSeconds() + 0.1;
  for (const SoundKind kind :
       {SoundKind::WhiteNoise, SoundKind::PinkNoise, SoundKind::BrownNoise, SoundKind::Hum})
    for (int i = 0; i < kNoisesOfAKind; ++i) {
      LogMel picture = logMel(synthesise(kind, features.sampleRate, seconds, random), features);
      picture.values.resize(size_t(nFrames * features.nMels), features.silenceLevel());
      noises.push_back(std::move(picture.values));
    }
  return noises;
}

bool mixesClips(const AugmentationStep& step) {
  return step.name == "mixup" || step.name == "between-class";
}

/// Beta(alpha, alpha) for alpha up to 1, by Joehnk's method.
double drawBeta(Augmenter::Random& random, double alpha) {
  while (true) {
    const double x = std::pow(drawUniform(random, 0.0, 1.0), 1.0 / alpha);
    const double y = std::pow(drawUniform(random, 0.0, 1.0), 1.0 / alpha);
    if (x + y <= 1.0 && x + y > 0.0) return x / (x + y);
  }
}

/// Shares of two powers that make both sound as loud as `share` to 1 - share, after Tokozume et al.
std::pair<float, float> powerShares(double share, double differenceDb) {
  const double p =
      1.0 / (1.0 + std::pow(10.0, differenceDb / 20.0) * (1.0 - share) / std::max(share, 1e-6));
  const double norm = p * p + (1.0 - p) * (1.0 - p);
  return {float(p * p / norm), float((1.0 - p) * (1.0 - p) / norm)};
}

LabelShares mixed(const LabelShares& a, const LabelShares& b, double share) {
  LabelShares shares;
  for (const auto& [label, part] : a) shares.emplace_back(label, float(part * share));
  for (const auto& [label, part] : b) shares.emplace_back(label, float(part * (1.0 - share)));
  return shares;
}

}  // namespace

Augmenter::Augmenter(const AugmentationList& list, const FeatureSettings& features, long nFrames,
                     uint64_t seed)
    : list_(list),
      features_(features),
      nFrames_(nFrames),
      nMels_(features.nMels),
      powerPerUnit_(float(powerExponent(features))) {
  for (const AugmentationStep& step : list_)
    if (step.name == "noise" && noises_.empty()) noises_ = generatedNoises(features, nFrames, seed);
}

long Augmenter::drawFrames(Random& random) const {
  for (const AugmentationStep& step : list_) {
    if (step.name != "crop") continue;
    const bool crops = drawUniform(random, 0.0, 1.0) < step["probability"];
    const double seconds = drawUniform(random, step["shortest"], step["longest"]);
    const long frames = std::lround(seconds / features_.frameSeconds());
    if (crops) return std::clamp(frames, 1L, nFrames_);
  }
  return nFrames_;
}

void Augmenter::crop(std::span<const float> window, std::span<float> out, Random& random) const {
  const long frames = long(out.size()) / nMels_;
  const long first = long(drawUniform(random, 0.0, double(nFrames_ - frames + 1)));
  std::copy_n(window.begin() + first * nMels_, out.size(), out.begin());
}

LabelShares Augmenter::make(const SourceWindow& source, std::span<float> out, Random& random,
                            const Another& another) const {
  return make(source, out, random, another, list_.size());
}

LabelShares Augmenter::make(const SourceWindow& source, std::span<float> out, Random& random,
                            const Another& another, size_t nSteps) const {
  crop(source.logMel, out, random);
  const Picture picture{out, long(out.size()) / nMels_, nMels_};
  LabelShares shares = {{source.label, 1.0F}};
  for (size_t i = 0; i < nSteps; ++i) {
    if (mixesClips(list_[i]))
      mix(i, picture, shares, random, another);
    else
      apply(list_[i], picture, random);
  }
  return shares;
}

void Augmenter::apply(const AugmentationStep& step, const Picture& picture, Random& random) const {
  const float silence = features_.silenceLevel();
  const auto either = [&](double most) { return drawUniform(random, -most, most); };
  if (step.name == "mel-shift") {
    shiftBands(picture, either(step["bands"]));
  } else if (step.name == "stretch") {
    changeSpeed(picture, std::exp(either(1.0) * std::log1p(step["share"])));
  } else if (step.name == "roll") {
    rollFrames(picture, long(drawUniform(random, 0.0, step["share"] * double(picture.nFrames))));
  } else if (step.name == "shift") {
    shiftFrames(picture, std::lround(either(step["seconds"]) / features_.frameSeconds()), silence);
  } else if (step.name == "gain") {
    const double db = either(step["db"]);
    const std::vector<float> gain(size_t(nMels_),
                                  float(db * kNaturalLogOfTen / 10.0 / powerPerUnit_));
    addGain(picture, gain, silence);
  } else if (step.name == "filter") {
    bend(step, picture, random);
  } else if (step.name == "band-limit") {
    const bool limits = drawUniform(random, 0.0, 1.0) < step["probability"];
    const double low = std::min(step["lowest"], features_.fMaxHz);
    const double hz = low * std::pow(features_.fMaxHz / low, drawUniform(random, 0.0, 1.0));
    if (limits) limitBands(picture, bandAbove(hz), silence);
  } else if (step.name == "noise") {
    addNoise(step, picture, random);
  } else if (step.name != "crop") {
    mask(step, picture, random);
  }
}

/// The first band whose centre lies above a frequency.
long Augmenter::bandAbove(double hz) const {
  const double low = hzToMel(features_.fMinHz, features_.melScale);
  const double width = (hzToMel(features_.fMaxHz, features_.melScale) - low) / double(nMels_ + 1);
  return std::clamp(long(std::ceil((hzToMel(hz, features_.melScale) - low) / width)) - 1, 1L,
                    nMels_);
}

void Augmenter::bend(const AugmentationStep& step, const Picture& picture, Random& random) const {
  const double bends = step["bends"];
  std::vector<float> points(size_t(bends) + 2);
  for (float& point : points)
    point = float(drawUniform(random, -step["db"], step["db"]) * kNaturalLogOfTen / 10.0 /
                  double(powerPerUnit_));
  addGain(picture, bentLine(points, nMels_), features_.silenceLevel());
}

void Augmenter::mask(const AugmentationStep& step, const Picture& picture, Random& random) const {
  const bool bands = step.name == "frequency-mask";
  const long size = bands ? picture.nMels : picture.nFrames;
  const long widest = std::min(size, long(step[bands ? "bands" : "frames"]));
  float fill = 0.0F;
  if (step["mean"] >= 0.5)
    fill = float(std::accumulate(picture.values.begin(), picture.values.end(), 0.0) /
                 double(picture.values.size()));
  for (int i = 0; i < int(step["count"]); ++i) {
    // Width uniform in [0, widest], start uniform in what is left: torchaudio's masking.
    const long width = long(drawUniform(random, 0.0, double(widest)));
    const long start = long(drawUniform(random, 0.0, double(size - width)));
    (bands ? fillBands : fillFrames)(picture, start, start + width, fill);
  }
}

void Augmenter::addNoise(const AugmentationStep& step, const Picture& picture,
                         Random& random) const {
  const bool adds = drawUniform(random, 0.0, 1.0) < step["probability"];
  const double ratioDb = drawUniform(random, step["loudest"], step["softest"]);
  const std::vector<float>& noise = noises_[random() % noises_.size()];
  std::vector<float> added(picture.values.size());
  crop(noise, added, random);
  if (!adds) return;
  std::vector<float> power(picture.values.size());
  toPower(picture.values, powerPerUnit_, power);
  toPower(added, powerPerUnit_, added);
  const double gainDb = levelDb(power, nMels_) - levelDb(added, nMels_) - ratioDb;
  const float gain = float(std::pow(10.0, gainDb / 10.0));
  for (size_t i = 0; i < power.size(); ++i) power[i] += gain * added[i];
  fromPower(power, powerPerUnit_, std::exp(features_.silenceLevel() * powerPerUnit_),
            picture.values);
}

void Augmenter::mix(size_t place, const Picture& picture, LabelShares& shares, Random& random,
                    const Another& another) const {
  const AugmentationStep& step = list_[place];
  if (drawUniform(random, 0.0, 1.0) >= step["probability"]) return;
  std::vector<float> other(picture.values.size());
  const LabelShares otherShares = make(another(random), other, random, another, place);
  if (step.name == "mixup") {
    const float share = float(drawBeta(random, step["alpha"]));
    for (size_t i = 0; i < other.size(); ++i)
      picture.values[i] = share * picture.values[i] + (1.0F - share) * other[i];
    shares = mixed(shares, otherShares, share);
    return;
  }
  const double share = drawUniform(random, 0.0, 1.0);
  std::vector<float> power(picture.values.size());
  toPower(picture.values, powerPerUnit_, power);
  toPower(other, powerPerUnit_, other);
  const auto [a, b] = powerShares(share, levelDb(power, nMels_) - levelDb(other, nMels_));
  for (size_t i = 0; i < power.size(); ++i) power[i] = a * power[i] + b * other[i];
  fromPower(power, powerPerUnit_, std::exp(features_.silenceLevel() * powerPerUnit_),
            picture.values);
  shares = mixed(shares, otherShares, share);
}

}  // namespace earwitness
