// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace earwitness {

// What is done to the samples of a window (mono, +-1) once the random numbers are drawn. A level is
// the root of the mean square.

/// Sample `first` becomes the first one; what was before it comes at the end.
void rollSamples(std::span<float> samples, size_t first);
void scaleSamples(std::span<float> samples, double db);
/// Adds `other`, repeated where it is shorter, with a level of `db` relative to that of `samples`.
/// Adds nothing if one of them is silent, and returns false.
bool mixSamples(std::span<float> samples, std::span<const float> other, double db);

/// Gains of a filter, dB: below about 250 Hz, around a frequency, above about 3.5 kHz.
struct Equaliser {
  double lowDb = 0.0;
  double middleHz = 1000.0;
  double middleDb = 0.0;
  double highDb = 0.0;
};
/// Filters with a low shelf, a peak and a high shelf (Bristow-Johnson, Cookbook formulae for audio
/// EQ biquad filters). Filters that do not fit below half of the sample rate (Hz) are left out.
void equaliseSamples(std::span<float> samples, double sampleRate, const Equaliser& equaliser);

}  // namespace earwitness
