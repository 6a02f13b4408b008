// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/result/confusion_view.h"

#include <QAccessible>
#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"

namespace earwitness::gui {

namespace {

constexpr double kLargestCell = 64.0;
constexpr double kSmallestCell = 0.5;
constexpr double kZoomStep = 1.25;

}  // namespace

ConfusionView::ConfusionView(QWidget* parent) : QAbstractScrollArea(parent) {
  setObjectName(QStringLiteral("confusionView"));
  setAccessibleName(tr("Confusion matrix"));
  setFocusPolicy(Qt::StrongFocus);
  setFrameShape(QFrame::NoFrame);
  viewport()->setMouseTracking(true);
}

void ConfusionView::setMatrix(const ConfusionMatrix& matrix,
                              const std::vector<std::string>& labels) {
  table_.setMatrix(matrix, labels);
  grid_.nClasses = nClasses();
  current_ = {};
  hovered_.reset();
  zoom_ = Zoom::Read;
  setOrder(table_.order());
  setCurrent(nClasses() > 0 ? Cell{order().front(), order().front()} : Cell{});
}

void ConfusionView::setOrder(std::vector<int> order) {
  table_.setOrder(std::move(order));
  measureHeaders();
  drawImage();
  if (zoom_ == Zoom::Read) zoomToRead();
  updateScrollBars();
  if (nClasses() > 0) makeVisible(current_);
  viewport()->update();
}

void ConfusionView::setRates(bool rates) {
  table_.setRates(rates);
  drawImage();
  viewport()->update();
  setCurrent(current_);
}

QString ConfusionView::describe(Cell cell) const {
  if (nClasses() == 0) return tr("There are no validation clips.");
  const long count = table_.count(cell);
  const long all = table_.matrix().targets(cell.target);
  const QString& target = table_.labels()[size_t(cell.target)];
  if (all == 0) return tr("%1: no validation clips").arg(target);
  const QString share = percentText(float(count) / float(all));
  if (cell.target == cell.prediction)
    return tr("%1, correct: %2 of %3 clips (%4)").arg(target).arg(count).arg(all).arg(share);
  return tr("%1, predicted as %2: %3 of %4 clips (%5)")
      .arg(target, table_.labels()[size_t(cell.prediction)])
      .arg(count)
      .arg(all)
      .arg(share);
}

void ConfusionView::setCurrent(Cell cell) {
  if (nClasses() == 0) {
    setAccessibleDescription(describe(cell));
    return;
  }
  current_ = cell;
  setAccessibleDescription(describe(cell));
  QAccessibleEvent event(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&event);
  viewport()->update();
}

void ConfusionView::goTo(Cell cell) {
  setCurrent(cell);
  if (nClasses() > 0) makeVisible(current_);
}

void ConfusionView::setHovered(std::optional<Cell> cell) {
  if (cell == hovered_) return;
  hovered_ = cell;
  viewport()->update();
}

ConfusionGrid ConfusionView::grid() const {
  ConfusionGrid now = grid_;
  now.viewport = viewport()->size();
  now.scrolled = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
  return now;
}

QRect ConfusionView::rectOf(Cell cell) const {
  return grid().rectOf(table_.placeOf(cell.target), table_.placeOf(cell.prediction));
}

std::optional<ConfusionView::Cell> ConfusionView::cellAt(const QPoint& point) const {
  const auto place = grid().placeAt(point);
  if (!place) return std::nullopt;
  return table_.cellAt(place->y(), place->x());
}

ConfusionPainter::Headings ConfusionView::headings() const {
  return {.predicted = tr("predicted →"), .actual = tr("actual ↓")};
}

void ConfusionView::measureHeaders() {
  QFont bold = font();  // as the marked one is written
  bold.setBold(true);
  const QFontMetrics metrics(bold);
  int widest = 0;
  for (const QString& label : table_.labels())
    widest = std::max(widest, metrics.horizontalAdvance(label));
  // What does not fit is cut, and the tool tip has it.
  const QFontMetrics corner(smallFont(font()));
  grid_.setHeaders(widest, corner.horizontalAdvance(headings().predicted), size());
}

void ConfusionView::drawImage() {
  image_ = ConfusionPainter(table_, grid_, palette(), font()).image();
}

void ConfusionView::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  painter.fillRect(viewport()->rect(), palette().color(QPalette::Window));
  if (nClasses() == 0) {
    painter.setPen(themeColours(palette()).muted);
    painter.drawText(viewport()->rect().adjusted(20, 20, -20, -20),
                     Qt::AlignCenter | Qt::TextWordWrap, describe({}));
    return;
  }
  const ConfusionGrid shown = grid();
  ConfusionPainter(table_, shown, palette(), font())
      .paint(painter, image_, {.current = current_, .hovered = hovered_, .hasFocus = hasFocus()},
             headings());
}

