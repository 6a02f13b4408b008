// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/spectrogram_input.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QGestureEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWheelEvent>
#include <cmath>

#include "app/gui/base/text_format.h"
#include "app/gui/live/spectrogram_view.h"

namespace earwitness::gui {

namespace {
constexpr double kZoomStep = 1.25;
constexpr double kWheelStep = 120.0;  // of angleDelta: one notch
constexpr double kPanStep = 0.1;      // of what is visible
constexpr double kSelectStep = 0.02;  // of what is visible
constexpr double kGrabPixels = 4.0;   // around an edge of the selection

struct Text {
  Q_DECLARE_TR_FUNCTIONS(PictureKeys)
};
}  // namespace

QList<QPair<QString, QString>> pictureKeys() {
  return {
      {Text::tr("+, -, Ctrl+wheel"), Text::tr("Show less or more time")},
      {Text::tr("Left, Right, wheel"), Text::tr("Move the frozen spectrogram")},
      {Text::tr("Page up, Page down"), Text::tr("Move by one visible page")},
      {Text::tr("Home, End"), Text::tr("To the oldest or the newest audio")},
      {Text::tr("Shift+drag, Shift+Left, Shift+Right"), Text::tr("Select part of the spectrogram")},
      {Text::tr("Esc"), Text::tr("Clear the selection")},
      {Text::tr("Left, Right in the event lane"), Text::tr("Step through the events")},
  };
}

bool SpectrogramInput::handle(QEvent* event) {
  switch (event->type()) {
    case QEvent::MouseButtonPress:
      return press(static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
      return move(static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease:
      return release(static_cast<QMouseEvent*>(event));
    case QEvent::Wheel:
      return wheel(static_cast<QWheelEvent*>(event));
    case QEvent::KeyPress:
      return key(static_cast<QKeyEvent*>(event));
    case QEvent::NativeGesture:
      return nativeGesture(static_cast<QNativeGestureEvent*>(event));
    case QEvent::Gesture:
      return gesture(static_cast<QGestureEvent*>(event));
    case QEvent::ContextMenu:
      return contextMenu(static_cast<QContextMenuEvent*>(event));
    default:
      return false;
  }
}

// ---- Mouse
// ---------------------------------------------------------------------------------------

bool SpectrogramInput::press(QMouseEvent* event) {
  const QPointF at = event->position();
  if (!view_.plotRect().contains(at.toPoint())) return false;
  drag_ = dragFor(*event);
  moved_ = false;
  pressedAt_ = at;
  lastX_ = at.x();
  pressedEvent_.reset();
  if (event->button() == Qt::LeftButton)
    pressedEvent_ =
        PictureOverlay::eventAt(at, view_.time(), *view_.events(), view_.newestSeconds(),
                                QFontMetrics(smallFont(view_.font())));
  anchorSeconds_ = view_.time().secondsAt(at.x());
  if (!(event->modifiers() & Qt::ShiftModifier))
    anchorSeconds_ = oppositeEdge(at.x()).value_or(anchorSeconds_);
  return event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton;
}

SpectrogramInput::Drag SpectrogramInput::dragFor(const QMouseEvent& event) const {
  const double x = event.position().x();
  const bool frozen = view_.isFrozen();
  if (event.button() == Qt::MiddleButton) return frozen ? Drag::Pan : Drag::None;
  if (event.button() != Qt::LeftButton) return Drag::None;
  if (event.modifiers() & Qt::ShiftModifier) return Drag::Select;
  if (event.modifiers() & Qt::ControlModifier) return frozen ? Drag::Pan : Drag::None;
  if (oppositeEdge(x)) return Drag::Select;
  if (isInSelection(x)) return Drag::Out;
  return frozen ? Drag::Select : Drag::None;
}

bool SpectrogramInput::move(QMouseEvent* event) {
  const QPointF at = event->position();
  if (event->buttons() == Qt::NoButton) drag_ = Drag::None;  // its release went elsewhere
  if (drag_ == Drag::None) {
    showCursorAt(at);
    return false;
  }
  moved_ = moved_ || std::abs(at.x() - pressedAt_.x()) + std::abs(at.y() - pressedAt_.y()) >=
                         QApplication::startDragDistance();
  if (!moved_) return true;
  if (drag_ == Drag::Select) {
    keyboardEdge_ = view_.time().secondsAt(at.x());
    view_.setSelection(TimeStretch{anchorSeconds_, *keyboardEdge_});
  } else if (drag_ == Drag::Pan) {
    view_.pan((lastX_ - at.x()) / std::max(1, view_.plotRect().width()));
    lastX_ = at.x();
  } else {
    drag_ = Drag::None;
    emit view_.selectionDragged();
  }
  return true;
}

bool SpectrogramInput::release(QMouseEvent* event) {
  drag_ = Drag::None;
  if (moved_ || event->button() != Qt::LeftButton) return false;
  if (pressedEvent_) {
    view_.events()->setCurrent(pressedEvent_);
    emit view_.eventActivated(*pressedEvent_);
  } else if (event->modifiers() == Qt::NoModifier) {
    view_.setSelection(std::nullopt);
  }
  return true;
}

std::optional<double> SpectrogramInput::oppositeEdge(double x) const {
  if (!view_.selection()) return std::nullopt;
  const PictureTime time = view_.time();
  const TimeStretch& stretch = *view_.selection();
  if (std::abs(x - time.xOf(stretch.startSeconds)) <= kGrabPixels) return stretch.endSeconds;
  if (std::abs(x - time.xOf(stretch.endSeconds)) <= kGrabPixels) return stretch.startSeconds;
  return std::nullopt;
}

bool SpectrogramInput::isInSelection(double x) const {
  if (!view_.selection()) return false;
  const double seconds = view_.time().secondsAt(x);
  return seconds > view_.selection()->startSeconds && seconds < view_.selection()->endSeconds;
}

void SpectrogramInput::showCursorAt(const QPointF& position) {
  const bool inside = view_.plotRect().contains(position.toPoint());
  if (inside && oppositeEdge(position.x()))
    view_.setCursor(Qt::SizeHorCursor);
  else
    view_.unsetCursor();
}

bool SpectrogramInput::contextMenu(QContextMenuEvent* event) {
  const PictureTime time = view_.time();
  if (event->reason() != QContextMenuEvent::Keyboard) {
    emit view_.contextMenuRequested(time.secondsAt(event->pos().x()), event->globalPos());
    return true;
  }
  double seconds = time.secondsAt(time.plot.center().x());
  if (const auto& stretch = view_.selection())
    seconds = (stretch->startSeconds + stretch->endSeconds) / 2.0;
  const int x = std::clamp(int(time.xOf(seconds)), time.plot.left(), time.plot.right());
  emit view_.contextMenuRequested(seconds, view_.mapToGlobal(QPoint(x, time.plot.center().y())));
  return true;
}

// ---- Wheel and touchpad
// --------------------------------------------------------------------------

bool SpectrogramInput::wheel(QWheelEvent* event) {
  if (event->modifiers() & Qt::ControlModifier) {
    view_.zoom(std::pow(kZoomStep, -event->angleDelta().y() / kWheelStep), event->position().x());
    return true;
  }
  if (!view_.isFrozen()) return false;
  const auto larger = [](const QPoint& delta) {
    return std::abs(delta.x()) > std::abs(delta.y()) ? delta.x() : delta.y();
  };
  if (!event->pixelDelta().isNull())
    view_.pan(-double(larger(event->pixelDelta())) / std::max(1, view_.plotRect().width()));
  else
    view_.pan(-kPanStep * larger(event->angleDelta()) / kWheelStep);
  return true;
}

bool SpectrogramInput::nativeGesture(QNativeGestureEvent* event) {
  if (event->gestureType() != Qt::ZoomNativeGesture) return false;
  view_.zoom(1.0 / std::max(0.2, 1.0 + event->value()), event->position().x());
  return true;
}

bool SpectrogramInput::gesture(QGestureEvent* event) {
  auto* pinch = static_cast<QPinchGesture*>(event->gesture(Qt::PinchGesture));
  if (pinch == nullptr) return false;
  const double x = view_.mapFromGlobal(pinch->centerPoint()).x();
  if (pinch->scaleFactor() > 0.0) view_.zoom(1.0 / pinch->scaleFactor(), x);
  event->accept(pinch);
  return true;
}

// ---- Keys
// ----------------------------------------------------------------------------------------

bool SpectrogramInput::key(QKeyEvent* event) {
  if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) return false;
  switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      view_.zoom(1.0 / kZoomStep);
      return true;
    case Qt::Key_Minus:
      view_.zoom(kZoomStep);
      return true;
    case Qt::Key_Escape:
      if (!view_.selection()) return false;
      view_.setSelection(std::nullopt);
      return true;
    default:
      break;
  }
  if (!view_.isFrozen()) return false;  // what follows moves the picture
  const bool selecting = event->modifiers() & Qt::ShiftModifier;
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
      const double direction = event->key() == Qt::Key_Left ? -1.0 : 1.0;
      selecting ? extendSelection(direction) : view_.pan(direction * kPanStep);
      return true;
    }
    case Qt::Key_PageUp:
      view_.pan(-1.0);
      return true;
    case Qt::Key_PageDown:
      view_.pan(1.0);
      return true;
    case Qt::Key_Home:
      view_.panToStart();
      return true;
    case Qt::Key_End:
      view_.panToEnd();
      return true;
    default:
      return false;
  }
}

void SpectrogramInput::extendSelection(double direction) {
  const double step = direction * kSelectStep * view_.settings().spanSeconds;
  const auto& stretch = view_.selection();
  if (!stretch) {
    const PictureTime time = view_.time();
    anchorSeconds_ = time.secondsAt(time.plot.center().x());
    keyboardEdge_ = anchorSeconds_;
  } else if (keyboardEdge_ != stretch->startSeconds && keyboardEdge_ != stretch->endSeconds) {
    // It was made otherwise.
    anchorSeconds_ = stretch->startSeconds;
    keyboardEdge_ = stretch->endSeconds;
  }
  keyboardEdge_ = std::clamp(*keyboardEdge_ + step, 0.0, view_.newestSeconds());
  view_.setSelection(TimeStretch{anchorSeconds_, *keyboardEdge_});
}

}  // namespace earwitness::gui
