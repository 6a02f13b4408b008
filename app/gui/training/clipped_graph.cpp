// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/clipped_graph.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace earwitness::gui {

namespace {

/// Of a line: 0 is its start, 1 its end.
struct Section {
  double from = 0.0;
  double to = 1.0;
};

/// What of `line` is inside `rect`, by the algorithm of Liang and Barsky; nothing for NaN.
std::optional<Section> sectionInside(const QLineF& line, const QRectF& rect) {
  if (!std::isfinite(line.x1() + line.y1() + line.x2() + line.y2())) return std::nullopt;
  struct Edge {
    double distance;  ///< of the line's start from the edge, negative outside
    double change;    ///< of the distance, along the line
  };
  const Edge edges[] = {{line.x1() - rect.left(), line.dx()},
                        {rect.right() - line.x1(), -line.dx()},
                        {line.y1() - rect.top(), line.dy()},
                        {rect.bottom() - line.y1(), -line.dy()}};
  Section inside;
  for (const Edge& edge : edges) {
    if (edge.change > 0.0) inside.from = std::max(inside.from, -edge.distance / edge.change);
    if (edge.change < 0.0) inside.to = std::min(inside.to, -edge.distance / edge.change);
    if (edge.change == 0.0 && edge.distance < 0.0) return std::nullopt;
  }
  return inside.from <= inside.to ? std::optional(inside) : std::nullopt;
}

}  // namespace

void ClippedGraph::drawLinePlot(QCPPainter* painter, const QVector<QPointF>& points) const {
  const QRectF plot = clipRect();
  QVector<QPointF> visible;
  const auto drawVisible = [&] {
    if (!visible.isEmpty()) QCPGraph::drawLinePlot(painter, visible);
    visible.clear();
  };
  for (qsizetype i = 1; i < points.size(); ++i) {
    const QLineF line(points[i - 1], points[i]);
    const auto section = sectionInside(line, plot);
    if (section && visible.isEmpty()) visible << line.pointAt(section->from);
    if (section) visible << line.pointAt(section->to);
    if (!section || section->to < 1.0) drawVisible();
  }
  drawVisible();
}

void ClippedGraph::drawScatterPlot(QCPPainter* painter, const QVector<QPointF>& dots,
                                   const QCPScatterStyle& style) const {
  const QRectF plot = clipRect();
  QVector<QPointF> visible;
  std::copy_if(dots.begin(), dots.end(), std::back_inserter(visible),
               [&plot](const QPointF& dot) { return plot.contains(dot); });
  QCPGraph::drawScatterPlot(painter, visible, style);
}

}  // namespace earwitness::gui
