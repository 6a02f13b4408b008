// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/time_view.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "app/gui/files/timeline.h"
#include "app/gui/widgets/axis_ticks.h"

namespace earwitness::gui {

namespace {
constexpr double kStep = 120.0;  // of a wheel, in Qt's units
constexpr double kZoomPerStep = 0.8;
constexpr double kPanPerStep = 0.1;  // of what is in view
}  // namespace

TimeView::TimeView(Timeline* timeline, QWidget* parent) : QWidget(parent), timeline_(timeline) {
  setMouseTracking(true);
  connect(timeline_, &Timeline::viewChanged, this, qOverload<>(&QWidget::update));
}

double TimeView::xOf(double seconds) const {
  return timeline_->xOf(seconds, plotRect());
}

double TimeView::secondsAt(int x) const {
  return std::clamp(timeline_->secondsAt(x, plotRect()), 0.0, timeline_->seconds());
}

QString TimeView::describe(const QPoint& point) const {
  return positionLabel(secondsAt(point.x()), 0.1);
}

void TimeView::click(const QPoint& point) {
  const double seconds = secondsAt(point.x());
  timeline_->clearSelection();
  timeline_->setCursor(seconds);
  emit positionChosen(seconds);
}

void TimeView::wheelEvent(QWheelEvent* event) {
  const QPoint angle = event->angleDelta();
  const int delta = angle.y() != 0 ? angle.y() : angle.x();
  if (timeline_->seconds() <= 0.0 || delta == 0) return event->ignore();
  if (event->modifiers().testFlag(Qt::ControlModifier))
    timeline_->zoom(std::pow(kZoomPerStep, delta / kStep), secondsAt(int(event->position().x())));
  else if (!timeline_->showsAll())
    timeline_->pan(-delta / kStep * kPanPerStep * timeline_->span());
  else
    return event->ignore();
  event->accept();
}

void TimeView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || timeline_->seconds() <= 0.0) return event->ignore();
  pressed_ = event->pos();
  dragging_ = false;
}

void TimeView::mouseMoveEvent(QMouseEvent* event) {
  const bool inside = plotRect().contains(event->pos());
  QString text = inside && timeline_->seconds() > 0.0 ? describe(event->pos()) : QString();
  if (const QString clock = timeline_->clockText(secondsAt(event->pos().x()));
      !text.isEmpty() && !clock.isEmpty())
    text += QStringLiteral(" · ") + clock;
  emit readOut(text);
  if (!pressed_) return;
  const int moved = std::abs(event->pos().x() - pressed_->x());
  dragging_ = dragging_ || moved >= QApplication::startDragDistance();
  if (dragging_) timeline_->select(secondsAt(pressed_->x()), secondsAt(event->pos().x()));
}

void TimeView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !pressed_) return event->ignore();
  if (dragging_)
    timeline_->setCursor(timeline_->selectedFrom());
  else
    click(event->pos());
  pressed_.reset();
}

void TimeView::leaveEvent(QEvent*) {
  emit readOut({});
}

}  // namespace earwitness::gui
