// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/picture_overlay.h"

#include <QDateTime>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/widgets/plot_frame.h"

namespace earwitness::gui {

namespace {

constexpr int kBracketThickness = 3;
constexpr int kLabelPadding = 4;
constexpr double kUnsharedRows = 64.0;

/// Of the brackets' rows, from the plot's top.
QRectF bracketRect(const PlacedEvent& placed, const QRect& plot, int textHeight) {
  const int rowHeight = textHeight + kBracketThickness + 2;
  return {placed.left, double(plot.y() + placed.row * rowHeight), placed.right - placed.left,
          double(rowHeight - 1)};
}

/// An upright line, in pieces of few rows: Qt parts a taller translucent fill among threads, and to
/// wake them costs far more than to fill a line.
void fillUpright(QPainter& painter, double x, double top, double width, double height,
                 const QColor& colour) {
  const double bottom = top + height;
  for (int piece = 0; piece * kUnsharedRows < height; ++piece) {
    const double from = top + piece * kUnsharedRows;
    const double to = std::min(from + kUnsharedRows, bottom);
    painter.fillRect(QRectF(QPointF(x, from), QPointF(x + width, to)), colour);
  }
}

bool hasBracket(const PictureEvent& event, const EventTrack& track) {
  return !event.nearMiss || track.current() == event.id;
}

}  // namespace

PictureOverlay::PictureOverlay(QPainter& painter, const PictureTime& time, const ColourMap& map)
    : painter_(painter), time_(time), light_(map.isLight()) {}

QColor PictureOverlay::ink(int alpha) const {
  return light_ ? QColor(12, 18, 28, alpha) : QColor(255, 255, 255, alpha);
}

QColor PictureOverlay::paper(int alpha) const {
  return light_ ? QColor(255, 255, 255, alpha) : QColor(0, 0, 0, alpha);
}

void PictureOverlay::clockAxis(const QPalette& palette, const QSize& widget) {
  if (!time_.timeline->hasClock()) return;
  const QRect& plot = time_.plot;
  const double columnMs = time_.timeline->columnSeconds() * 1000.0;
  const int labelWidth = painter_.fontMetrics().horizontalAdvance(QStringLiteral("00:00:00"));
  const double step = timeStepSeconds(time_.columnsPerPixel * columnMs / 1000.0, labelWidth + 24);
  const auto stepMs = qint64(std::max(1.0, step) * 1000.0);
  const qint64 startMs = time_.utcMsAt(plot.x());
  const qint64 endMs = std::max(startMs + 1, qint64(time_.utcMsAt(time_.rightEdge())));
  const qint64 zoneMs = QDateTime::fromMSecsSinceEpoch(endMs).offsetFromUtc() * 1000LL;
  std::vector<AxisTick> ticks;
  for (qint64 ms = ((startMs + zoneMs) / stepMs + 1) * stepMs - zoneMs; ms < endMs; ms += stepMs) {
    const double position = double(ms - startMs) / double(endMs - startMs);
    const double room = std::min(position, 1.0 - position) * plot.width();
    // A label that would be pushed aside comes or goes later.
    if (room < labelWidth / 2.0)
      ticks.push_back({position, {}});
    else
      ticks.push_back({position, QDateTime::fromMSecsSinceEpoch(ms).toString(u"HH:mm:ss")});
  }
  drawTimeAxis(painter_, plot, ticks, palette, widget);
}

void PictureOverlay::selection(const TimeStretch& stretch) {
  const QRect& plot = time_.plot;
  const double left = std::max<double>(plot.x(), time_.xOf(stretch.startSeconds));
  const double right = std::min(time_.rightEdge(), time_.xOf(stretch.endSeconds));
  if (left >= right) return;
  const QRectF area(left, plot.y(), right - left, plot.height());
  painter_.fillRect(area, ink(46));
  fillUpright(painter_, left, plot.y(), 1.0, plot.height(), ink(220));
  fillUpright(painter_, right - 1.0, plot.y(), 1.0, plot.height(), ink(220));
  const QString text = durationText(stretch.seconds());
  const QSizeF size = painter_.fontMetrics().size(Qt::TextSingleLine, text) + QSize(12, 6);
  const double x = std::clamp((left + right - size.width()) / 2.0, plot.x() + 2.0,
                              std::max(plot.x() + 2.0, time_.rightEdge() - size.width() - 2.0));
  plate(QRectF(QPointF(x, plot.y() + plot.height() - size.height() - 4.0), size), text);
}

void PictureOverlay::playhead(double streamSeconds) {
  const double x = time_.xOf(streamSeconds);
  if (x < time_.plot.x() || x > time_.rightEdge()) return;
  fillUpright(painter_, x - 1.5, time_.plot.y(), 4.0, time_.plot.height(), paper(120));
  fillUpright(painter_, x - 0.5, time_.plot.y(), 2.0, time_.plot.height(), ink(255));
}

void PictureOverlay::events(const EventTrack& track, double newestSeconds, ElidedTexts& texts) {
  for (const PlacedEvent& placed : placeEvents(track, time_, newestSeconds))
    if (hasBracket(track.at(placed.index), track)) bracket(placed, track, texts);
}

void PictureOverlay::bracket(const PlacedEvent& placed, const EventTrack& track,
                             ElidedTexts& texts) {
  const PictureEvent& event = track.at(placed.index);
  const QColor colour = event.nearMiss ? QColor(160, 160, 160) : eventColour(event.colour);
  const QRectF area = bracketRect(placed, time_.plot, texts.height());
  const bool isCurrent = track.current() == event.id;
  const auto line = [&](double x) {
    QColor faint = colour;
    faint.setAlpha(isCurrent ? 230 : 70);
    fillUpright(painter_, x, area.bottom(), 1.0, time_.plot.bottom() - area.bottom(), faint);
  };
  // An edge that is outside the picture has no line.
  const double onsetX = time_.xOf(event.onsetSeconds);
  if (onsetX >= time_.plot.x()) line(placed.left);
  if (!event.open && placed.right < time_.rightEdge()) line(placed.right - 1.0);
  if (isCurrent) {
    QColor tint = colour;
    tint.setAlpha(46);
    painter_.fillRect(QRectF(area.x(), area.bottom(), area.width(),
                             time_.plot.y() + time_.plot.height() - area.bottom()),
                      tint);
  }
  painter_.fillRect(area, paper(isCurrent ? 215 : 130));
  painter_.fillRect(QRectF(area.x(), area.y(), area.width(), kBracketThickness), colour);
  const int room = int(area.width()) - 2 * kLabelPadding;
  painter_.setPen(ink(255));
  painter_.drawStaticText(QPointF(area.x() + kLabelPadding, area.y() + kBracketThickness),
                          texts.fitting(event.label, room));
}

std::optional<int64_t> PictureOverlay::eventAt(const QPointF& point, const PictureTime& time,
                                               const EventTrack& track, double newestSeconds,
                                               const QFontMetrics& metrics) {
  std::optional<int64_t> found;
  for (const PlacedEvent& placed : placeEvents(track, time, newestSeconds)) {
    const PictureEvent& event = track.at(placed.index);
    if (hasBracket(event, track) &&
        bracketRect(placed, time.plot, metrics.height()).contains(point))
      found = event.id;  // the last one is drawn over the others
  }
  return found;
}

void PictureOverlay::readout(const QPoint& cursor, const QString& text) {
  const QRect& plot = time_.plot;
  painter_.fillRect(QRect(plot.x(), cursor.y(), plot.width(), 1), ink(90));
  fillUpright(painter_, cursor.x(), plot.y(), 1.0, plot.height(), ink(90));
  const QSize size = painter_.fontMetrics().size(Qt::TextSingleLine, text) + QSize(12, 6);
  QPoint corner = cursor + QPoint(12, -size.height() - 8);
  corner.setX(std::clamp(corner.x(), plot.left() + 2,
                         std::max(plot.left() + 2, plot.right() - size.width() - 2)));
  corner.setY(std::max(corner.y(), plot.top() + 2));
  plate(QRectF(QRect(corner, size)), text);
}

void PictureOverlay::plate(const QRectF& area, const QString& text) {
  painter_.save();
  painter_.setRenderHint(QPainter::Antialiasing);
  painter_.setPen(Qt::NoPen);
  painter_.setBrush(paper(190));
  painter_.drawRoundedRect(area, 4, 4);
  painter_.setPen(ink(255));
  painter_.drawText(area, Qt::AlignCenter, text);
  painter_.restore();
}

}  // namespace earwitness::gui
