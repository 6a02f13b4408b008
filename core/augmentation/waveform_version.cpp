// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/augmentation/waveform_version.h"

#include <array>
#include <cmath>

#include "core/data/draw.h"

namespace earwitness {
namespace {

constexpr double kMostGainDb = 6.0;
constexpr double kMostEqualiserDb = 4.0;
constexpr double kMixProbability = 0.5;
constexpr double kSoftestMixDb = -20.0;  ///< to 0: as loud as the window itself
constexpr double kNoiseProbability = 0.3;
constexpr double kSoftestNoiseDb = -40.0;
constexpr double kLoudestNoiseDb = -10.0;
constexpr double kNoiseSeconds = 2.0;  ///< then it is repeated
constexpr std::array kNoises{SoundKind::WhiteNoise, SoundKind::PinkNoise, SoundKind::BrownNoise,
                             SoundKind::Hum};

}  // namespace

WaveformVersion WaveformVersion::draw(std::mt19937_64& random) {
  const auto either = [&random](double most) { return drawUniform(random, -most, most); };
  WaveformVersion version;
  version.rollShare = drawUniform(random, 0.0, 1.0);
  version.gainDb = either(kMostGainDb);
  version.equaliser.lowDb = either(kMostEqualiserDb);
  version.equaliser.middleHz = 1000.0 * std::exp2(either(2.0));
  version.equaliser.middleDb = either(kMostEqualiserDb);
  version.equaliser.highDb = either(kMostEqualiserDb);
  const bool mixes = drawUniform(random, 0.0, 1.0) < kMixProbability;
  const double mixDb = drawUniform(random, kSoftestMixDb, 0.0);
  version.partner = random();
  if (mixes) version.mixDb = mixDb;
  const bool addsNoise = drawUniform(random, 0.0, 1.0) < kNoiseProbability;
  const double noiseDb = drawUniform(random, kSoftestNoiseDb, kLoudestNoiseDb);
  version.noise = kNoises[random() % kNoises.size()];
  version.noiseSeed = random();
  if (addsNoise) version.noiseDb = noiseDb;
  return version;
}

void WaveformVersion::apply(std::span<float> samples, double sampleRate,
                            std::span<const float> other) const {
  rollSamples(samples, size_t(rollShare * double(samples.size())));
  if (mixDb) mixSamples(samples, other, *mixDb);
  equaliseSamples(samples, sampleRate, equaliser);
  if (noiseDb) {
    std::mt19937_64 random(noiseSeed);
    mixSamples(samples, synthesise(noise, int(std::lround(sampleRate)), kNoiseSeconds, random),
               *noiseDb);
  }
  scaleSamples(samples, gainDb);
}

double WaveformVersion::ownShare() const {
  return mixDb ? 1.0 / (1.0 + std::pow(10.0, *mixDb / 20.0)) : 1.0;
}

}  // namespace earwitness
