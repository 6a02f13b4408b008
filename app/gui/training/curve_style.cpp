// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/curve_style.h"

#include <qcustomplot.h>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"

namespace earwitness::gui {

namespace {

constexpr int kFewPoints = 40;  // of a curve whose points are drawn as dots, too

QColor faded(QColor colour, float alpha) {
  colour.setAlphaF(alpha);
  return colour;
}

}  // namespace

QColor CurveStyle::colourOf(int run, bool validation) const {
  if (isAlone_) return seriesColour(palette_, validation ? 0 : 1);
  return seriesColour(palette_, size_t(run));
}

void CurveStyle::styleAxes(QCPAxisRect* rect) const {
  const ThemeColours& colours = themeColours(palette_);
  rect->setBackground(palette_.color(QPalette::Base));
  for (QCPAxis* axis : rect->axes()) {
    axis->setBasePen(QPen(colours.border));
    axis->setTickPen(QPen(colours.muted));
    axis->setTickLabelFont(smallFont(font_));
    axis->setTickLabelColor(colours.muted);
    axis->setLabelFont(smallFont(font_));
    axis->setLabelColor(palette_.color(QPalette::WindowText));
    axis->grid()->setPen(QPen(colours.grid));
    axis->grid()->setZeroLinePen(Qt::NoPen);
  }
}

void CurveStyle::styleCurve(const CurveSeries& series, QCPGraph* graph, QCPGraph* raw,
                            bool fine) const {
  const bool isRate = series.panel == CurvePanel::LearningRate;
  QColor colour = colourOf(series.run, series.validation);
  if (isAlone_ && isRate) colour = themeColours(palette_).muted;
  const bool isDashed = !isAlone_ && !isRate && !series.validation && fine;
  if (!isAlone_ && !series.validation && !isRate && !fine) colour = faded(colour, 0.5F);
  QPen pen(colour, fine ? 1.7 : 1.0, isDashed ? Qt::DashLine : Qt::SolidLine);
  pen.setJoinStyle(fine ? Qt::RoundJoin : Qt::BevelJoin);
  graph->setPen(pen);
  graph->setAntialiased(fine);
  const bool hasDots = fine && graph->data()->size() <= kFewPoints && raw == nullptr;
  graph->setScatterStyle(hasDots ? QCPScatterStyle(QCPScatterStyle::ssDisc, colour, colour, 4.0)
                                 : QCPScatterStyle(QCPScatterStyle::ssNone));
  if (raw == nullptr) return;
  raw->setPen(QPen(faded(colour, 0.3F), 1.0));
  raw->setAntialiased(fine);
}

void CurveStyle::styleBest(QCPGraph* dot, int run) const {
  const QColor colour = isAlone_ ? themeColours(palette_).good : colourOf(run, true);
  dot->setPen(QPen(colour));
  dot->setScatterStyle(QCPScatterStyle(
      QCPScatterStyle::ssCircle, QPen(palette_.color(QPalette::Base), 1.5), QBrush(colour), 9.0));
}

}  // namespace earwitness::gui
