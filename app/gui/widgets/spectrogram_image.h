// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <span>
#include <vector>

#include "app/gui/widgets/axis_ticks.h"
#include "app/gui/widgets/colour_map.h"

class QPainter;

namespace earwitness::gui {

struct DecibelRange {
  float floorDb = -70.0F;
  float ceilingDb = 20.0F;
  bool operator==(const DecibelRange&) const = default;
};

/// Mel columns as colours. Column c stands at x = c modulo the image's width, so that appending one
/// touches nothing else, and scrolling is two blits. A row that lies between the centres of two
/// bands is interpolated before it is coloured; a row that holds several bands shows their maximum.
class SpectrogramImage {
 public:
  /// Device pixels; the width is the number of columns held. Rows are mel bands of one height.
  /// Forgets the colours.
  void resize(int columns, int height, int nMels);
  /// The same with rows as the axis has them.
  void resize(int columns, int height, const FeatureSettings& features, FrequencyAxis axis);
  /// Takes effect with the columns set from now on.
  void setColourMap(const ColourMap& map) { map_ = &map; }
  const ColourMap& colourMap() const { return *map_; }
  /// index from 0 on; decibels (nMels).
  void setColumn(long index, std::span<const float> decibels, const DecibelRange& range);
  /// Draws the columns [first, end) into the target, which is as many columns wide as
  /// `targetColumns`; fewer columns than that are drawn at its right end.
  void draw(QPainter& painter, const QRect& target, long first, long end, int targetColumns) const;

  int columns() const { return image_.width(); }
  int height() const { return image_.height(); }
  const QImage& image() const { return image_; }

 private:
  struct Row {
    int band = 0;        ///< lower neighbour, or the first of several
    int bandEnd = 0;     ///< above band + 1: the row holds the bands up to here, exclusive
    float upper = 0.0F;  ///< weight of the band above the lower neighbour
  };
  static Row rowOf(double bandBelow, double bandAbove, int nMels);

  const ColourMap* map_ = &ColourMap::inferno();
  QImage image_;
  std::vector<Row> rows_;  ///< one per image row, from the top
};

}  // namespace earwitness::gui
