// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCPAbstractLegendItem;
class QCPGraph;
class QCPLegend;
class QColor;
class QCustomPlot;
class QFont;
class QString;

namespace earwitness::gui {

/// The entries above the curves, in the first row of the plot's layout. They belong to the plot.
/// Thread: GUI.
class CurveLegend {
 public:
  /// Takes everything else out of the layout.
  explicit CurveLegend(QCustomPlot* plot);

  void setFont(const QFont& font);
  /// Entries in as many columns as a plot of this width has room for.
  void clear(int plotWidth);
  void add(QCPGraph* graph, const QString& name, const QColor& colour);
  /// As long as there is room for.
  static QString shortened(const QString& name);
  /// Whether the entry is that of a graph.
  static bool isOf(QCPAbstractLegendItem* item, const QCPGraph* graph);

 private:
  QCPLegend* legend_;
};

}  // namespace earwitness::gui
