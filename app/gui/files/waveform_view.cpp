// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/waveform_view.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/gui/base/theme.h"
#include "app/gui/files/timeline.h"
#include "app/gui/widgets/axis_ticks.h"
#include "app/gui/widgets/plot_frame.h"

namespace earwitness::gui {

WaveformView::WaveformView(Timeline* timeline, QWidget* parent) : TimeView(timeline, parent) {
  setObjectName(QStringLiteral("fileWaveform"));
  setAccessibleName(tr("Waveform of the file"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

QSize WaveformView::sizeHint() const {
  return {800, 44};
}
QSize WaveformView::minimumSizeHint() const {
  return {240, 28};
}
QRect WaveformView::plotRect() const {
  return PlotMargins::of(*this, false).plot(rect());
}

void WaveformView::setPicture(std::shared_ptr<const TimePicture> picture) {
  whole_ = std::move(picture);
  update();
}

void WaveformView::setDetail(std::shared_ptr<const TimePicture> detail) {
  detail_ = std::move(detail);
  update();
}

WaveformOverview::Column WaveformView::between(double from, double to) const {
  for (const auto* picture : {detail_.get(), whole_.get()}) {
    if (picture == nullptr || from < picture->startSeconds) continue;
    const double step = picture->waveform.columnSeconds();
    const int first = int(std::floor((from - picture->startSeconds) / step));
    const int end = std::max(first + 1, int(std::ceil((to - picture->startSeconds) / step)));
    if (first < picture->waveform.columns()) return picture->waveform.merged(first, end);
  }
  return {};
}

QString WaveformView::describe(const QPoint& point) const {
  const WaveformOverview::Column column = between(secondsAt(point.x()), secondsAt(point.x() + 1));
  const QString position = TimeView::describe(point);
  if (column.samples == 0) return position;
  const float peak = std::max(std::abs(column.minimum), std::abs(column.maximum));
  if (peak <= 0.0F) return tr("%1 · silence").arg(position);
  return tr("%1 · peak %2 dBFS")
      .arg(position)
      .arg(QLocale().toString(20.0 * std::log10(double(peak)), 'f', 1));
}

void WaveformView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QRect plot = plotRect();
  const ThemeColours& colours = themeColours(palette());
  painter.fillRect(plot, palette().color(QPalette::Base));
  const double middle = plot.y() + plot.height() / 2.0;
  const double half = plot.height() / 2.0 - 1.0;
  painter.setPen(colours.grid);
  painter.drawLine(QPointF(plot.left(), middle), QPointF(plot.right(), middle));
  if (!whole_ || timeline().seconds() <= 0.0) return;

  QColor outer = colours.accent;
  outer.setAlphaF(0.45F);
  const double pixel = 1.0 / devicePixelRatioF();
  for (double x = plot.left(); x <= plot.right(); x += pixel) {
    const auto column =
        between(timeline().secondsAt(x, plot), timeline().secondsAt(x + pixel, plot));
    if (column.samples == 0) continue;
    const auto y = [&](float value) {
      return middle - half * double(std::clamp(value, -1.0F, 1.0F));
    };
    painter.fillRect(
        QRectF(x, y(column.maximum), pixel, std::max(pixel, y(column.minimum) - y(column.maximum))),
        outer);
    painter.fillRect(QRectF(x, y(column.rms()), pixel, y(-column.rms()) - y(column.rms())),
                     colours.accent);
  }
}

}  // namespace earwitness::gui
