// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <complex>
#include <numbers>
#include <span>
#include <vector>

#include "core/audio/capture.h"

namespace earwitness::test {

/// Amplitude of a tone in mono samples, by correlation with it.
inline double toneAmplitude(std::span<const float> samples, double frequencyHz, double sampleRate) {
  std::complex<double> sum;
  const double step = 2.0 * std::numbers::pi * frequencyHz / sampleRate;
  for (size_t i = 0; i < samples.size(); ++i)
    sum += double(samples[i]) * std::polar(1.0, -step * double(i));
  return samples.empty() ? 0.0 : 2.0 * std::abs(sum) / double(samples.size());
}

/// The newest samples of a source's first channel, at most so many seconds.
class Recording {
 public:
  explicit Recording(AudioSource& source, double seconds = 0.25)
      : source_(source), most_(size_t(source.sampleRate() * seconds)) {}

  /// Takes what has come. Amplitude of the tone in the newest samples.
  double amplitude(double frequencyHz) {
    std::vector<float> block(size_t(source_.sampleRate()) * size_t(source_.channels()));
    while (const size_t count = source_.read(block))
      for (size_t i = 0; i < count; i += size_t(source_.channels())) newest_.push_back(block[i]);
    if (newest_.size() > most_) newest_.erase(newest_.begin(), newest_.end() - long(most_));
    return newest_.size() < most_ ? 0.0 : toneAmplitude(newest_, frequencyHz, source_.sampleRate());
  }

 private:
  AudioSource& source_;
  size_t most_;
  std::vector<float> newest_;
};

}  // namespace earwitness::test
