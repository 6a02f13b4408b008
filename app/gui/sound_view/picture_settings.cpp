// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/picture_settings.h"

#include <QSettings>
#include <algorithm>
#include <array>
#include <cmath>

namespace earwitness::gui {

namespace {

constexpr std::array kAxes{std::pair{FrequencyAxis::Mel, "mel"},
                           std::pair{FrequencyAxis::Log, "log"},
                           std::pair{FrequencyAxis::Linear, "linear"}};
constexpr std::array kMaps{std::pair{ColourMap::Name::Inferno, "inferno"},
                           std::pair{ColourMap::Name::Viridis, "viridis"},
                           std::pair{ColourMap::Name::Ice, "ice"}};

template <typename Names, typename Value>
QString nameOf(const Names& names, Value value) {
  for (const auto& [known, name] : names)
    if (known == value) return QString::fromLatin1(name);
  return {};
}

template <typename Names, typename Value>
void readName(const Names& names, const QString& text, Value& value) {
  for (const auto& [known, name] : names)
    if (text == QLatin1String(name)) value = known;
}

/// NaN, from a settings file that was edited, takes the lower end.
template <typename Value>
Value within(Value value, Value lowest, Value highest) {
  return value >= lowest ? std::min(value, highest) : lowest;
}

}  // namespace

PictureSettings PictureSettings::valid() const {
  PictureSettings valid = *this;
  valid.spanSeconds = within(spanSeconds, kShortestSpanSeconds, kLongestSpanSeconds);
  valid.floorDb = within(floorDb, kLowestDb, kHighestDb - kLeastContrastDb);
  valid.ceilingDb = within(ceilingDb, valid.floorDb + kLeastContrastDb, kHighestDb);
  return valid;
}

PictureSettings PictureSettings::read(const QSettings& settings) {
  PictureSettings read;
  const auto value = [&](const char* key, const QVariant& otherwise) {
    return settings.value(QStringLiteral("picture/") + QLatin1String(key), otherwise);
  };
  read.spanSeconds = value("span", read.spanSeconds).toDouble();
  readName(kAxes, value("axis", {}).toString(), read.axis);
  readName(kMaps, value("colours", {}).toString(), read.map);
  read.automatic = value("automatic", read.automatic).toBool();
  read.floorDb = value("floor", read.floorDb).toFloat();
  read.ceilingDb = value("ceiling", read.ceilingDb).toFloat();
  return read.valid();
}

void PictureSettings::write(QSettings& settings) const {
  const auto put = [&](const char* key, const QVariant& value) {
    settings.setValue(QStringLiteral("picture/") + QLatin1String(key), value);
  };
  put("span", spanSeconds);
  put("axis", nameOf(kAxes, axis));
  put("colours", nameOf(kMaps, map));
  put("automatic", automatic);
  put("floor", floorDb);
  put("ceiling", ceilingDb);
}

}  // namespace earwitness::gui
