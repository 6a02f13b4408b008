// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include "app/gui/widgets/axis_ticks.h"
#include "app/gui/widgets/colour_map.h"
#include "app/gui/widgets/spectrogram_image.h"

class QSettings;

namespace earwitness::gui {

/// How the live picture is looked at. Whoever owns the picture keeps it from one start to the next.
struct PictureSettings {
  static constexpr double kShortestSpanSeconds = 5.0;
  static constexpr double kLongestSpanSeconds = 120.0;
  static constexpr float kLowestDb = -160.0F;
  static constexpr float kHighestDb = 60.0F;
  static constexpr float kLeastContrastDb = 6.0F;

  double spanSeconds = 20.0;  ///< visible, 5 to 120
  FrequencyAxis axis = FrequencyAxis::Mel;
  ColourMap::Name map = ColourMap::Name::Inferno;
  bool automatic = true;    ///< floor and ceiling follow what is visible
  float floorDb = -70.0F;   ///< of the first colour, where not automatic
  float ceilingDb = 20.0F;  ///< of the last colour, at least kLeastContrastDb above the floor

  bool operator==(const PictureSettings&) const = default;
  DecibelRange range() const { return {floorDb, ceilingDb}; }
  /// With everything moved into its range.
  PictureSettings valid() const;

  /// Under "picture/"; what is missing or no longer known takes the defaults.
  static PictureSettings read(const QSettings& settings);
  void write(QSettings& settings) const;
};

}  // namespace earwitness::gui

Q_DECLARE_METATYPE(earwitness::gui::PictureSettings)
