// SPDX-License-Identifier: GPL-3.0-or-later
// Finds channels that cancel each other out in their mean.
#pragma once

#include <cstddef>
#include <vector>

#include "core/audio/sound_decoder.h"

namespace earwitness {

/// Compares the energy of the mean of all channels with that of the channels themselves.
class PhaseMeter {
 public:
  explicit PhaseMeter(int channels) : energies_(size_t(channels), 0.0) {}

  /// Interleaved frames; levels that do not change (DC) do not count.
  void add(const float* interleaved, size_t frames);
  /// True when there was enough sound, and the mean holds it.
  bool meanIsSound() const;
  size_t frames() const { return size_t(frames_); }
  /// The loudest channel, from 1, when the mean is more than 20 dB below it and far below what
  /// channels give that have nothing to do with each other. Else 0.
  int channelInstead() const;

 private:
  std::vector<double> energies_;  ///< of each channel, summed over frames
  double meanEnergy_ = 0.0;
  double frames_ = 0.0;
};

/// What channelInstead() says of a sound: of all of it when it is short, else of stretches that are
/// spread over it. `start` is its beginning. Does not depend on who reads the sound how.
int channelInsteadOfMean(SoundDecoder& sound, PhaseMeter start);

}  // namespace earwitness
