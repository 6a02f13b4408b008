// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/base/icons.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace earwitness::gui {

namespace {

/// Paths on a grid of 16 x 16.
void paintGlyph(QPainter& painter, Glyph glyph, const QColor& colour) {
  QPen pen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
  painter.setPen(pen);
  painter.setBrush(Qt::NoBrush);
  QPainterPath path;
  switch (glyph) {
    case Glyph::Microphone:
      path.addRoundedRect(QRectF(5.5, 1.5, 5, 8), 2.5, 2.5);
      path.moveTo(3, 7.5);
      path.arcTo(QRectF(3, 2.5, 10, 10), 180, 180);
      path.moveTo(8, 12.5);
      path.lineTo(8, 14.5);
      path.moveTo(5.5, 14.5);
      path.lineTo(10.5, 14.5);
      break;
    case Glyph::Stop:
      painter.setBrush(colour);
      path.addRoundedRect(QRectF(3.5, 3.5, 9, 9), 1, 1);
      break;
    case Glyph::Pause:
      painter.setBrush(colour);
      path.addRoundedRect(QRectF(4, 3, 2.5, 10), 0.8, 0.8);
      path.addRoundedRect(QRectF(9.5, 3, 2.5, 10), 0.8, 0.8);
      break;
    case Glyph::Play:
      painter.setBrush(colour);
      path.moveTo(5, 3);
      path.lineTo(13, 8);
      path.lineTo(5, 13);
      path.closeSubpath();
      break;
    case Glyph::Folder:
      path.moveTo(1.5, 12.5);
      path.lineTo(1.5, 3.5);
      path.lineTo(6, 3.5);
      path.lineTo(7.5, 5.5);
      path.lineTo(14.5, 5.5);
      path.lineTo(14.5, 12.5);
      path.closeSubpath();
      break;
    case Glyph::Record:
      painter.setBrush(colour);
      path.addEllipse(QRectF(4, 4, 8, 8));
      break;
    case Glyph::Check:
      path.moveTo(3, 8.5);
      path.lineTo(6.5, 12);
      path.lineTo(13, 4.5);
      break;
    case Glyph::Cross:
      path.moveTo(4, 4);
      path.lineTo(12, 12);
      path.moveTo(12, 4);
      path.lineTo(4, 12);
      break;
    case Glyph::Tag:
      path.moveTo(2.5, 2.5);
      path.lineTo(8, 2.5);
      path.lineTo(13.5, 8);
      path.lineTo(8, 13.5);
      path.lineTo(2.5, 8);
      path.closeSubpath();
      path.addEllipse(QPointF(5.5, 5.5), 0.9, 0.9);
      break;
    case Glyph::History:
      path.addEllipse(QRectF(2.5, 2.5, 11, 11));
      path.moveTo(8, 5);
      path.lineTo(8, 8.3);
      path.lineTo(10.3, 9.8);
      break;
    case Glyph::Settings:
      for (const double y : {4.0, 8.0, 12.0}) {
        path.moveTo(2.5, y);
        path.lineTo(13.5, y);
      }
      painter.drawPath(path);
      path = QPainterPath();
      painter.setBrush(colour);
      path.addEllipse(QPointF(10.5, 4), 1.6, 1.6);
      path.addEllipse(QPointF(5.5, 8), 1.6, 1.6);
      path.addEllipse(QPointF(9.5, 12), 1.6, 1.6);
      break;
    case Glyph::Train:  // a falling curve between its axes
      path.moveTo(2.5, 2.5);
      path.lineTo(2.5, 13.5);
      path.lineTo(13.5, 13.5);
      path.moveTo(5, 4);
      path.cubicTo(6, 9.5, 8.5, 10.5, 13, 11);
      break;
    case Glyph::Clear:  // within its field
      path.moveTo(5, 5);
      path.lineTo(11, 11);
      path.moveTo(11, 5);
      path.lineTo(5, 11);
      break;
    case Glyph::More:  // than there is room for
      for (const double x : {4.0, 8.5}) {
        path.moveTo(x, 4);
        path.lineTo(x + 3.5, 8);
        path.lineTo(x, 12);
      }
      break;
    case Glyph::Warning:
      path.moveTo(8, 2);
      path.lineTo(14.5, 13.5);
      path.lineTo(1.5, 13.5);
      path.closeSubpath();
      path.moveTo(8, 6.5);
      path.lineTo(8, 9.5);
      path.moveTo(8, 11.6);
      path.lineTo(8, 11.7);
      break;
  }
  painter.drawPath(path);
}

class GlyphEngine : public QIconEngine {
 public:
  explicit GlyphEngine(Glyph glyph) : glyph_(glyph) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    const QPalette palette = QApplication::palette();
    const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
    const QColor colour = palette.color(group, QPalette::ButtonText);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.topLeft());
    painter->scale(rect.width() / 16.0, rect.height() / 16.0);
    paintGlyph(*painter, glyph_, colour);
    painter->restore();
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect({}, size), mode, state);
    return pixmap;
  }
  QIconEngine* clone() const override { return new GlyphEngine(glyph_); }

 private:
  Glyph glyph_;
};

}  // namespace

QIcon icon(Glyph glyph) {
  return QIcon(new GlyphEngine(glyph));
}

}  // namespace earwitness::gui
