// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/plot_frame.h"

#include <QFontMetrics>
#include <QPainter>
#include <QWidget>
#include <algorithm>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"

namespace earwitness::gui {

namespace {
constexpr int kTickLength = 4;
constexpr int kGap = 4;
}  // namespace

PlotMargins PlotMargins::of(const QWidget& widget, bool withTimeAxis) {
  return of(widget.font(), withTimeAxis);
}

PlotMargins PlotMargins::of(const QFont& widgetFont, bool withTimeAxis) {
  const QFontMetrics metrics(smallFont(widgetFont));
  PlotMargins margins;
  margins.left = metrics.horizontalAdvance(QStringLiteral("100 %")) + kTickLength + kGap;
  margins.right = metrics.horizontalAdvance(QStringLiteral("00:00")) / 2 + 2;
  margins.top = 1;
  margins.bottom = withTimeAxis ? metrics.height() + kTickLength + 2 : 1;
  return margins;
}

void drawFrequencyAxis(QPainter& painter, const QRect& plot, const std::vector<AxisTick>& ticks,
                       const QWidget& widget) {
  drawFrequencyAxis(painter, plot, ticks, widget.palette(), widget.size());
}

void drawFrequencyAxis(QPainter& painter, const QRect& plot, const std::vector<AxisTick>& ticks,
                       const QPalette& palette, const QSize& whole) {
  const QFontMetrics metrics(painter.font());
  const int half = metrics.height() / 2;
  painter.setPen(themeColours(palette).muted);
  for (const AxisTick& tick : ticks) {
    const int y = plot.bottom() - int(tick.position * (plot.height() - 1) + 0.5);
    painter.drawLine(plot.left() - kTickLength, y, plot.left() - 1, y);
    const int top = std::clamp(y - half, 0, std::max(0, whole.height() - metrics.height()));
    painter.drawText(QRect(0, top, plot.left() - kTickLength - kGap + 1, metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, tick.label);
  }
}

void drawTimeAxis(QPainter& painter, const QRect& plot, const std::vector<AxisTick>& ticks,
                  const QWidget& widget) {
  drawTimeAxis(painter, plot, ticks, widget.palette(), widget.size());
}

void drawTimeAxis(QPainter& painter, const QRect& plot, const std::vector<AxisTick>& ticks,
                  const QPalette& palette, const QSize& whole) {
  const QFontMetrics metrics(painter.font());
  painter.setPen(themeColours(palette).muted);
  for (const AxisTick& tick : ticks) {
    const int x = plot.left() + int(tick.position * (plot.width() - 1) + 0.5);
    const int length = tick.label.isEmpty() ? kTickLength / 2 : kTickLength;
    painter.drawLine(x, plot.bottom() + 1, x, plot.bottom() + length);
    if (tick.label.isEmpty()) continue;
    const int width = metrics.horizontalAdvance(tick.label) + 2;
    const int left =
        std::clamp(x - width / 2, plot.left(), std::max(plot.left(), whole.width() - width));
    painter.drawText(QRect(left, plot.bottom() + kTickLength + 1, width, metrics.height()),
                     Qt::AlignCenter, tick.label);
  }
}

}  // namespace earwitness::gui
