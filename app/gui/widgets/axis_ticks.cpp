// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/axis_ticks.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/features/mel_filter_bank.h"

namespace earwitness::gui {

namespace {

/// Bands are triangles between nMels + 2 evenly spaced points; the outer two are the range's ends.
double melStep(const FeatureSettings& features) {
  return (hzToMel(features.fMaxHz, features.melScale) -
          hzToMel(features.fMinHz, features.melScale)) /
         (features.nMels + 1);
}

QString frequencyLabel(double hz) {
  return hz < 1000.0 ? QString::number(hz) : QString::number(hz / 1000.0) + QStringLiteral("k");
}

/// In the order in which they claim their place when there is little of it.
constexpr std::array<double, 11> kFrequencies{1000, 5000,  200,   2000, 500, 10000,
                                              100,  20000, 15000, 50,   8000};
constexpr double kLowestLogHz = 50.0;

double lowestHz(const FeatureSettings& features) {
  return std::max(features.fMinHz, std::min(kLowestLogHz, features.fMaxHz / 2.0));
}

/// An even axis is labelled in even steps.
std::vector<double> evenFrequencies(const FeatureSettings& features, int heightPixels,
                                    int minimumSpacing) {
  constexpr std::array<double, 8> kSteps{50, 100, 200, 500, 1000, 2000, 5000, 10000};
  const double spanHz = features.fMaxHz - features.fMinHz;
  const double wanted = spanHz * minimumSpacing / std::max(1, heightPixels);
  const auto* step = std::lower_bound(kSteps.begin(), kSteps.end(), wanted);
  const double stepHz = step == kSteps.end() ? kSteps.back() : *step;
  std::vector<double> frequencies;
  for (double hz = std::ceil(features.fMinHz / stepHz) * stepHz; hz <= features.fMaxHz;
       hz += stepHz)
    frequencies.push_back(hz);
  return frequencies;
}

}  // namespace

double melPosition(double frequencyHz, const FeatureSettings& features) {
  const double band =
      (hzToMel(frequencyHz, features.melScale) - hzToMel(features.fMinHz, features.melScale)) /
          melStep(features) -
      1.0;
  return (band + 0.5) / features.nMels;
}

double frequencyPosition(double frequencyHz, const FeatureSettings& features, FrequencyAxis axis) {
  switch (axis) {
    case FrequencyAxis::Log: {
      const double lowest = lowestHz(features);
      return std::log(std::max(1.0, frequencyHz) / lowest) / std::log(features.fMaxHz / lowest);
    }
    case FrequencyAxis::Linear:
      return (frequencyHz - features.fMinHz) / (features.fMaxHz - features.fMinHz);
    case FrequencyAxis::Mel:
      break;
  }
  return melPosition(frequencyHz, features);
}

double frequencyAt(double position, const FeatureSettings& features, FrequencyAxis axis) {
  switch (axis) {
    case FrequencyAxis::Log:
      return lowestHz(features) * std::pow(features.fMaxHz / lowestHz(features), position);
    case FrequencyAxis::Linear:
      return features.fMinHz + position * (features.fMaxHz - features.fMinHz);
    case FrequencyAxis::Mel:
      break;
  }
  const double band = position * features.nMels - 0.5;
  return melToHz(hzToMel(features.fMinHz, features.melScale) + (band + 1.0) * melStep(features),
                 features.melScale);
}

double bandPosition(double position, const FeatureSettings& features, FrequencyAxis axis) {
  if (axis == FrequencyAxis::Mel) return position * features.nMels;
  return melPosition(frequencyAt(position, features, axis), features) * features.nMels;
}

std::vector<AxisTick> frequencyTicks(const FeatureSettings& features, int heightPixels,
                                     int minimumSpacing, FrequencyAxis axis) {
  const std::vector<double> wanted =
      axis == FrequencyAxis::Linear ? evenFrequencies(features, heightPixels, minimumSpacing)
                                    : std::vector<double>(kFrequencies.begin(), kFrequencies.end());
  std::vector<AxisTick> ticks;
  for (const double hz : wanted) {
    if (hz < features.fMinHz || hz > features.fMaxHz) continue;
    // The last band's centre lies half a band below the range's end, which people expect to read.
    const double position = frequencyPosition(hz, features, axis);
    if (position < 0.0 && axis == FrequencyAxis::Log) continue;
    const double inside = std::clamp(position, 0.0, 1.0);
    const bool free = std::none_of(ticks.begin(), ticks.end(), [&](const AxisTick& other) {
      return std::abs(other.position - inside) * heightPixels < minimumSpacing;
    });
    if (free) ticks.push_back({inside, frequencyLabel(hz)});
  }
  std::sort(ticks.begin(), ticks.end(),
            [](const AxisTick& a, const AxisTick& b) { return a.position < b.position; });
  return ticks;
}

double timeStepSeconds(double secondsPerPixel, int minimumSpacing) {
  constexpr std::array<double, 18> kSteps{0.1, 0.2, 0.5, 1,   2,   5,    10,   15,   30,
                                          60,  120, 300, 600, 900, 1800, 3600, 7200, 14400};
  const double wanted = secondsPerPixel * minimumSpacing;
  const auto* step = std::lower_bound(kSteps.begin(), kSteps.end(), wanted);
  return step == kSteps.end() ? kSteps.back() : *step;
}

QString positionLabel(double seconds, double step) {
  const int decimals = step < 1.0 ? 1 : 0;
  const double unit = decimals == 1 ? 10.0 : 1.0;
  const long long units = std::llround(std::max(0.0, seconds) * unit);
  const long long whole = units / (long long)(unit);
  const long long hours = whole / 3600;
  const QString minutes = QString::number(whole / 60 % 60).rightJustified(hours > 0 ? 2 : 1, u'0');
  QString label = hours > 0 ? QStringLiteral("%1:").arg(hours) : QString();
  label += QStringLiteral("%1:%2").arg(minutes).arg(whole % 60, 2, 10, QChar(u'0'));
  if (decimals == 1) label += QStringLiteral(".%1").arg(units % 10);
  return label;
}

}  // namespace earwitness::gui
