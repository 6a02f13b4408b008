// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/curve_panels.h"

#include "app/gui/training/curve_style.h"
#include "app/gui/training/curve_tickers.h"

namespace earwitness::gui {

namespace {
constexpr std::array<double, kCurvePanels> kHeights{3.0, 3.0, 1.7};
}

CurvePanels::CurvePanels(QCustomPlot* plot) : plot_(plot) {
  auto* margins = new QCPMarginGroup(plot);
  const QSharedPointer<EpochTicker> epochs(new EpochTicker);
  const QStringList names{tr("Loss"), tr("Balanced\naccuracy"), tr("Learning\nrate")};
  for (int i = 0; i < kCurvePanels; ++i) buildRect(i, names[i], margins, epochs);
  epochAxis(CurvePanel::LearningRate)->setTickLabels(true);
  epochAxis(CurvePanel::LearningRate)->setLabel(tr("Epoch"));
  setLogLoss(false);
  valueAxis(CurvePanel::MainFigure)->setTicker(QSharedPointer<PercentTicker>(new PercentTicker));
  const QSharedPointer<FigureTicker> rates(new FigureTicker);
  rates->setTickCount(2);
  valueAxis(CurvePanel::LearningRate)->setTicker(rates);
  for (size_t i = 0; i < bestLines_.size(); ++i) bestLines_[i] = addBestLine(rects_[i]);
}

void CurvePanels::buildRect(int panel, const QString& valueName, QCPMarginGroup* margins,
                            const QSharedPointer<QCPAxisTicker>& epochs) {
  auto* rect = new QCPAxisRect(plot_, true);
  rects_[size_t(panel)] = rect;
  rect->setLayer(QStringLiteral("background"));
  plot_->plotLayout()->addElement(panel + 1, 0, rect);
  plot_->plotLayout()->setRowStretchFactor(panel + 1, kHeights[size_t(panel)]);
  rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
  rect->setMinimumMargins(QMargins(15, 4, 10, 2));
  rect->setupFullAxesBox();
  for (QCPAxis* axis : rect->axes()) {
    axis->setLayer(QStringLiteral("axes"));
    axis->grid()->setLayer(QStringLiteral("grid"));
    axis->setTickLengthIn(0);
    axis->setTickLengthOut(4);
    axis->setSubTicks(false);
    axis->setTickLabelPadding(3);
    axis->setLabelPadding(4);
  }
  for (const QCPAxis::AxisType type : {QCPAxis::atTop, QCPAxis::atRight})
    rect->axis(type)->setTicks(false);
  rect->axis(QCPAxis::atBottom)->setTicker(epochs);
  rect->axis(QCPAxis::atBottom)->setTickLabels(false);
  rect->axis(QCPAxis::atLeft)->setLabel(valueName);
}

QCPItemLine* CurvePanels::addBestLine(QCPAxisRect* rect) {
  auto* line = new QCPItemLine(plot_);
  line->setVisible(false);
  line->setSelectable(false);
  line->setClipAxisRect(rect);
  for (QCPItemPosition* position : {line->start, line->end}) {
    position->setAxisRect(rect);
    position->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
    position->setTypeX(QCPItemPosition::ptPlotCoords);
    position->setTypeY(QCPItemPosition::ptAxisRectRatio);
  }
  return line;
}

void CurvePanels::setEpochRange(const QCPRange& range) {
  for (QCPAxisRect* rect : rects_) rect->axis(QCPAxis::atBottom)->setRange(range);
}

void CurvePanels::setLogLoss(bool isLog) {
  QCPAxis* axis = valueAxis(CurvePanel::Loss);
  axis->setScaleType(isLog ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
  if (isLog)
    axis->setTicker(QSharedPointer<LogFigureTicker>(new LogFigureTicker));
  else
    axis->setTicker(QSharedPointer<FigureTicker>(new FigureTicker));
}

void CurvePanels::nameMainFigure(long multiLabelRuns, long runs) {
  valueAxis(CurvePanel::MainFigure)
      ->setLabel(multiLabelRuns == 0      ? tr("Balanced\naccuracy")
                 : multiLabelRuns == runs ? tr("Mean average\nprecision")
                                          : tr("Accuracy\nor mAP"));
}

void CurvePanels::setBestEpoch(int epoch) {
  for (QCPItemLine* line : bestLines_) {
    line->setVisible(epoch > 0);
    line->start->setCoords(epoch, 0.0);
    line->end->setCoords(epoch, 1.0);
  }
}

void CurvePanels::setStyle(const CurveStyle& style, const QColor& bestLine) {
  for (QCPAxisRect* rect : rects_) style.styleAxes(rect);
  for (QCPItemLine* line : bestLines_) line->setPen(QPen(bestLine, 1.0, Qt::DashLine));
}

}  // namespace earwitness::gui
