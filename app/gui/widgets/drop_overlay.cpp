// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/drop_overlay.h"

#include <QPainter>

#include "app/gui/base/theme.h"

namespace earwitness::gui {

DropOverlay::DropOverlay(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("dropOverlay"));
  setAttribute(Qt::WA_TransparentForMouseEvents);
  hide();
}

void DropOverlay::showFor(int things) {
  showWith(things > 1 ? tr("Drop to analyse (%1)").arg(things) : tr("Drop to analyse"),
           tr("Audio files, videos, or a folder of them"));
}

void DropOverlay::showWith(const QString& text, const QString& hint) {
  text_ = text;
  hint_ = hint;
  setGeometry(parentWidget()->rect());
  raise();
  show();
}

void DropOverlay::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QColor veil = palette().color(QPalette::Window);
  veil.setAlphaF(0.82F);
  painter.fillRect(rect(), veil);
  QPen pen(themeColours(palette()).accent, 2.5, Qt::DashLine, Qt::RoundCap);
  painter.setPen(pen);
  painter.drawRoundedRect(QRectF(rect()).adjusted(18, 18, -18, -18), 12, 12);
  QFont large = font();
  large.setPointSizeF(large.pointSizeF() * 1.7);
  large.setBold(true);
  painter.setFont(large);
  painter.setPen(palette().color(QPalette::WindowText));
  painter.drawText(rect().adjusted(0, 0, 0, -24), Qt::AlignCenter, text_);
  painter.setFont(font());
  painter.setPen(themeColours(palette()).muted);
  painter.drawText(rect().adjusted(0, 40, 0, 16), Qt::AlignCenter, hint_);
}

}  // namespace earwitness::gui
