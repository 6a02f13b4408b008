// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/result/confusion_grid.h"

#include <algorithm>
#include <cmath>

namespace earwitness::gui {

namespace {
constexpr int kShortestHeader = 44;
}

QRect ConfusionGrid::field() const {
  return QRect(QPoint(), viewport).adjusted(rowHeader, columnHeader, 0, 0);
}

QPointF ConfusionGrid::origin() const {
  return {double(rowHeader - scrolled.x()), double(columnHeader - scrolled.y())};
}

QRect ConfusionGrid::rectOf(int row, int column) const {
  const QPointF start = origin();
  const auto edge = [this](double from, int place) {
    return int(std::lround(from + place * cell));
  };
  const QPoint corner(edge(start.x(), column), edge(start.y(), row));
  const QPoint next(edge(start.x(), column + 1), edge(start.y(), row + 1));
  return {corner, QSize(std::max(1, next.x() - corner.x()), std::max(1, next.y() - corner.y()))};
}

std::optional<QPoint> ConfusionGrid::placeAt(const QPoint& point) const {
  if (!field().contains(point)) return std::nullopt;
  const QPointF start = origin();
  const QPoint place(int(std::floor((point.x() - start.x()) / cell)),
                     int(std::floor((point.y() - start.y()) / cell)));
  if (!QRect(0, 0, nClasses, nClasses).contains(place)) return std::nullopt;
  return place;
}

QRect ConfusionGrid::placesInView() const {
  const QPointF start = origin();
  const QRect room = field();
  const auto firstOf = [this](double from, int edge) {
    return std::clamp(int(std::floor((edge - from) / cell)), 0, nClasses);
  };
  const int column = firstOf(start.x(), room.left());
  const int row = firstOf(start.y(), room.top());
  const int endColumn = std::min(nClasses, firstOf(start.x(), room.right() + 1) + 1);
  const int endRow = std::min(nClasses, firstOf(start.y(), room.bottom() + 1) + 1);
  return {column, row, endColumn - column, endRow - row};
}

double ConfusionGrid::fittingCell(const QSize& view) const {
  const QSize room = view - QSize(rowHeader, columnHeader);
  return std::max(1.0, double(std::min(room.width(), room.height()))) / nClasses;
}

int ConfusionGrid::labelStep(int labelHeight) const {
  return std::max(1, int(std::ceil(double(labelHeight) * 0.95 / cell)));
}

void ConfusionGrid::setHeaders(int labelWidth, int cornerWidth, const QSize& view) {
  const int longest = labelWidth + 2 * kLabelGap + 2;
  const int shortest = std::max(kShortestHeader, cornerWidth + 2 * kLabelGap);
  rowHeader = std::clamp(longest, shortest, std::max(shortest, view.width() / 3));
  columnHeader = std::clamp(longest, kShortestHeader, std::max(kShortestHeader, view.height() / 3));
}

}  // namespace earwitness::gui
