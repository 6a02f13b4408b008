// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QRectF>
#include <cstddef>
#include <optional>

namespace earwitness::gui {

/// Where the rows of the class panel are in its viewport: a text above a track with a bar and a
/// mark. Pixels. Pure.
struct ClassRowGeometry {
  static constexpr int kMargin = 10;  ///< left and right of the rows
  static constexpr int kTrackHeight = 8;

  int width = 0;     ///< of the viewport
  int scrolled = 0;  ///< downwards
  int textHeight = 0;

  int rowHeight() const { return textHeight + kTrackHeight + 12; }
  QRect row(size_t index) const;
  QRect text(size_t index) const;
  QRectF track(size_t index) const;
  /// The track with its mark.
  QRect bar(size_t index) const;
  /// The mark alone, `share` of the track from its left end.
  QRect mark(size_t index, double share) const;

  std::optional<size_t> rowAt(const QPoint& point, size_t nRows) const;
  /// Near enough to drag the mark.
  bool isOverTrack(const QPoint& point, size_t index) const;
  /// What part of the track is left of a point; below 0 and above 1 beside it.
  double shareAt(const QPoint& point) const;
};

}  // namespace earwitness::gui
