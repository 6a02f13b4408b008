// SPDX-License-Identifier: GPL-3.0-or-later
// How the confusion matrix is drawn; what it does is in confusion_view.cpp.
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/training/result/confusion_view.h"

namespace earwitness::gui {

namespace {

constexpr int kLabelGap = 6;
constexpr int kShortestHeader = 44;
constexpr double kGridFrom = 6.0;  ///< pixels a cell from which lines stand between them
constexpr double kFaintest = 0.12;
constexpr double kFaintestOfSmall = 0.5;  ///< of cells that are dots

QColor blend(const QColor& from, const QColor& to, double share) {
  const auto mix = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
  return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

double lightnessOf(const QColor& colour) {
  return 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue();
}

}  // namespace

/// 0 for nothing, 1 for the most there can be; small shares are lifted, as they are what is looked
/// for.
double ConfusionView::strengthOf(Cell cell) const {
  const long count = matrix_.count(cell.target, cell.prediction);
  if (count == 0) return 0.0;
  const long most = rates_ ? matrix_.targets(cell.target) : mostClips_;
  const double faintest = cell_ < kSmallCell ? kFaintestOfSmall : kFaintest;
  return faintest + (1.0 - faintest) * std::sqrt(double(count) / double(std::max(1L, most)));
}

QColor ConfusionView::colourOf(Cell cell) const {
  const ThemeColours& colours = themeColours(palette());
  const QColor& full = cell.target == cell.prediction ? colours.accent : colours.series[0];
  return blend(palette().color(QPalette::Base), full, strengthOf(cell));
}

void ConfusionView::drawImage() {
  if (nClasses() == 0) {
    image_ = QImage();
    return;
  }
  image_ = QImage(nClasses(), nClasses(), QImage::Format_RGB32);
  image_.fill(palette().color(QPalette::Base));
  const auto put = [this](Cell cell) {
    image_.setPixelColor(placeOf(cell.prediction), placeOf(cell.target), colourOf(cell));
  };
  for (const auto& [cell, count] : matrix_.cells()) put({cell.first, cell.second});
}

void ConfusionView::measureHeaders() {
  QFont bold = font();  // as the marked one is written
  bold.setBold(true);
  const QFontMetrics metrics(bold);
  int longest = 0;
  for (const QString& label : labels_)
    longest = std::max(longest, metrics.horizontalAdvance(label));
  longest += 2 * kLabelGap + 2;
  // A third of the view at most: what does not fit is cut, and the tool tip has it.
  const int corner =
      QFontMetrics(smallFont(font())).horizontalAdvance(tr("predicted →")) + 2 * kLabelGap;
  const int shortest = std::max(kShortestHeader, corner);
  rowHeader_ = std::clamp(longest, shortest, std::max(shortest, width() / 3));
  columnHeader_ = std::clamp(longest, kShortestHeader, std::max(kShortestHeader, height() / 3));
}

/// Every how many classes there is room for a label.
int ConfusionView::labelStep() const {
  return std::max(1, int(std::ceil(double(fontMetrics().height()) * 0.95 / cell_)));
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
  painter.save();
  painter.setClipRect(field());
  paintCells(painter);
  paintMarks(painter);
  painter.restore();
  paintHeaders(painter);
}

void ConfusionView::paintCells(QPainter& painter) {
  const QPointF start = origin();
  const QRect room = field();
  const auto firstOf = [&](double from, int edge) {
    return std::clamp(int(std::floor((edge - from) / cell_)), 0, nClasses());
  };
  const int firstColumn = firstOf(start.x(), room.left());
  const int firstRow = firstOf(start.y(), room.top());
  const int endColumn = std::min(nClasses(), firstOf(start.x(), room.right() + 1) + 1);
  const int endRow = std::min(nClasses(), firstOf(start.y(), room.bottom() + 1) + 1);
  const QRect shown(firstColumn, firstRow, endColumn - firstColumn, endRow - firstRow);
  const QPointF corner = start + QPointF(firstColumn * cell_, firstRow * cell_);
  const QRectF target(corner, QSizeF(shown.width() * cell_, shown.height() * cell_));
  painter.setRenderHint(QPainter::SmoothPixmapTransform, cell_ < 1.0);
  painter.drawImage(target, image_, shown);
  if (cell_ < kGridFrom) {
    painter.setPen(themeColours(palette()).border);
    painter.drawRect(target.adjusted(0, 0, -1, -1));
    return;
  }
  painter.setPen(themeColours(palette()).grid);
  for (int column = firstColumn; column <= endColumn; ++column) {
    const int x = int(std::lround(start.x() + column * cell_));
    painter.drawLine(x, int(target.top()), x, int(target.bottom()));
  }
  for (int row = firstRow; row <= endRow; ++row) {
    const int y = int(std::lround(start.y() + row * cell_));
    painter.drawLine(int(target.left()), y, int(target.right()), y);
  }
  paintNumbers(painter, firstRow, endRow, firstColumn, endColumn);
}

void ConfusionView::paintNumbers(QPainter& painter, int firstRow, int endRow, int firstColumn,
                                 int endColumn) {
  painter.setFont(smallFont(font()));
  const QFontMetrics metrics = painter.fontMetrics();
  const QString widest = rates_ ? QStringLiteral("100") : QString::number(mostClips_);
  if (cell_ < metrics.horizontalAdvance(widest) + 4 || cell_ < metrics.height() + 2) return;
  const QColor text = palette().color(QPalette::Text);
  const QColor base = palette().color(QPalette::Base);
  for (int row = firstRow; row < endRow; ++row)
    for (int column = firstColumn; column < endColumn; ++column) {
      const Cell cell{order_[size_t(row)], order_[size_t(column)]};
      QString words = cellText(cell);
      if (words.isEmpty()) continue;
      if (metrics.horizontalAdvance(words) > cell_ - 6) words = words.remove(u'%').trimmed();
      const double shade = lightnessOf(colourOf(cell));
      const bool onText = std::abs(shade - lightnessOf(text)) > std::abs(shade - lightnessOf(base));
      painter.setPen(onText ? text : base);
      painter.drawText(rectOf(cell), Qt::AlignCenter, words);
    }
}

void ConfusionView::paintMarks(QPainter& painter) {
  painter.setBrush(Qt::NoBrush);
  const auto frame = [&](Cell cell, const QColor& colour, int width) {
    QRect place = rectOf(cell);
    const int least = 5;  // of a mark that can be seen
    if (place.width() < least)
      place = QRect(place.center() - QPoint(least / 2, least / 2), QSize(least, least));
    painter.setPen(QPen(colour, width));
    painter.drawRect(place.adjusted(0, 0, -1, -1));
  };
  if (hovered_) frame(*hovered_, themeColours(palette()).muted, 1);
  frame(current_, palette().color(QPalette::Text), hasFocus() ? 3 : 1);
}

void ConfusionView::paintHeaders(QPainter& painter) {
  painter.setRenderHint(QPainter::Antialiasing);
  const Cell marked = hovered_.value_or(current_);
  paintRowLabels(painter, marked);
  paintColumnLabels(painter, marked);
  // Which way to read.
  const QRect corner(0, 0, rowHeader_, columnHeader_);
  painter.setFont(smallFont(font()));
  painter.setPen(themeColours(palette()).muted);
  const QRect text = corner.adjusted(kLabelGap, kLabelGap, -kLabelGap, -2);
  painter.drawText(text, Qt::AlignRight | Qt::AlignTop, tr("predicted →"));
  painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom, tr("actual ↓"));
}

void ConfusionView::paintRowLabels(QPainter& painter, const Cell& marked) {
  painter.save();
  painter.setClipRect(QRect(0, columnHeader_, rowHeader_, viewport()->height() - columnHeader_));
  const int height = fontMetrics().height();
  const int step = labelStep();
  const auto write = [&](int row, bool isMarked) {
    QFont style = font();
    style.setBold(isMarked);
    painter.setFont(style);
    const double middle = origin().y() + (row + 0.5) * cell_;
    const QRect place(kLabelGap, int(std::lround(middle - height / 2.0)),
                      rowHeader_ - 2 * kLabelGap, height);
    if (!place.intersects(viewport()->rect())) return;
    if (isMarked) painter.fillRect(place, palette().color(QPalette::Window));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(labels_[size_t(order_[size_t(row)])],
                                                      Qt::ElideRight, place.width()));
  };
  for (int row = step / 2; row < nClasses(); row += step)
    if (std::abs(row - placeOf(marked.target)) >= step) write(row, false);
  write(placeOf(marked.target), true);
  painter.restore();
}

