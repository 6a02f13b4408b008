#pragma once

#include <QImage>
#include <span>
#include <vector>

class QPainter;

namespace earwitness::gui {

struct DecibelRange {
  float floorDb = -70.0F;
  float ceilingDb = 20.0F;
  bool operator==(const DecibelRange&) const = default;
};

/// Mel columns as colours. Column c stands at x = c modulo the image's width, so that appending one
/// touches nothing else, and scrolling is two blits. Bands are interpolated before they are
/// coloured.
class SpectrogramImage {
 public:
  /// Device pixels; the width is the number of columns held. Forgets the colours.
  void resize(int columns, int height, int nMels);
  void setColumn(long index, std::span<const float> decibels, const DecibelRange& range);
  /// Draws the columns [first, end) into the target, which is as many columns wide as
  /// `targetColumns`; fewer columns than that are drawn at its right end.
  void draw(QPainter& painter, const QRect& target, long first, long end, int targetColumns) const;

  int columns() const { return image_.width(); }
  int height() const { return image_.height(); }
  const QImage& image() const { return image_; }

 private:
  struct Row {
    int band = 0;        ///< lower neighbour
    float upper = 0.0F;  ///< weight of the band above it
  };

  QImage image_;
  std::vector<Row> rows_;  ///< one per image row, from the top
};

}  // namespace earwitness::gui
