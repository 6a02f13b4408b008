// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <vector>

#include "app/gui/widgets/axis_ticks.h"

class QFont;
class QPainter;
class QPalette;
class QSize;
class QWidget;

namespace earwitness::gui {

/// Margins around every picture and plot over time, so that their edges are in line.
struct PlotMargins {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  /// Room for labels at the left, for half a label at the right, and for times below where
  /// `withTimeAxis`.
  static PlotMargins of(const QWidget& widget, bool withTimeAxis);
  static PlotMargins of(const QFont& widgetFont, bool withTimeAxis);
  QRect plot(const QRect& whole) const { return whole.adjusted(left, top, -right, -bottom); }
};

/// Tick marks and labels at the left of the plot, lowest frequency at the bottom.
void drawFrequencyAxis(QPainter& painter, const QRect& plot, const std::vector<AxisTick>& ticks,
                       const QWidget& widget);
void drawFrequencyAxis(QPainter& painter, const QRect& plot, const std::vector<AxisTick>& ticks,
                       const QPalette& palette, const QSize& whole);
/// Tick marks and centred labels below the plot; labels that would leave the widget are moved in.
void drawTimeAxis(QPainter& painter, const QRect& plot, const std::vector<AxisTick>& ticks,
                  const QWidget& widget);
void drawTimeAxis(QPainter& painter, const QRect& plot, const std::vector<AxisTick>& ticks,
                  const QPalette& palette, const QSize& whole);

}  // namespace earwitness::gui
