// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/augmentation/waveform_steps.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace earwitness {
namespace {

constexpr double kLowShelfHz = 250.0;
constexpr double kHighShelfHz = 3500.0;
constexpr double kQuality = 0.7;
constexpr double kHighestShare = 0.45;  ///< of the sample rate; filters above it bend

double levelOf(std::span<const float> samples) {
  double sum = 0.0;
  for (const float sample : samples) sum += double(sample) * sample;
  return samples.empty() ? 0.0 : std::sqrt(sum / double(samples.size()));
}

/// Coefficients, divided by the first of the recursive part.
struct Biquad {
  double b0, b1, b2, a1, a2;

  void run(std::span<float> samples) const {
    double z1 = 0.0;
    double z2 = 0.0;
    for (float& sample : samples) {
      const double in = sample;
      const double out = b0 * in + z1;
      z1 = b1 * in - a1 * out + z2;
      z2 = b2 * in - a2 * out;
      sample = float(out);
    }
  }
};

struct Corner {
  double cosine, alpha, amplitude;
};

Corner cornerAt(double hz, double db, double sampleRate) {
  const double omega = 2.0 * std::numbers::pi * hz / sampleRate;
  return {std::cos(omega), std::sin(omega) / (2.0 * kQuality), std::pow(10.0, db / 40.0)};
}

Biquad peak(double hz, double db, double sampleRate) {
  const auto [cosine, alpha, a] = cornerAt(hz, db, sampleRate);
  const double a0 = 1.0 + alpha / a;
  return {(1.0 + alpha * a) / a0, -2.0 * cosine / a0, (1.0 - alpha * a) / a0, -2.0 * cosine / a0,
          (1.0 - alpha / a) / a0};
}

/// A low shelf for `sign` 1, a high one for -1.
Biquad shelf(double hz, double db, double sampleRate, double sign) {
  const auto [cosine, alpha, a] = cornerAt(hz, db, sampleRate);
  const double c = sign * cosine;
  const double root = 2.0 * std::sqrt(a) * alpha;
  const double a0 = (a + 1.0) + (a - 1.0) * c + root;
  return {a * ((a + 1.0) - (a - 1.0) * c + root) / a0,
          sign * 2.0 * a * ((a - 1.0) - (a + 1.0) * c) / a0,
          a * ((a + 1.0) - (a - 1.0) * c - root) / a0,
          sign * -2.0 * ((a - 1.0) + (a + 1.0) * c) / a0, ((a + 1.0) + (a - 1.0) * c - root) / a0};
}

}  // namespace

void rollSamples(std::span<float> samples, size_t first) {
  if (samples.empty()) return;
  std::rotate(samples.begin(), samples.begin() + long(first % samples.size()), samples.end());
}

void scaleSamples(std::span<float> samples, double db) {
  const float factor = float(std::pow(10.0, db / 20.0));
  for (float& sample : samples) sample *= factor;
}

bool mixSamples(std::span<float> samples, std::span<const float> other, double db) {
  const double own = levelOf(samples);
  const double others = levelOf(other);
  if (own <= 0.0 || others <= 0.0) return false;
  const float factor = float(own / others * std::pow(10.0, db / 20.0));
  for (size_t i = 0; i < samples.size(); ++i) samples[i] += factor * other[i % other.size()];
  return true;
}

void equaliseSamples(std::span<float> samples, double sampleRate, const Equaliser& equaliser) {
  const double highest = kHighestShare * sampleRate;
  if (kLowShelfHz < highest) shelf(kLowShelfHz, equaliser.lowDb, sampleRate, 1.0).run(samples);
  if (equaliser.middleHz < highest)
    peak(equaliser.middleHz, equaliser.middleDb, sampleRate).run(samples);
  if (kHighShelfHz < highest) shelf(kHighShelfHz, equaliser.highDb, sampleRate, -1.0).run(samples);
}

}  // namespace earwitness
