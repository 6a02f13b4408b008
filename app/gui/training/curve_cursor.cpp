// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/curve_cursor.h"

#include <QPainter>
#include <algorithm>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/training/curve_canvas.h"
#include "app/gui/training/main_figure.h"

namespace earwitness::gui {

namespace {

constexpr int kBoxMargin = 8;
constexpr int kColumnGap = 14;
constexpr int kFromLine = 12;
constexpr size_t kMostRuns = 10;

const Figures& shownOf(const EpochPoint& point) {
  return point.validation ? *point.validation : point.training;
}

}  // namespace

CurveCursor::CurveCursor(CurveCanvas* canvas) : QWidget(canvas), canvas_(canvas) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
}

void CurveCursor::setEpoch(int epoch) {
  if (epoch == epoch_) return;
  epoch_ = epoch;
  update();
}

void CurveCursor::setNote(const QString& note) {
  note_ = note;
  update();
}

void CurveCursor::setFramed(bool isFramed) {
  isFramed_ = isFramed;
  update();
}

void CurveCursor::refresh() {
  setGeometry(canvas_->rect());
  update();
}

QString CurveCursor::text() const {
  QStringList lines;
  for (const QStringList& row : rows()) lines << row.join(u'\t');
  return lines.join(u'\n');
}

CurveCursor::Rows CurveCursor::rows() const {
  if (epoch_ <= 0) return {};
  return canvas_->runs().size() == 1 ? rowsOfOne() : rowsOfSeveral();
}

CurveCursor::Rows CurveCursor::rowsOfOne() const {
  const EpochPoint* point = epochOf(canvas_->runs().front().view, epoch_);
  if (point == nullptr) return {};
  Rows rows{
      {tr("Epoch %1").arg(epoch_), tr("training")},
      {tr("Loss"), figureText(point->training.loss)},
      {mainFigureName(point->training.multiLabel.has_value()), mainFigureText(point->training)},
      {tr("Learning rate"), figureText(point->learningRate)}};
  if (point->validation) {
    rows[0] << tr("validation");
    rows[1] << figureText(point->validation->loss);
    rows[2] << mainFigureText(*point->validation);
  }
  return rows;
}

CurveCursor::Rows CurveCursor::rowsOfSeveral() const {
  Rows rows{{tr("Epoch %1").arg(epoch_), tr("loss"), tr("balanced accuracy")}};
  for (size_t run = 0; run < canvas_->runs().size() && rows.size() <= kMostRuns; ++run) {
    const Curves& curves = canvas_->runs()[run];
    const EpochPoint* point = epochOf(curves.view, epoch_);
    if (point == nullptr || !canvas_->isRunShown(int(run))) continue;
    rows.push_back(
        {curves.name.left(30), figureText(shownOf(*point).loss), namedFigureText(shownOf(*point))});
  }
  return rows.size() > 1 ? rows : Rows();
}

void CurveCursor::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const ThemeColours& colours = themeColours(palette());
  if (isFramed_) {
    painter.setPen(QPen(colours.accent, 1.5));
    for (int i = 0; i < kCurvePanels; ++i)
      painter.drawRect(QRectF(canvas_->panelRect(CurvePanel(i))));
  }
  if (!note_.isEmpty()) {
    painter.setPen(colours.muted);
    painter.drawText(canvas_->panelRect(CurvePanel::Loss), Qt::AlignCenter | Qt::TextWordWrap,
                     note_);
  }
  const Rows shown = rows();
  if (shown.empty()) return;
  const double x = canvas_->pixelOf(epoch_);
  const QRect first = canvas_->panelRect(CurvePanel::Loss);
  if (x < first.left() || x > first.right() + 1) return;
  painter.setPen(QPen(colours.muted, 1.0));
  for (int i = 0; i < kCurvePanels; ++i) {
    const QRect rect = canvas_->panelRect(CurvePanel(i));
    painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
  }
  paintBox(painter, shown, x);
}

void CurveCursor::paintBox(QPainter& painter, const Rows& rows, double x) const {
  painter.setFont(smallFont(font()));
  const QFontMetrics metrics(painter.font());
  std::vector<int> widths;
  for (const QStringList& row : rows)
    for (qsizetype i = 0; i < row.size(); ++i) {
      if (size_t(i) >= widths.size()) widths.push_back(0);
      widths[size_t(i)] = std::max(widths[size_t(i)], metrics.horizontalAdvance(row[i]));
    }
  int wide = 2 * kBoxMargin + kColumnGap * (int(widths.size()) - 1);
  for (const int column : widths) wide += column;
  const int line = metrics.height() + 2;
  const QRect panel = canvas_->panelRect(CurvePanel::Loss);
  QRectF box(x + kFromLine, panel.top() + 6, wide, line * int(rows.size()) + 2 * kBoxMargin - 4);
  if (box.right() > panel.right()) box.moveRight(x - kFromLine);

  const ThemeColours& colours = themeColours(palette());
  QColor back = palette().color(QPalette::ToolTipBase);
  back.setAlphaF(0.95F);
  painter.setPen(colours.border);
  painter.setBrush(back);
  painter.drawRoundedRect(box, 4, 4);
  double y = box.top() + kBoxMargin - 2;
  for (size_t i = 0; i < rows.size(); ++i, y += line) {
    double left = box.left() + kBoxMargin;
    for (qsizetype cell = 0; cell < rows[i].size(); ++cell) {
      const bool isHead = i == 0 && cell > 0;
      painter.setPen(isHead ? colours.muted : palette().color(QPalette::ToolTipText));
      const auto align = (cell == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
      painter.drawText(QRectF(left, y, widths[size_t(cell)] + 1, line), int(align), rows[i][cell]);
      left += widths[size_t(cell)] + kColumnGap;
    }
  }
}

}  // namespace earwitness::gui
