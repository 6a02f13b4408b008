// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStaticText>
#include <optional>
#include <vector>

#include "app/gui/sound_view/event_track.h"
#include "app/gui/sound_view/picture_time.h"

namespace earwitness::gui {

/// An event where it stands between the edges of a picture.
struct PlacedEvent {
  int index = 0;  ///< into the track
  int row = 0;
  double left = 0.0;  ///< x in the widget's pixels, inside the plot
  double right = 0.0;
};

/// The visible events, in order, nothing narrower than can be seen. Open ones reach to
/// `newestSeconds`.
std::vector<PlacedEvent> placeEvents(const EventTrack& track, const PictureTime& time,
                                     double newestSeconds);

/// "Dog", "12:03:04.1", "1.2 s", "83%", and the reason of a near-miss, as one line of speech or
/// several lines of a tooltip.
QString describeEvent(const PictureEvent& event, const PictureTime& time, QChar separator);

/// Labels cut to a width and laid out once, since they are drawn anew with each frame.
class ElidedTexts {
 public:
  void setFont(const QFont& font);
  /// Empty where not even a letter fits.
  const QStaticText& fitting(const QString& text, int width);
  int height() const { return height_; }

 private:
  QFont font_;
  int height_ = 0;
  QHash<QString, int> widths_;
  QHash<QPair<QString, int>, QStaticText> texts_;
};

}  // namespace earwitness::gui
