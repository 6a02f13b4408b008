// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/result/confusion_view.h"

#include <QAccessible>
#include <QEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/gui/base/text_format.h"

namespace earwitness::gui {

namespace {

constexpr double kLargestCell = 64.0;
constexpr double kSmallestCell = 0.5;

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
  matrix_ = matrix;
  labels_.clear();
  for (const std::string& label : labels) labels_.push_back(displayLabel(label));
  mostClips_ = 1;
  for (const auto& [cell, count] : matrix.cells()) mostClips_ = std::max(mostClips_, count);
  current_ = {};
  hovered_.reset();
  zoom_ = Zoom::Read;
  std::vector<int> order(size_t(matrix.nClasses()));
  std::iota(order.begin(), order.end(), 0);
  setOrder(std::move(order));
  setCurrent(nClasses() > 0 ? Cell{order_.front(), order_.front()} : Cell{});
}

void ConfusionView::setOrder(std::vector<int> order) {
  order_ = std::move(order);
  places_.assign(order_.size(), 0);
  for (size_t place = 0; place < order_.size(); ++place)
    places_[size_t(order_[place])] = int(place);
  measureHeaders();
  drawImage();
  if (zoom_ == Zoom::Read) zoomToRead();
  updateScrollBars();
  if (nClasses() > 0) makeVisible(current_);
  viewport()->update();
}

void ConfusionView::setRates(bool rates) {
  rates_ = rates;
  drawImage();
  viewport()->update();
  setCurrent(current_);
}

QString ConfusionView::cellText(Cell cell) const {
  const long count = matrix_.count(cell.target, cell.prediction);
  if (count == 0) return {};
  if (!rates_) return QLocale().toString(qlonglong(count));
  return percentText(float(count) / float(matrix_.targets(cell.target)));
}

QString ConfusionView::describe(Cell cell) const {
  if (nClasses() == 0) return tr("There are no validation clips.");
  const long count = matrix_.count(cell.target, cell.prediction);
  const long all = matrix_.targets(cell.target);
  const QString& target = labels_[size_t(cell.target)];
  if (all == 0) return tr("%1: no validation clips").arg(target);
  const QString share = percentText(float(count) / float(all));
  if (cell.target == cell.prediction)
    return tr("%1, correct: %2 of %3 clips (%4)").arg(target).arg(count).arg(all).arg(share);
  return tr("%1, predicted as %2: %3 of %4 clips (%5)")
      .arg(target, labels_[size_t(cell.prediction)])
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

QRect ConfusionView::field() const {
  return viewport()->rect().adjusted(rowHeader_, columnHeader_, 0, 0);
}

/// Where the first cell begins.
QPointF ConfusionView::origin() const {
  return {double(rowHeader_ - horizontalScrollBar()->value()),
          double(columnHeader_ - verticalScrollBar()->value())};
}

QRect ConfusionView::rectOf(Cell cell) const {
  const QPointF start = origin();
  const auto edge = [this](double from, int place) {
    return int(std::lround(from + place * cell_));
  };
  const int row = placeOf(cell.target);
  const int column = placeOf(cell.prediction);
  const QPoint corner(edge(start.x(), column), edge(start.y(), row));
  const QPoint next(edge(start.x(), column + 1), edge(start.y(), row + 1));
  return {corner, QSize(std::max(1, next.x() - corner.x()), std::max(1, next.y() - corner.y()))};
}

std::optional<ConfusionView::Cell> ConfusionView::cellAt(const QPoint& place) const {
  if (nClasses() == 0 || !field().contains(place)) return std::nullopt;
  const QPointF start = origin();
  const int column = int(std::floor((place.x() - start.x()) / cell_));
  const int row = int(std::floor((place.y() - start.y()) / cell_));
  if (row < 0 || column < 0 || row >= nClasses() || column >= nClasses()) return std::nullopt;
  return Cell{order_[size_t(row)], order_[size_t(column)]};
}

void ConfusionView::setCellPixels(double pixels, std::optional<QPoint> around) {
  const double before = cell_;
  cell_ = std::clamp(pixels, kSmallestCell, kLargestCell);
  if ((before < kSmallCell) != (cell_ < kSmallCell)) drawImage();
  const QPoint anchor = around.value_or(field().center());
  const QPointF inside = QPointF(anchor) - origin();
  updateScrollBars();
  const QPointF moved = inside * (cell_ / before - 1.0);
  horizontalScrollBar()->setValue(horizontalScrollBar()->value() + int(std::lround(moved.x())));
  verticalScrollBar()->setValue(verticalScrollBar()->value() + int(std::lround(moved.y())));
  viewport()->update();
}

double ConfusionView::fittingPixels() const {
  // The room that there is without scroll bars, whatever stands there now.
  const QSize room = maximumViewportSize() - QSize(rowHeader_, columnHeader_);
  return std::max(1.0, double(std::min(room.width(), room.height()))) / nClasses();
}

void ConfusionView::zoomBy(double factor) {
  zoom_ = Zoom::Own;
  const bool isInView = nClasses() > 0 && field().intersects(rectOf(current_));
  setCellPixels(cell_ * factor, isInView ? std::optional(rectOf(current_).center()) : std::nullopt);
}

void ConfusionView::zoomToFit() {
  if (nClasses() == 0) return;
  zoom_ = Zoom::Fit;
  setCellPixels(fittingPixels(), std::nullopt);
}

void ConfusionView::zoomToRead() {
  if (nClasses() == 0) return;
  zoom_ = Zoom::Read;
  setCellPixels(std::max(fittingPixels(), double(fontMetrics().height())), std::nullopt);
}

void ConfusionView::updateScrollBars() {
  const QRect room = field();
  const int whole = int(std::ceil(cell_ * nClasses()));
  for (auto [bar, page] : {std::pair(horizontalScrollBar(), room.width()),
                           std::pair(verticalScrollBar(), room.height())}) {
    bar->setRange(0, std::max(0, whole - page));
    bar->setPageStep(std::max(1, page));
    bar->setSingleStep(std::max(1, int(cell_)));
  }
}

void ConfusionView::makeVisible(Cell cell) {
  const QRect room = field();
  const QRect place = rectOf(cell);
  const auto moveBy = [](QScrollBar* bar, int before, int behind) {
    if (before < 0) bar->setValue(bar->value() + before);
    if (behind > 0) bar->setValue(bar->value() + behind);
  };
  moveBy(horizontalScrollBar(), place.left() - room.left(), place.right() - room.right());
  moveBy(verticalScrollBar(), place.top() - room.top(), place.bottom() - room.bottom());
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
