// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "core/features/feature_settings.h"

namespace earwitness::gui {

struct AxisTick {
  double position = 0.0;  ///< 0 bottom or left, 1 top or right
  QString label;          ///< empty: a minor tick
};

/// How a picture's height stands for frequency.
enum class FrequencyAxis {
  Mel,  ///< one height a mel band, as the model has it
  Log,  ///< one height an octave, from 50 Hz on
  Linear
};

/// Height of a frequency in a picture, 0 bottom edge, 1 top edge. On the mel axis a band's centre
/// frequency lies in the middle of its row. Not clamped.
double frequencyPosition(double frequencyHz, const FeatureSettings& features, FrequencyAxis axis);
/// The inverse, Hz.
double frequencyAt(double position, const FeatureSettings& features,
                   FrequencyAxis axis = FrequencyAxis::Mel);
/// Height on the mel axis.
double melPosition(double frequencyHz, const FeatureSettings& features);
/// The height counted in mel bands: 0 lower edge of the first, nMels upper edge of the last.
double bandPosition(double position, const FeatureSettings& features, FrequencyAxis axis);

/// "200", "1k", "5k" where there is room: labels are at least `minimumSpacing` pixels apart.
std::vector<AxisTick> frequencyTicks(const FeatureSettings& features, int heightPixels,
                                     int minimumSpacing, FrequencyAxis axis = FrequencyAxis::Mel);

/// A step of 1, 2, 5, 10, 15, 30 s, 1 min ... that spans at least `minimumSpacing` pixels.
double timeStepSeconds(double secondsPerPixel, int minimumSpacing);

/// Position in a file: "0:05", "12:34", "1:02:03"; with tenths where `step` is below a second.
QString positionLabel(double seconds, double step = 1.0);

}  // namespace earwitness::gui
