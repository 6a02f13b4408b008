// SPDX-License-Identifier: GPL-3.0-or-later
// How the confusion matrix is gone through by keyboard and mouse.
#include <QKeyEvent>
#include <algorithm>
#include <cmath>

#include "app/gui/training/result/confusion_view.h"

namespace earwitness::gui {

namespace {
constexpr double kZoomStep = 1.25;
}

void ConfusionView::moveCursor(int rows, int columns) {
  const int last = nClasses() - 1;
  const int row = std::clamp(placeOf(current_.target) + rows, 0, last);
  const int column = std::clamp(placeOf(current_.prediction) + columns, 0, last);
  setCurrent({order_[size_t(row)], order_[size_t(column)]});
  makeVisible(current_);
}

/// To the next cell with clips in a direction; stays where there is none.
void ConfusionView::jump(int rows, int columns) {
  int row = placeOf(current_.target);
  int column = placeOf(current_.prediction);
  while (true) {
    row += rows;
    column += columns;
    if (row < 0 || column < 0 || row >= nClasses() || column >= nClasses()) return;
    const Cell cell{order_[size_t(row)], order_[size_t(column)]};
    if (matrix_.count(cell.target, cell.prediction) == 0) continue;
    setCurrent(cell);
    makeVisible(cell);
    return;
  }
}

bool ConfusionView::zoomByKey(int key) {
  if (key == Qt::Key_Plus || key == Qt::Key_Equal)
    zoomBy(kZoomStep);
  else if (key == Qt::Key_Minus)
    zoomBy(1.0 / kZoomStep);
  else if (key == Qt::Key_0)
    zoomToFit();
  else
    return false;
  return true;
}

void ConfusionView::keyPressEvent(QKeyEvent* event) {
  if (nClasses() == 0 || zoomByKey(event->key())) return;
  const bool far = event->modifiers().testFlag(Qt::ControlModifier);
  const auto move = [&](int rows, int columns) {
    far ? jump(rows, columns) : moveCursor(rows, columns);
  };
  const int page = std::max(1, int(field().height() / cell_) - 1);
  switch (event->key()) {
    case Qt::Key_Left:
      return move(0, -1);
    case Qt::Key_Right:
      return move(0, 1);
    case Qt::Key_Up:
      return move(-1, 0);
    case Qt::Key_Down:
      return move(1, 0);
    case Qt::Key_PageUp:
      return moveCursor(-page, 0);
    case Qt::Key_PageDown:
      return moveCursor(page, 0);
    case Qt::Key_Home:
      return moveCursor(far ? -nClasses() : 0, -nClasses());
    case Qt::Key_End:
      return moveCursor(far ? nClasses() : 0, nClasses());
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      emit cellChosen(current_.target, current_.prediction);
      return;
    default:
      QAbstractScrollArea::keyPressEvent(event);
  }
}

void ConfusionView::mousePressEvent(QMouseEvent* event) {
  const auto cell = cellAt(event->pos());
  if (event->button() != Qt::LeftButton || !cell) return;
  setCurrent(*cell);
  emit cellChosen(cell->target, cell->prediction);
}

void ConfusionView::mouseMoveEvent(QMouseEvent* event) {
  setHovered(cellAt(event->pos()));
}

void ConfusionView::wheelEvent(QWheelEvent* event) {
  if (!event->modifiers().testFlag(Qt::ControlModifier)) {
    QAbstractScrollArea::wheelEvent(event);
    return;
  }
  zoom_ = Zoom::Own;
  setCellPixels(cell_ * std::pow(kZoomStep, event->angleDelta().y() / 120.0),
                event->position().toPoint());
}

}  // namespace earwitness::gui
