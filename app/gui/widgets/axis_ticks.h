#pragma once

#include <QString>
#include <vector>

#include "core/features/feature_settings.h"

namespace earwitness::gui {

struct AxisTick {
  double position = 0.0;  ///< 0 bottom or left, 1 top or right
  QString label;          ///< empty: a minor tick
};

/// Height of a frequency in a picture whose rows are mel bands, 0 bottom edge, 1 top edge; a band's
/// centre frequency lies in the middle of its row. Not clamped.
double melPosition(double frequencyHz, const FeatureSettings& features);
/// The inverse of melPosition(), Hz.
double frequencyAt(double position, const FeatureSettings& features);

/// "200", "1k", "8k" where there is room: labels are at least `minimumSpacing` pixels apart.
std::vector<AxisTick> frequencyTicks(const FeatureSettings& features, int heightPixels,
                                     int minimumSpacing);

/// A step of 1, 2, 5, 10, 15, 30 s, 1 min ... that spans at least `minimumSpacing` pixels.
double timeStepSeconds(double secondsPerPixel, int minimumSpacing);

/// Position in a file: "0:05", "12:34", "1:02:03"; with tenths where `step` is below a second.
QString positionLabel(double seconds, double step = 1.0);

}  // namespace earwitness::gui
