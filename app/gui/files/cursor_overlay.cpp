// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/cursor_overlay.h"

#include <QEvent>
#include <QPainter>
#include <cmath>

#include "app/gui/base/theme.h"
#include "app/gui/files/time_view.h"
#include "app/gui/files/timeline.h"

namespace earwitness::gui {

CursorOverlay::CursorOverlay(Timeline* timeline, const TimeView* ruler, QWidget* parent)
    : QWidget(parent), timeline_(timeline), view_(ruler) {
  setObjectName(QStringLiteral("fileCursor"));
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAttribute(Qt::WA_NoSystemBackground);
  parent->installEventFilter(this);
  connect(timeline_, &Timeline::cursorChanged, this, &CursorOverlay::moveCursor);
  connect(timeline_, &Timeline::viewChanged, this, qOverload<>(&QWidget::update));
  connect(timeline_, &Timeline::selectionChanged, this, qOverload<>(&QWidget::update));
}

bool CursorOverlay::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize || event->type() == QEvent::Show) {
    setGeometry(parentWidget()->rect());
    raise();
  }
  return QWidget::eventFilter(watched, event);
}

QRect CursorOverlay::ruler() const {
  const QRect plot = view_->plotRect();
  return {view_->mapTo(parentWidget(), plot.topLeft()), plot.size()};
}

int CursorOverlay::cursorX() const {
  return int(std::lround(timeline_->xOf(timeline_->cursor(), ruler())));
}

/// Only the two strips are drawn anew: what is below them is dear.
void CursorOverlay::moveCursor() {
  for (const int x : {drawnX_, cursorX()}) update(x - 2, 0, 5, height());
}

void CursorOverlay::paintEvent(QPaintEvent*) {
  if (timeline_->seconds() <= 0.0) return;
  QPainter painter(this);
  const QRect plot = ruler();
  const QRect area(plot.x(), 0, plot.width(), height());
  painter.setClipRect(area);
  if (timeline_->hasSelection()) {
    QColor veil = themeColours(palette()).accent;
    veil.setAlphaF(0.22F);
    const double left = timeline_->xOf(timeline_->selectedFrom(), plot);
    const double right = timeline_->xOf(timeline_->selectedTo(), plot);
    painter.fillRect(QRectF(left, 0, right - left, height()), veil);
  }
  drawnX_ = cursorX();
  // Seen on a dark picture as on a light plot.
  painter.fillRect(drawnX_ - 1, 0, 3, height(), QColor(0, 0, 0, 90));
  painter.fillRect(drawnX_, 0, 1, height(), QColor(255, 255, 255));
}

}  // namespace earwitness::gui
