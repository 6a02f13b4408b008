// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/overview_view.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/files/timeline.h"
#include "app/gui/widgets/axis_ticks.h"
#include "app/gui/widgets/colour_map.h"
#include "app/gui/widgets/plot_frame.h"

namespace earwitness::gui {

namespace {

/// The column that holds a position; -1 where there is none.
int columnAt(const TimePicture& picture, double seconds) {
  const double column = (seconds - picture.startSeconds) / picture.spectrogram.columnSeconds();
  return column >= 0.0 && column < picture.spectrogram.columns() ? int(column) : -1;
}

}  // namespace

OverviewView::OverviewView(Timeline* timeline, QWidget* parent) : TimeView(timeline, parent) {
  setObjectName(QStringLiteral("fileSpectrogram"));
  setAccessibleName(tr("Spectrogram of the file"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAttribute(Qt::WA_OpaquePaintEvent);
}

QSize OverviewView::sizeHint() const {
  return {800, 140};
}
QSize OverviewView::minimumSizeHint() const {
  return {240, 60};
}
QRect OverviewView::plotRect() const {
  return PlotMargins::of(*this, false).plot(rect());
}

void OverviewView::setPicture(std::shared_ptr<const TimePicture> picture) {
  whole_.picture = std::move(picture);
  whole_.stale = detail_.stale = true;  // colours go by the whole file's loudest
  update();
}

void OverviewView::setDetail(std::shared_ptr<const TimePicture> detail) {
  detail_.picture = std::move(detail);
  detail_.stale = true;
  update();
}

void OverviewView::setSettings(const PictureSettings& settings) {
  PictureSettings chosen = settings;
  chosen.spanSeconds = settings_.spanSeconds;
  if (chosen == settings_) return;
  settings_ = chosen;
  whole_.stale = detail_.stale = true;
  update();
}

void OverviewView::setPlaceholder(const QString& text) {
  placeholder_ = text;
  update();
}

const FeatureSettings& OverviewView::features() const {
  static const FeatureSettings kUsual;
  return whole_.picture ? whole_.picture->spectrogram.features() : kUsual;
}

DecibelRange OverviewView::range() const {
  if (!settings_.automatic) return settings_.range();
  return PictureRange::fitting(whole_.picture ? whole_.picture->spectrogram.peakDb() : 0.0F);
}

const QImage& OverviewView::image() {
  colour(whole_);
  return whole_.image;
}

const QImage& OverviewView::detailImage() {
  colour(detail_);
  return detail_.image;
}

void OverviewView::colour(Layer& layer) {
  const QSize pixels = (QSizeF(plotRect().size()) * devicePixelRatioF()).toSize();
  if (!layer.stale && layer.viewFrom == timeline().from() && layer.viewTo == timeline().to() &&
      layer.pixels == pixels)
    return;
  layer.stale = false;
  layer.viewFrom = timeline().from();
  layer.viewTo = timeline().to();
  layer.pixels = pixels;
  layer.image = {};
  if (!layer.picture || pixels.isEmpty()) return;
  const TimePicture& picture = *layer.picture;
  const SpectrogramOverview& spectrogram = picture.spectrogram;
  const double step = spectrogram.columnSeconds();
  const int first = std::clamp(int(std::floor((layer.viewFrom - picture.startSeconds) / step)), 0,
                               spectrogram.columns());
  const int end = std::clamp(int(std::ceil((layer.viewTo - picture.startSeconds) / step)), first,
                             spectrogram.columns());
  if (end == first) return;
  layer.image = spectrogram.render(first, end, pixels.width(), pixels.height(), range(),
                                   settings_.axis, map());
  // The last pixel may stand for fewer columns than the others.
  const int perPixel = SpectrogramOverview::columnsPerPixel(end - first, pixels.width());
  layer.imageFrom = picture.startSeconds + first * step;
  layer.imageTo = layer.imageFrom + layer.image.width() * perPixel * step;
}

void OverviewView::draw(QPainter& painter, Layer& layer, const QRect& plot) {
  colour(layer);
  if (layer.image.isNull()) return;
  const double left = xOf(layer.imageFrom);
  const QRectF target(left, plot.y(), xOf(layer.imageTo) - left, plot.height());
  painter.drawImage(target, layer.image, QRectF(layer.image.rect()));
}

QString OverviewView::describe(const QPoint& point) const {
  const double seconds = secondsAt(point.x());
  const QRect plot = plotRect();
  const double height = (plot.bottom() - point.y() + 0.5) / std::max(1, plot.height());
  QString text =
      tr("%1 · %L2 Hz")
          .arg(positionLabel(seconds, 0.1))
          .arg(std::lround(std::max(0.0, frequencyAt(height, features(), settings_.axis))));
  for (const Layer* layer : {&detail_, &whole_}) {
    const int column = layer->picture ? columnAt(*layer->picture, seconds) : -1;
    if (column < 0) continue;
    const auto bands = layer->picture->spectrogram.column(column);
    const auto band = std::clamp<long>(long(bandPosition(height, features(), settings_.axis)), 0,
                                       long(bands.size()) - 1);
    return tr("%1 · %2 dB").arg(text).arg(std::lround(bands[size_t(band)]));
  }
  return text;
}

void OverviewView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QRect plot = plotRect();
  painter.fillRect(rect(), palette().color(QPalette::Window));
  painter.fillRect(plot, QColor(map().at(0.0F)));
  if (!image().isNull() && timeline().seconds() > 0.0) {
    painter.setClipRect(plot);
    draw(painter, whole_, plot);
    draw(painter, detail_, plot);
    painter.setClipping(false);
  } else if (!placeholder_.isEmpty()) {
    painter.setPen(map().isLight() ? QColor(0, 0, 0, 150) : QColor(255, 255, 255, 150));
    painter.drawText(plot.adjusted(16, 4, -16, -4), Qt::AlignCenter | Qt::TextWordWrap,
                     placeholder_);
  }
  painter.setFont(smallFont(font()));
  const int lineHeight = painter.fontMetrics().height();
  drawFrequencyAxis(painter, plot,
                    frequencyTicks(features(), plot.height(), lineHeight + 1, settings_.axis),
                    *this);
}

}  // namespace earwitness::gui