void ConfusionView::setCellPixels(double pixels, std::optional<QPoint> around) {
  const double before = grid_.cell;
  grid_.cell = std::clamp(pixels, kSmallestCell, kLargestCell);
  const double small = ConfusionPainter::kSmallCell;
  if ((before < small) != (grid_.cell < small)) drawImage();
  const ConfusionGrid now = grid();
  const QPoint anchor = around.value_or(now.field().center());
  const QPointF inside = QPointF(anchor) - now.origin();
  updateScrollBars();
  const QPointF moved = inside * (grid_.cell / before - 1.0);
  horizontalScrollBar()->setValue(horizontalScrollBar()->value() + int(std::lround(moved.x())));
  verticalScrollBar()->setValue(verticalScrollBar()->value() + int(std::lround(moved.y())));
  viewport()->update();
}

void ConfusionView::zoomBy(double factor) {
  zoom_ = Zoom::Own;
  const bool isInView = nClasses() > 0 && grid().field().intersects(rectOf(current_));
  setCellPixels(grid_.cell * factor,
                isInView ? std::optional(rectOf(current_).center()) : std::nullopt);
}

void ConfusionView::zoomToFit() {
  if (nClasses() == 0) return;
  zoom_ = Zoom::Fit;
  // The room that there is without scroll bars, whatever stands there now.
  setCellPixels(grid_.fittingCell(maximumViewportSize()), std::nullopt);
}

void ConfusionView::zoomToRead() {
  if (nClasses() == 0) return;
  zoom_ = Zoom::Read;
  setCellPixels(std::max(grid_.fittingCell(maximumViewportSize()), double(fontMetrics().height())),
                std::nullopt);
}

void ConfusionView::updateScrollBars() {
  const QRect room = grid().field();
  const int whole = int(std::ceil(grid_.cell * nClasses()));
  for (auto [bar, page] : {std::pair(horizontalScrollBar(), room.width()),
                           std::pair(verticalScrollBar(), room.height())}) {
    bar->setRange(0, std::max(0, whole - page));
    bar->setPageStep(std::max(1, page));
    bar->setSingleStep(std::max(1, int(grid_.cell)));
  }
}

void ConfusionView::makeVisible(Cell cell) {
  const QRect room = grid().field();
  const QRect place = rectOf(cell);
  const auto moveBy = [](QScrollBar* bar, int before, int behind) {
    if (before < 0) bar->setValue(bar->value() + before);
    if (behind > 0) bar->setValue(bar->value() + behind);
  };
  moveBy(horizontalScrollBar(), place.left() - room.left(), place.right() - room.right());
  moveBy(verticalScrollBar(), place.top() - room.top(), place.bottom() - room.bottom());
}

// ---- Keyboard and mouse
// ------------------------------------------------------------------------------

void ConfusionView::moveCursor(int rows, int columns) {
  const int last = nClasses() - 1;
  const int row = std::clamp(table_.placeOf(current_.target) + rows, 0, last);
  const int column = std::clamp(table_.placeOf(current_.prediction) + columns, 0, last);
  setCurrent(table_.cellAt(row, column));
  makeVisible(current_);
}

/// To the next cell with clips in a direction; stays where there is none.
void ConfusionView::jump(int rows, int columns) {
  int row = table_.placeOf(current_.target);
  int column = table_.placeOf(current_.prediction);
  while (true) {
    row += rows;
    column += columns;
    if (row < 0 || column < 0 || row >= nClasses() || column >= nClasses()) return;
    const Cell cell = table_.cellAt(row, column);
    if (table_.count(cell) == 0) continue;
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
  const int page = std::max(1, int(grid().field().height() / grid_.cell) - 1);
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
  setCellPixels(grid_.cell * std::pow(kZoomStep, event->angleDelta().y() / 120.0),
                event->position().toPoint());
}

bool ConfusionView::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave) setHovered(std::nullopt);
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto cell = cellAt(help->pos()))
      QToolTip::showText(help->globalPos(), describe(*cell), viewport(), rectOf(*cell));
    else
      QToolTip::hideText();
    return true;
  }
  return QAbstractScrollArea::viewportEvent(event);
}

void ConfusionView::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  measureHeaders();
  if (zoom_ == Zoom::Read) zoomToRead();
  if (zoom_ == Zoom::Fit) zoomToFit();
  updateScrollBars();
  if (nClasses() > 0 && zoom_ == Zoom::Read) makeVisible(current_);
}

void ConfusionView::changeEvent(QEvent* event) {
  QAbstractScrollArea::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) drawImage();
  if (event->type() == QEvent::FontChange) measureHeaders();
}

void ConfusionView::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}

void ConfusionView::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  viewport()->update();
}

}  // namespace earwitness::gui
