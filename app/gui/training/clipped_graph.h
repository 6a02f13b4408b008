// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace earwitness::gui {

/// Draws nothing outside its plot even if the painter does not clip: QSvgGenerator of Qt 6.4
/// ignores the painter's clip region. Thread: GUI.
class ClippedGraph : public QCPGraph {
 public:
  using QCPGraph::QCPGraph;

 protected:
  void drawLinePlot(QCPPainter* painter, const QVector<QPointF>& points) const override;
  /// Dots are left out if their centre is outside.
  void drawScatterPlot(QCPPainter* painter, const QVector<QPointF>& dots,
                       const QCPScatterStyle& style) const override;
};

}  // namespace earwitness::gui
