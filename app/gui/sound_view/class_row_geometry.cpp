// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/class_row_geometry.h"

#include <algorithm>

namespace earwitness::gui {

namespace {
constexpr int kMarkHalfWidth = 5;
}

QRect ClassRowGeometry::row(size_t index) const {
  return {0, int(index) * rowHeight() - scrolled, width, rowHeight()};
}

QRect ClassRowGeometry::text(size_t index) const {
  return {kMargin, row(index).top() + 2, width - 2 * kMargin, textHeight};
}

QRectF ClassRowGeometry::track(size_t index) const {
  return {double(kMargin), double(row(index).top() + textHeight + 4), double(width - 2 * kMargin),
          double(kTrackHeight)};
}

QRect ClassRowGeometry::bar(size_t index) const {
  return track(index).toAlignedRect().adjusted(-kMarkHalfWidth, 0, kMarkHalfWidth, 7);
}

QRect ClassRowGeometry::mark(size_t index, double share) const {
  const QRectF its = track(index);
  const double x = its.left() + its.width() * share;
  return QRectF(x - kMarkHalfWidth, its.top() - 2, 2 * kMarkHalfWidth, kTrackHeight + 8).toRect();
}

std::optional<size_t> ClassRowGeometry::rowAt(const QPoint& point, size_t nRows) const {
  const int index = (point.y() + scrolled) / rowHeight();
  if (point.y() < 0 || index >= int(nRows)) return std::nullopt;
  return size_t(index);
}

bool ClassRowGeometry::isOverTrack(const QPoint& point, size_t index) const {
  return track(index).adjusted(-kMarkHalfWidth, -4, kMarkHalfWidth, 7).contains(point);
}

double ClassRowGeometry::shareAt(const QPoint& point) const {
  const QRectF its = track(0);
  return (point.x() - its.left()) / std::max(1.0, its.width());
}

}  // namespace earwitness::gui
