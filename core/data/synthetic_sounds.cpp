// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/synthetic_sounds.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/error.h"
#include "core/data/draw.h"

namespace earwitness {
namespace {

using Samples = std::vector<float>;
constexpr double kTwoPi = 2.0 * std::numbers::pi;

/// What every kind is made with.
struct Studio {
  double sampleRate;
  size_t count;
  std::mt19937_64& random;

  double draw(double low, double high) const { return drawUniform(random, low, high); }
  double normal() const { return drawNormal(random); }
  /// The highest of these frequencies that the rate can hold.
  double below(double hz) const { return std::min(hz, 0.45 * sampleRate); }
};

/// sample(t) with t in seconds.
template <typename Function>
Samples generate(const Studio& studio, Function sample) {
  Samples samples(studio.count);
  for (size_t i = 0; i < samples.size(); ++i)
    samples[i] = float(sample(double(i) / studio.sampleRate));
  return samples;
}

/// One-pole low-pass; `hz` is where it is 3 dB down.
class LowPass {
 public:
  LowPass(double hz, double sampleRate) : share_(1.0 - std::exp(-kTwoPi * hz / sampleRate)) {}
  double operator()(double input) { return state_ += share_ * (input - state_); }

 private:
  double share_;
  double state_ = 0.0;
};

/// Wailing up and down, or two tones in turns.
Samples siren(const Studio& studio) {
  const double low = studio.below(studio.draw(450.0, 800.0));
  const double high = studio.below(low * studio.draw(1.3, 2.2));
  const bool wails = studio.draw(0.0, 1.0) < 0.6;
  const double perSecond = wails ? studio.draw(0.25, 4.0) : studio.draw(0.6, 2.0);
  const double start = studio.draw(0.0, 1.0);
  const double overtone = studio.draw(0.05, 0.4);
  double turns = 0.0;
  return generate(studio, [=](double t) mutable {
    const double place = t * perSecond + start;
    const double swing =
        wails ? 0.5 - 0.5 * std::cos(kTwoPi * place) : double(std::fmod(place, 1.0) < 0.5);
    turns += (low + (high - low) * swing) / studio.sampleRate;
    return std::sin(kTwoPi * turns) + overtone * std::sin(3.0 * kTwoPi * turns);
  });
}

/// Firing cylinders: dull pulses of a low, wavering pitch, and noise with them.
Samples engine(const Studio& studio) {
  const double pitch = studio.draw(18.0, 60.0);
  const double wavering = studio.draw(0.3, 3.0);
  const double depth = studio.draw(0.01, 0.12);
  const double noise = studio.draw(0.1, 0.6);
  LowPass muffler(studio.below(studio.draw(250.0, 900.0)), studio.sampleRate);
  double turns = studio.draw(0.0, 1.0);
  return generate(studio, [=](double t) mutable {
    turns += pitch * (1.0 + depth * std::sin(kTwoPi * wavering * t)) / studio.sampleRate;
    const double sinceFiring = turns - std::floor(turns);
    return muffler(std::exp(-6.0 * sinceFiring) * (1.0 + noise * studio.normal()) - 0.17);
  });
}

/// Rushing air over the whine of a motor.
Samples vacuumCleaner(const Studio& studio) {
  const double motor = studio.draw(180.0, 420.0);
  const double whine = studio.draw(0.05, 0.25);
  const double drift = studio.draw(0.1, 0.5);
  LowPass air(studio.below(studio.draw(2500.0, 6000.0)), studio.sampleRate);
  LowPass rumble(studio.draw(80.0, 200.0), studio.sampleRate);
  const int harmonics = int(studio.below(12 * motor) / motor);
  double turns = 0.0;
  return generate(studio, [=](double t) mutable {
    turns += motor * (1.0 + 0.01 * std::sin(kTwoPi * drift * t)) / studio.sampleRate;
    double tone = 0.0;
    for (int k = 1; k <= harmonics; ++k) tone += std::sin(kTwoPi * k * turns) / k;
    const double rush = air(studio.normal());
    return rush - rumble(rush) + whine * tone;
  });
}

/// Tones of one pitch, on and off.
Samples beeps(const Studio& studio) {
  const double pitch = studio.below(studio.draw(700.0, 4000.0));
  const double perSecond = studio.draw(1.0, 5.0);
  const double duty = studio.draw(0.2, 0.5);
  const double start = studio.draw(0.0, 1.0);
  const double edge = 0.005 * perSecond;  // 5 ms of fading, in periods
  return generate(studio, [=](double t) {
    const double place = std::fmod(t * perSecond + start, 1.0);
    const double fade = std::clamp(std::min(place, duty - place) / edge, 0.0, 1.0);
    return fade * std::sin(kTwoPi * pitch * t);
  });
}

/// Starts of things that happen again and again after gaps between `low` and `high` seconds.
std::vector<double> irregularStarts(const Studio& studio, double low, double high) {
  std::vector<double> starts;
  const double seconds = double(studio.count) / studio.sampleRate;
  // The first one is heard whatever the length.
  double start = studio.draw(0.0, std::min(high, 0.5 * seconds));
  while (start < seconds) {
    starts.push_back(start);
    start += studio.draw(low, high);
  }
  return starts;
}

/// Birds: short sweeps, high up.
Samples chirps(const Studio& studio) {
  const double from = studio.below(studio.draw(2000.0, 5000.0));
  const double to = studio.below(from * studio.draw(0.6, 1.7));
  const double length = studio.draw(0.04, 0.15);
  const double trill = studio.draw(0.0, 0.06);
  Samples samples(studio.count, 0.0F);
  for (const double start : irregularStarts(studio, length + 0.05, length + 0.5)) {
    const double loudness = studio.draw(0.5, 1.0);
    double turns = 0.0;
    for (size_t i = size_t(start * studio.sampleRate); i < samples.size(); ++i) {
      const double place = (double(i) / studio.sampleRate - start) / length;
      if (place >= 1.0) break;
      turns += (from + (to - from) * place) * (1.0 + trill * std::sin(kTwoPi * 4.0 * place)) /
               studio.sampleRate;
      const double envelope = std::sin(std::numbers::pi * std::max(0.0, place));
      samples[i] += float(loudness * envelope * envelope * std::sin(kTwoPi * turns));
    }
  }
  return samples;
}

/// Short, sharp bursts that ring for a moment.
Samples clicks(const Studio& studio) {
  const double ring = studio.below(studio.draw(800.0, 5000.0));
  const double decay = studio.draw(150.0, 900.0);
  Samples samples(studio.count, 0.0F);
  for (const double start : irregularStarts(studio, 0.08, 0.6)) {
    const double loudness = studio.draw(0.5, 1.0);
    const size_t first = size_t(start * studio.sampleRate);
    const size_t last = std::min(samples.size(), first + size_t(0.1 * studio.sampleRate));
    for (size_t i = first; i < last; ++i) {
      const double t = double(i - first) / studio.sampleRate;
      samples[i] += float(loudness * std::exp(-decay * t) *
                          (std::cos(kTwoPi * ring * t) + 0.5 * studio.normal()));
    }
  }
  return samples;
}

Samples whiteNoise(const Studio& studio) {
  return generate(studio, [&](double) { return studio.normal(); });
}

/// Paul Kellet's filter: poles that together fall by 3 dB an octave (musicdsp.org, 1999).
Samples pinkNoise(const Studio& studio) {
  constexpr std::array kPoles{0.99886, 0.99332, 0.96900, 0.86650, 0.55000, -0.7616};
  constexpr std::array kGains{0.0555179, 0.0750759, 0.1538520, 0.3104856, 0.5329522, -0.0168980};
  std::array<double, kPoles.size()> states{};
  double late = 0.0;
  return generate(studio, [=](double) mutable {
    const double white = studio.normal();
    double sum = late + 0.5362 * white;
    for (size_t i = 0; i < kPoles.size(); ++i)
      sum += states[i] = kPoles[i] * states[i] + kGains[i] * white;
    late = 0.115926 * white;
    return sum;
  });
}

/// White noise summed up, with what is below 20 Hz taken out.
Samples brownNoise(const Studio& studio) {
  const double kept = std::exp(-kTwoPi * 20.0 / studio.sampleRate);
  double sum = 0.0;
  return generate(studio, [=](double) mutable { return sum = kept * sum + studio.normal(); });
}

/// Mains hum: 50 or 60 Hz, a touch off, with harmonics and a breath of noise.
Samples hum(const Studio& studio) {
  const double mains = (studio.draw(0.0, 1.0) < 0.5 ? 50.0 : 60.0) * studio.draw(0.999, 1.001);
  const double noise = studio.draw(0.0, 0.02);
  std::array<double, 10> levels{};
  std::array<double, 10> phases{};
  for (size_t k = 0; k < levels.size(); ++k) {
    levels[k] = k == 0 ? 1.0 : studio.draw(0.0, 0.8) / double(k);
    phases[k] = studio.draw(0.0, 1.0);
  }
  return generate(studio, [&](double t) {
    double sum = noise * studio.normal();
    for (size_t k = 0; k < levels.size(); ++k)
      if (double(k + 1) * mains < 0.5 * studio.sampleRate)
        sum += levels[k] * std::sin(kTwoPi * (double(k + 1) * mains * t + phases[k]));
    return sum;
  });
}

Samples rawSound(SoundKind kind, const Studio& studio) {
  switch (kind) {
    case SoundKind::Siren:
      return siren(studio);
    case SoundKind::Engine:
      return engine(studio);
    case SoundKind::VacuumCleaner:
      return vacuumCleaner(studio);
    case SoundKind::Beeps:
      return beeps(studio);
    case SoundKind::Chirps:
      return chirps(studio);
    case SoundKind::Clicks:
      return clicks(studio);
    case SoundKind::PinkNoise:
      return pinkNoise(studio);
    case SoundKind::BrownNoise:
      return brownNoise(studio);
    case SoundKind::Hum:
      return hum(studio);
    case SoundKind::Silence:
    case SoundKind::WhiteNoise:
      break;
  }
  return whiteNoise(studio);
}

void scaleToPeak(Samples& samples, double peak) {
  float largest = 0.0F;
  for (const float sample : samples) largest = std::max(largest, std::abs(sample));
  if (largest == 0.0F) return;
  const float gain = float(peak) / largest;
  for (float& sample : samples) sample = std::clamp(sample * gain, -1.0F, 1.0F);
}

}  // namespace

std::string nameOf(SoundKind kind) {
  switch (kind) {
    case SoundKind::Siren:
      return CORE_TEXT("siren");
    case SoundKind::Engine:
      return CORE_TEXT("engine");
    case SoundKind::VacuumCleaner:
      return CORE_TEXT("vacuum cleaner");
    case SoundKind::Beeps:
      return CORE_TEXT("beeps");
    case SoundKind::Chirps:
      return CORE_TEXT("chirps");
    case SoundKind::Clicks:
      return CORE_TEXT("clicks");
    case SoundKind::Silence:
      return CORE_TEXT("silence");
    case SoundKind::WhiteNoise:
      return CORE_TEXT("white noise");
    case SoundKind::PinkNoise:
      return CORE_TEXT("pink noise");
    case SoundKind::BrownNoise:
      return CORE_TEXT("brown noise");
    case SoundKind::Hum:
      break;
  }
  return CORE_TEXT("hum");
}

std::vector<float> synthesise(SoundKind kind, int sampleRate, double seconds,
                              std::mt19937_64& random) {
  if (sampleRate < 1000 || sampleRate > 1'000'000)
    throw Error("A sound can be made at 1000 to 1000000 Hz, not at %1 Hz.", sampleRate);
  if (!(seconds * sampleRate >= 1.0) || seconds > 3600.0)
    throw Error("A sound can be made up to an hour long, not %1 s.", std::to_string(seconds));
  const Studio studio{double(sampleRate), size_t(std::lround(seconds * sampleRate)), random};
  const bool isSilence = kind == SoundKind::Silence;
  const double peakDb = isSilence ? studio.draw(-85.0, -65.0) : studio.draw(-30.0, -1.0);
  if (isSilence && studio.draw(0.0, 1.0) < 0.25) return Samples(studio.count, 0.0F);
  Samples samples = rawSound(kind, studio);
  scaleToPeak(samples, std::pow(10.0, peakDb / 20.0));
  return samples;
}

}  // namespace earwitness
