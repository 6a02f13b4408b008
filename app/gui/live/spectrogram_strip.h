// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/widgets/spectrogram_history.h"
#include "app/gui/widgets/spectrogram_image.h"

namespace earwitness::gui {

/// The coloured pixels of a stretch of the history. Pixel k shows the columns from k times
/// `columnsPerPixel` on, merged by their maximum where they are many, drawn out where they are few;
/// pixels keep their numbers while the picture scrolls, so that only new ones are coloured.
/// Thread: GUI.
class SpectrogramStrip {
 public:
  /// Device pixels. Everything is to be coloured anew.
  void layOut(const QSize& pixels, const FeatureSettings& features, FrequencyAxis axis,
              const ColourMap& map, double columnsPerPixel);
  void setRange(const DecibelRange& range);
  const DecibelRange& range() const { return range_; }
  void invalidate() { first_ = end_ = 0; }

  double columnsPerPixel() const { return columnsPerPixel_; }
  int width() const { return image_.columns(); }
  int height() const { return image_.height(); }
  const ColourMap& colourMap() const { return image_.colourMap(); }
  /// One past the last pixel that is complete when the columns before `position` are.
  long pixelEnd(double position) const;

  /// Colours what is not yet coloured of the pixels [first, end): at most a width of them.
  void colour(const SpectrogramHistory& history, long first, long end);
  /// Draws what colour() was last called with; the target's right edge is `end`.
  void draw(QPainter& painter, const QRect& target) const;
  /// Pixels coloured since the object was made.
  long colouredPixels() const { return colouredPixels_; }

 private:
  /// A column is wider than a pixel.
  bool drawsOut() const;
  void gather(const SpectrogramHistory& history, long pixel);
  void gatherBetween(const SpectrogramHistory& history, double position);

  SpectrogramImage image_;
  DecibelRange range_;
  double columnsPerPixel_ = 1.0;
  long first_ = 0;  ///< pixels [first_, end_) are coloured
  long end_ = 0;
  long colouredPixels_ = 0;
  std::vector<float> levels_;  ///< (nMels) of the pixel at hand
  std::vector<float> next_;    ///< (nMels) of the column behind it
};

}  // namespace earwitness::gui
