// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <random>
#include <string>
#include <vector>

namespace earwitness {

enum class SoundKind {
  Siren,
  Engine,
  VacuumCleaner,
  Beeps,
  Chirps,
  Clicks,
  Silence,
  WhiteNoise,
  PinkNoise,
  BrownNoise,
  Hum
};

inline constexpr std::array kAllSoundKinds{
    SoundKind::Siren,      SoundKind::Engine,     SoundKind::VacuumCleaner,
    SoundKind::Beeps,      SoundKind::Chirps,     SoundKind::Clicks,
    SoundKind::Silence,    SoundKind::WhiteNoise, SoundKind::PinkNoise,
    SoundKind::BrownNoise, SoundKind::Hum};

/// "siren", "vacuum cleaner", "white noise", ...
std::string nameOf(SoundKind kind);

/// A sound of a kind, mono, `seconds * sampleRate` samples within +-1. Pitch, rate and level are
/// drawn, so that no two are equal. Hum is 50 or 60 Hz with harmonics; silence is digital silence
/// once in four times, else noise with a peak below -65 dBFS. The other kinds peak between -30 and
/// -1 dBFS. Throws Error on a rate outside 1 kHz to 1 MHz and on a length that is not above 0.
std::vector<float> synthesise(SoundKind kind, int sampleRate, double seconds,
                              std::mt19937_64& random);

}  // namespace earwitness
