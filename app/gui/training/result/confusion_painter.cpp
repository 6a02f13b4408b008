// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/result/confusion_painter.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"

namespace earwitness::gui {

namespace {

constexpr int kLabelGap = ConfusionGrid::kLabelGap;
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

QColor ConfusionPainter::colourOf(ConfusionCell cell) const {
  const ThemeColours& colours = themeColours(palette_);
  const QColor& full = cell.target == cell.prediction ? colours.accent : colours.series[0];
  const double faintest = grid_.cell < kSmallCell ? kFaintestOfSmall : kFaintest;
  return blend(palette_.color(QPalette::Base), full, table_.strength(cell, faintest));
}

QRect ConfusionPainter::rectOf(ConfusionCell cell) const {
  return grid_.rectOf(table_.placeOf(cell.target), table_.placeOf(cell.prediction));
}

QImage ConfusionPainter::image() const {
  if (table_.nClasses() == 0) return {};
  QImage image(table_.nClasses(), table_.nClasses(), QImage::Format_RGB32);
  image.fill(palette_.color(QPalette::Base));
  for (const auto& [key, count] : table_.matrix().cells()) {
    const ConfusionCell cell{key.first, key.second};
    image.setPixelColor(table_.placeOf(cell.prediction), table_.placeOf(cell.target),
                        colourOf(cell));
  }
  return image;
}

void ConfusionPainter::paint(QPainter& painter, const QImage& image, const Marks& marks,
                             const Headings& headings) const {
  painter.save();
  painter.setClipRect(grid_.field());
  paintCells(painter, image);
  paintMarks(painter, marks);
  painter.restore();
  painter.setRenderHint(QPainter::Antialiasing);
  paintLabels(painter, marks);
  paintCorner(painter, headings);
}

void ConfusionPainter::paintCells(QPainter& painter, const QImage& image) const {
  const QPointF start = grid_.origin();
  const double cell = grid_.cell;
  const QRect shown = grid_.placesInView();
  const QPointF corner = start + QPointF(shown.topLeft()) * cell;
  const QRectF target(corner, QSizeF(shown.size()) * cell);
  painter.setRenderHint(QPainter::SmoothPixmapTransform, cell < 1.0);
  painter.drawImage(target, image, shown);
  if (cell < kGridFrom) {
    painter.setPen(themeColours(palette_).border);
    painter.drawRect(target.adjusted(0, 0, -1, -1));
    return;
  }
  painter.setPen(themeColours(palette_).grid);
  for (int column = shown.left(); column <= shown.left() + shown.width(); ++column) {
    const int x = int(std::lround(start.x() + column * cell));
    painter.drawLine(x, int(target.top()), x, int(target.bottom()));
  }
  for (int row = shown.top(); row <= shown.top() + shown.height(); ++row) {
    const int y = int(std::lround(start.y() + row * cell));
    painter.drawLine(int(target.left()), y, int(target.right()), y);
  }
  paintNumbers(painter, shown);
}

void ConfusionPainter::paintNumbers(QPainter& painter, const QRect& shown) const {
  painter.setFont(smallFont(font_));
  const QFontMetrics metrics = painter.fontMetrics();
  if (grid_.cell < metrics.horizontalAdvance(table_.widestText()) + 4 ||
      grid_.cell < metrics.height() + 2)
    return;
  const QColor text = palette_.color(QPalette::Text);
  const QColor base = palette_.color(QPalette::Base);
  for (int row = shown.top(); row <= shown.bottom(); ++row)
    for (int column = shown.left(); column <= shown.right(); ++column) {
      const ConfusionCell cell = table_.cellAt(row, column);
      QString words = table_.text(cell);
      if (words.isEmpty()) continue;
      if (metrics.horizontalAdvance(words) > grid_.cell - 6) words = words.remove(u'%').trimmed();
      const double shade = lightnessOf(colourOf(cell));
      const bool onText = std::abs(shade - lightnessOf(text)) > std::abs(shade - lightnessOf(base));
      painter.setPen(onText ? text : base);
      painter.drawText(grid_.rectOf(row, column), Qt::AlignCenter, words);
    }
}

void ConfusionPainter::paintMarks(QPainter& painter, const Marks& marks) const {
  painter.setBrush(Qt::NoBrush);
  const auto frame = [&](ConfusionCell cell, const QColor& colour, int width) {
    QRect place = rectOf(cell);
    const int least = 5;  // of a mark that can be seen
    if (place.width() < least)
      place = QRect(place.center() - QPoint(least / 2, least / 2), QSize(least, least));
    painter.setPen(QPen(colour, width));
    painter.drawRect(place.adjusted(0, 0, -1, -1));
  };
  if (marks.hovered) frame(*marks.hovered, themeColours(palette_).muted, 1);
  frame(marks.current, palette_.color(QPalette::Text), marks.hasFocus ? 3 : 1);
}

void ConfusionPainter::paintCorner(QPainter& painter, const Headings& headings) const {
  const QRect corner(0, 0, grid_.rowHeader, grid_.columnHeader);
  painter.setFont(smallFont(font_));
  painter.setPen(themeColours(palette_).muted);
  const QRect text = corner.adjusted(kLabelGap, kLabelGap, -kLabelGap, -2);
  painter.drawText(text, Qt::AlignRight | Qt::AlignTop, headings.predicted);
  painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom, headings.actual);
}

void ConfusionPainter::paintLabels(QPainter& painter, const Marks& marks) const {
  const ConfusionCell marked = marks.hovered.value_or(marks.current);
  const QSize view = grid_.viewport;
  const int height = QFontMetrics(font_).height();
  const int step = grid_.labelStep(height);
  const auto writeAll = [&](int markedPlace, const auto& write) {
    for (int place = step / 2; place < table_.nClasses(); place += step)
      if (std::abs(place - markedPlace) >= step) write(place, false);
    write(markedPlace, true);
  };
  painter.save();
  painter.setClipRect(
      QRect(0, grid_.columnHeader, grid_.rowHeader, view.height() - grid_.columnHeader));
  writeAll(table_.placeOf(marked.target), [&](int row, bool isMarked) {
    const double middle = grid_.origin().y() + (row + 0.5) * grid_.cell;
    if (middle < -height || middle > view.height() + height) return;
    paintLabel(painter, row, isMarked, middle, grid_.rowHeader, Qt::AlignRight);
  });
  painter.restore();
  painter.save();
  painter.setClipRect(
      QRect(grid_.rowHeader, 0, view.width() - grid_.rowHeader, grid_.columnHeader));
  // Written upwards: in turned coordinates x runs up from the field's edge.
  painter.translate(0, grid_.columnHeader);
  painter.rotate(-90.0);
  writeAll(table_.placeOf(marked.prediction), [&](int column, bool isMarked) {
    const double middle = grid_.origin().x() + (column + 0.5) * grid_.cell;
    if (middle < grid_.rowHeader - height || middle > view.width() + height) return;
    paintLabel(painter, column, isMarked, middle, grid_.columnHeader, Qt::AlignLeft);
  });
  painter.restore();
}

/// A class's name beside its row or column, whose middle is given, at one side of its header.
void ConfusionPainter::paintLabel(QPainter& painter, int place, bool isMarked, double middle,
                                  int header, Qt::Alignment side) const {
  QFont style = font_;
  style.setBold(isMarked);
  painter.setFont(style);
  const int height = QFontMetrics(font_).height();
  const QRect room(kLabelGap, int(std::lround(middle - height / 2.0)), header - 2 * kLabelGap,
                   height);
  if (isMarked) painter.fillRect(room, palette_.color(QPalette::Window));
  painter.setPen(palette_.color(QPalette::WindowText));
  painter.drawText(
      room, side | Qt::AlignVCenter,
      painter.fontMetrics().elidedText(table_.labelAt(place), Qt::ElideRight, room.width()));
}

}  // namespace earwitness::gui
