// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QPoint>
#include <optional>

#include "app/gui/sound_view/event_layout.h"
#include "app/gui/sound_view/picture_time.h"
#include "app/gui/widgets/colour_map.h"

class QPainter;

namespace earwitness::gui {

/// From one moment of the stream to a later one, seconds.
struct TimeStretch {
  double startSeconds = 0.0;
  double endSeconds = 0.0;
  bool operator==(const TimeStretch&) const = default;
  double seconds() const { return endSeconds - startSeconds; }
};

/// What is drawn over a spectrogram, in ink that shows on its colours.
class PictureOverlay {
 public:
  PictureOverlay(QPainter& painter, const PictureTime& time, const ColourMap& map);

  /// The clock below the picture.
  void clockAxis(const QPalette& palette, const QSize& widget);
  void selection(const TimeStretch& stretch);
  void playhead(double streamSeconds);
  /// Brackets at the top, each with its label; near-misses only where they are current.
  void events(const EventTrack& track, double newestSeconds, ElidedTexts& texts);
  /// Cross-hair and what is under it.
  void readout(const QPoint& cursor, const QString& text);

  /// The event whose bracket is at this point.
  static std::optional<int64_t> eventAt(const QPointF& point, const PictureTime& time,
                                        const EventTrack& track, double newestSeconds,
                                        const QFontMetrics& metrics);

 private:
  void plate(const QRectF& area, const QString& text);
  void bracket(const PlacedEvent& placed, const EventTrack& track, ElidedTexts& texts);
  QColor ink(int alpha) const;
  QColor paper(int alpha) const;

  QPainter& painter_;
  const PictureTime& time_;
  bool light_;
};

}  // namespace earwitness::gui
