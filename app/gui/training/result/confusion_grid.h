// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QPointF>
#include <QRect>
#include <QSize>
#include <optional>

namespace earwitness::gui {

/// Where the cells of a confusion matrix are in a viewport, by row and column. Pixels. Pure.
struct ConfusionGrid {
  static constexpr int kLabelGap = 6;  ///< on both sides of a label

  int nClasses = 0;
  double cell = 24.0;  ///< a side
  QSize viewport;
  QPoint scrolled;
  int rowHeader = 60;     ///< width
  int columnHeader = 60;  ///< height

  /// The viewport without the headers.
  QRect field() const;
  /// Where the first cell begins.
  QPointF origin() const;
  /// May lie out of view. At least one pixel.
  QRect rectOf(int row, int column) const;
  /// The row (y) and the column (x) at a point of the field.
  std::optional<QPoint> placeAt(const QPoint& point) const;
  /// The rows and the columns that are in view, also in part.
  QRect placesInView() const;
  /// The size of cells with which all fit into a view of this size.
  double fittingCell(const QSize& view) const;
  /// Every how many classes there is room for a label of this height.
  int labelStep(int labelHeight) const;
  /// Makes the headers as wide as the widest label and as the text in the corner, and a third of a
  /// view of this size at most.
  void setHeaders(int labelWidth, int cornerWidth, const QSize& view);
};

}  // namespace earwitness::gui