void ConfusionView::paintColumnLabels(QPainter& painter, const Cell& marked) {
  painter.save();
  painter.setClipRect(QRect(rowHeader_, 0, viewport()->width() - rowHeader_, columnHeader_));
  // Written upwards: in turned coordinates x runs up from the field's edge.
  painter.translate(0, columnHeader_);
  painter.rotate(-90.0);
  const int height = fontMetrics().height();
  const int step = labelStep();
  const auto write = [&](int column, bool isMarked) {
    QFont style = font();
    style.setBold(isMarked);
    painter.setFont(style);
    const double middle = origin().x() + (column + 0.5) * cell_;
    if (middle < rowHeader_ - height || middle > viewport()->width() + height) return;
    const QRect place(kLabelGap, int(std::lround(middle - height / 2.0)),
                      columnHeader_ - 2 * kLabelGap, height);
    if (isMarked) painter.fillRect(place, palette().color(QPalette::Window));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(labels_[size_t(order_[size_t(column)])],
                                                      Qt::ElideRight, place.width()));
  };
  for (int column = step / 2; column < nClasses(); column += step)
    if (std::abs(column - placeOf(marked.prediction)) >= step) write(column, false);
  write(placeOf(marked.prediction), true);
  painter.restore();
}

}  // namespace earwitness::gui
