// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/picture_render.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/live/picture_overlay.h"
#include "app/gui/live/spectrogram_strip.h"
#include "app/gui/widgets/plot_frame.h"

namespace earwitness::gui {

namespace {

constexpr int kTitlePadding = 6;
constexpr int kScaleWidth = 96;

/// "-70 dB [colours] 20 dB", its right end at the area's.
void drawScale(QPainter& painter, const QRect& area, const ColourMap& map,
               const DecibelRange& range) {
  const auto text = [](float db) {
    return QCoreApplication::translate("PictureRender", "%1 dB").arg(int(std::lround(db)));
  };
  const QFontMetrics metrics = painter.fontMetrics();
  const int ceilingWidth = metrics.horizontalAdvance(text(range.ceilingDb));
  painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, text(range.ceilingDb));
  const int right = area.x() + area.width() - ceilingWidth - kTitlePadding;
  const int height = metrics.ascent() - 2;
  const int top = area.y() + (area.height() - height) / 2;
  for (int x = 0; x < kScaleWidth; ++x)
    painter.fillRect(QRect(right - kScaleWidth + x, top, 1, height),
                     QColor(map.at(float(x) / float(kScaleWidth - 1))));
  painter.drawText(
      QRect(area.x(), area.y(), right - kScaleWidth - kTitlePadding - area.x(), area.height()),
      Qt::AlignRight | Qt::AlignVCenter, text(range.floorDb));
}

}  // namespace

QImage renderPicture(const PictureToRender& picture, const QSize& size) {
  QImage image(size.expandedTo({1, 1}), QImage::Format_RGB32);
  image.fill(picture.palette.color(QPalette::Window));
  QPainter painter(&image);
  QFont bold = picture.font;
  bold.setBold(true);
  const int titleHeight = QFontMetrics(bold).height() + 2 * kTitlePadding;
  const QRect plot = PlotMargins::of(picture.font, true)
                         .plot(image.rect().adjusted(kTitlePadding, titleHeight, 0, -2));
  if (plot.width() < 1 || plot.height() < 1) return image;

  const ColourMap& map = ColourMap::named(picture.settings.map);
  SpectrogramStrip strip;
  strip.layOut(plot.size(), picture.history.features(), picture.settings.axis, map,
               picture.spanColumns / plot.width());
  strip.setRange(picture.range);
  const long end = strip.pixelEnd(picture.endPosition);
  strip.colour(picture.history, end - plot.width(), end);
  painter.fillRect(plot, QColor(map.at(0.0F)));
  strip.draw(painter, plot);

  painter.setFont(smallFont(picture.font));
  drawFrequencyAxis(painter, plot,
                    frequencyTicks(picture.history.features(), plot.height(),
                                   painter.fontMetrics().height() + 1, picture.settings.axis),
                    picture.palette, size);
  const PictureTime time{.timeline = &picture.history.timeline(),
                         .plot = plot,
                         .endPosition = double(end) * strip.columnsPerPixel(),
                         .columnsPerPixel = strip.columnsPerPixel()};
  PictureOverlay overlay(painter, time, map);
  overlay.clockAxis(picture.palette, size);
  ElidedTexts labels;
  labels.setFont(painter.font());
  painter.setClipRect(plot);
  overlay.events(picture.events, picture.newestSeconds, labels);
  painter.setClipping(false);

  const QRect head(plot.x(), 0, plot.width(), titleHeight);
  painter.setPen(themeColours(picture.palette).muted);
  drawScale(painter, head, map, picture.range);
  painter.setFont(bold);
  painter.setPen(picture.palette.color(QPalette::WindowText));
  painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, picture.title);
  return image;
}

}  // namespace earwitness::gui
