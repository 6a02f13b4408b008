// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <span>

#include "core/augmentation/waveform_steps.h"
#include "core/data/synthetic_sounds.h"

namespace earwitness {

/// How a version of a window's samples is made. Default: the samples as they are.
struct WaveformVersion {
  /// Changes with what draw() and apply() do, so that stored versions are made again.
  static constexpr int kFormat = 1;

  double rollShare = 0.0;  ///< of the samples, 0 to 1
  double gainDb = 0.0;
  Equaliser equaliser = {};
  std::optional<double> mixDb = {};  ///< another window's level relative to this one's
  uint64_t partner = 0;              ///< decides which window is mixed in
  std::optional<double> noiseDb = {};
  SoundKind noise = SoundKind::PinkNoise;
  uint64_t noiseSeed = 0;

  static WaveformVersion draw(std::mt19937_64& random);
  /// `other`: samples of the window to mix with, at the same rate (Hz).
  void apply(std::span<float> samples, double sampleRate, std::span<const float> other) const;
  /// Share of the window itself in the mixture, by amplitude; the partner has the rest.
  double ownShare() const;
};

}  // namespace earwitness
