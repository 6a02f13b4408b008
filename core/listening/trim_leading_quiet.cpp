// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/trim_leading_quiet.h"

#include <algorithm>
#include <cmath>

#include "core/features/log_scale.h"

namespace earwitness {

long quietLead(std::span<const float> window, const FeatureSettings& features) {
  const auto nMels = size_t(features.nMels);
  const double exponent = powerExponent(features);
  std::vector<double> powers(window.size() / nMels);
  for (size_t frame = 0; frame < powers.size(); ++frame)
    for (const float value : window.subspan(frame * nMels, nMels))
      powers[frame] += std::exp(exponent * value);
  if (powers.empty()) return 0;
  const double least =
      *std::max_element(powers.begin(), powers.end()) * std::pow(10.0, -kQuietDb / 10.0);
  const auto begins =
      std::find_if(powers.begin(), powers.end(), [least](double power) { return power >= least; });
  return long(begins - powers.begin());
}

std::vector<long> heardLengths(const ModelDescription& model) {
  std::vector<long> lengths;
  const double rate = model.features.sampleRate;
  if (model.shortestSeconds > 0.0)
    for (double seconds = model.shortestSeconds; seconds < model.windowSeconds;
         seconds += model.shortestSeconds)
      if (const long frames = model.features.framesOf(std::lround(seconds * rate));
          frames < model.windowFrames())
        lengths.push_back(frames);
  lengths.push_back(model.windowFrames());
  return lengths;
}

std::span<const float> trimLeadingQuiet(std::span<const float> window,
                                        const ModelDescription& model) {
  if (model.shortestSeconds <= 0.0) return window;
  const long left = model.windowFrames() - quietLead(window, model.features);
  for (const long length : heardLengths(model))
    if (length >= left) return window.last(size_t(length) * size_t(model.features.nMels));
  return window;
}

long longestInputFrames(const ModelDescription& model) {
  return model.features.framesOf(std::lround(kLongestInputSeconds * model.features.sampleRate));
}

bool takesInput(const ModelDescription& model, size_t nValues) {
  if (nValues == model.inputSize()) return true;
  if (model.input == ModelInput::Waveform || nValues < model.inputSize()) return false;
  const auto nMels = size_t(model.features.nMels);
  return nValues % nMels == 0 && nValues / nMels <= size_t(longestInputFrames(model));
}

}  // namespace earwitness
