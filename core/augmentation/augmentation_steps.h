// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace earwitness {

/// A log-mel picture under construction.
struct Picture {
  std::span<float> values;  ///< (nFrames, nMels)
  long nFrames = 0;
  long nMels = 0;

  float* frame(long t) const { return values.data() + t * nMels; }
};

// What the steps of a list do once their random numbers are drawn. `silence` is the level of
// digital silence, which no step raises or lowers.

/// Up by so many bands, fractions too; the outermost bands are repeated where the shift leaves the
/// picture.
void shiftBands(const Picture& picture, double bands);
/// `speed` times as fast; what is missing at the end comes from the start, as with a loop.
void changeSpeed(const Picture& picture, double speed);
/// Frame `frames` becomes the first one.
void rollFrames(const Picture& picture, long frames);
/// Later by so many frames (earlier below 0).
void shiftFrames(const Picture& picture, long frames, float silence);
/// Adds gain[m] to each value of band m.
void addGain(const Picture& picture, std::span<const float> gain, float silence);
/// Bands from `first` on are silent.
void limitBands(const Picture& picture, long first, float silence);
/// Fills bands or frames [from, to).
void fillBands(const Picture& picture, long from, long to, float fill);
void fillFrames(const Picture& picture, long from, long to, float fill);

/// A straight line from point to point, points equally far apart: one value a band.
std::vector<float> bentLine(std::span<const float> points, long nMels);

/// Level of the loudest tenth of the frames, so that a short event in silence counts as loud.
/// Power is exp(value * powerPerUnit); power (nFrames, nMels) -> dB.
double levelDb(std::span<const float> power, long nMels);

}  // namespace earwitness
