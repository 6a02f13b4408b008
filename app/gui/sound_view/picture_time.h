// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

#include "app/gui/widgets/stream_timeline.h"

namespace earwitness::gui {

/// What the pixels of a live picture stand for, at one moment of its scrolling: x in the widget's
/// pixels <-> columns <-> seconds of the stream and the clock.
struct PictureTime {
  const StreamTimeline* timeline = nullptr;
  QRect plot;                ///< where the picture is
  double endPosition = 0.0;  ///< column at the right edge
  double columnsPerPixel = 1.0;

  double rightEdge() const { return plot.x() + plot.width(); }
  double positionAt(double x) const { return endPosition - (rightEdge() - x) * columnsPerPixel; }
  double xOfPosition(double position) const {
    return rightEdge() - (endPosition - position) / columnsPerPixel;
  }
  double secondsAt(double x) const { return timeline->secondsAt(positionAt(x)); }
  double xOf(double streamSeconds) const {
    return xOfPosition(timeline->positionAt(streamSeconds));
  }
  int64_t utcMsAt(double x) const { return timeline->utcMsAt(positionAt(x)); }
  double startSeconds() const { return secondsAt(plot.x()); }
  double endSeconds() const { return secondsAt(rightEdge()); }
};

}  // namespace earwitness::gui
