// SPDX-License-Identifier: GPL-3.0-or-later
// What the curves look like: plots, pens and legend.
#include <algorithm>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/training/curve_canvas.h"
#include "app/gui/training/curve_tickers.h"
#include "app/gui/training/main_figure.h"

namespace earwitness::gui {

namespace {

constexpr int kLegendColumn = 190;  // pixels, of a run's name
constexpr int kLongestName = 26;    // characters in the legend
constexpr size_t kFewPoints = 40;   // of a curve whose points are drawn as dots, too
constexpr std::array<double, kCurvePanels> kHeights{3.0, 3.0, 1.7};

QString shortened(const QString& name) {
  return name.size() <= kLongestName ? name : name.left(kLongestName - 1).trimmed() + u'…';
}

QColor faded(QColor colour, float alpha) {
  colour.setAlphaF(alpha);
  return colour;
}

}  // namespace

void CurveCanvas::build() {
  plotLayout()->clear();
  auto* legendRow = new QCPLayoutGrid;
  plotLayout()->addElement(0, 0, legendRow);
  plotLayout()->setRowStretchFactor(0, 0.001);
  plotLayout()->setRowSpacing(4);
  legend_ = new QCPLegend;
  legendRow->addElement(0, 0, legend_);
  legendRow->addElement(0, 1, new QCPLayoutElement);
  legendRow->setColumnStretchFactor(0, 0.001);
  legend_->setLayer(QStringLiteral("legend"));
  legend_->setFillOrder(QCPLegend::foColumnsFirst);
  legend_->setBorderPen(Qt::NoPen);
  legend_->setBrush(Qt::NoBrush);
  legend_->setMargins(QMargins(4, 0, 4, 0));
  legend_->setColumnSpacing(16);
  legend_->setRowSpacing(0);
  legend_->setIconSize(18, 12);
  legend_->setSelectableParts(QCPLegend::spNone);

  auto* margins = new QCPMarginGroup(this);
  const QSharedPointer<EpochTicker> epochs(new EpochTicker);
  const QStringList names{tr("Loss"), tr("Balanced\naccuracy"), tr("Learning\nrate")};
  for (int i = 0; i < kCurvePanels; ++i) {
    auto* rect = new QCPAxisRect(this, true);
    areas_[size_t(i)] = rect;
    rect->setLayer(QStringLiteral("background"));
    plotLayout()->addElement(i + 1, 0, rect);
    plotLayout()->setRowStretchFactor(i + 1, kHeights[size_t(i)]);
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
    rect->axis(QCPAxis::atBottom)->setTickLabels(i + 1 == kCurvePanels);
    rect->axis(QCPAxis::atLeft)->setLabel(names[i]);
  }
  area(CurvePanel::LearningRate)->axis(QCPAxis::atBottom)->setLabel(tr("Epoch"));
  valueAxis(CurvePanel::Loss)->setTicker(QSharedPointer<FigureTicker>(new FigureTicker));
  valueAxis(CurvePanel::MainFigure)->setTicker(QSharedPointer<PercentTicker>(new PercentTicker));
  const QSharedPointer<FigureTicker> rates(new FigureTicker);
  rates->setTickCount(2);
  valueAxis(CurvePanel::LearningRate)->setTicker(rates);

  for (size_t i = 0; i < bestLines_.size(); ++i) {
    auto* line = new QCPItemLine(this);
    bestLines_[i] = line;
    line->setVisible(false);
    line->setSelectable(false);
    line->setClipAxisRect(areas_[i]);
    for (QCPItemPosition* position : {line->start, line->end}) {
      position->setAxisRect(areas_[i]);
      position->setAxes(areas_[i]->axis(QCPAxis::atBottom), areas_[i]->axis(QCPAxis::atLeft));
      position->setTypeX(QCPItemPosition::ptPlotCoords);
      position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
  }
}

QColor CurveCanvas::colourOf(int run, bool validation) const {
  if (runs_.size() == 1) return seriesColour(palette(), validation ? 0 : 1);
  return seriesColour(palette(), size_t(run));
}

void CurveCanvas::style() {
  const ThemeColours& colours = themeColours(palette());
  setBackground(palette().color(QPalette::Window));
  legend_->setFont(smallFont(font()));
  for (QCPAxisRect* rect : areas_) {
    rect->setBackground(palette().color(QPalette::Base));
    for (QCPAxis* axis : rect->axes()) {
      axis->setBasePen(QPen(colours.border));
      axis->setTickPen(QPen(colours.muted));
      axis->setTickLabelFont(smallFont(font()));
      axis->setTickLabelColor(colours.muted);
      axis->setLabelFont(smallFont(font()));
      axis->setLabelColor(palette().color(QPalette::WindowText));
      axis->grid()->setPen(QPen(colours.grid));
      axis->grid()->setZeroLinePen(Qt::NoPen);
    }
  }
  for (QCPItemLine* line : bestLines_) line->setPen(QPen(colours.muted, 1.0, Qt::DashLine));
  for (const Line& line : lines_) styleLine(line, true);
  for (const Best& best : bests_) {
    const QColor colour = runs_.size() == 1 ? colours.good : colourOf(best.run, true);
    best.dot->setPen(QPen(colour));
    best.dot->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle,
                                              QPen(palette().color(QPalette::Base), 1.5),
                                              QBrush(colour), 9.0));
  }
  makeLegend();
}

/// Thin lines without smooth edges are drawn many times quicker: where there are many points, that
/// is what they get.
void CurveCanvas::styleLine(const Line& line, bool fine) const {
  const bool isRate = line.series.panel == CurvePanel::LearningRate;
  const bool isAlone = runs_.size() == 1;
  QColor colour = colourOf(line.series.run, line.series.validation);
  if (isAlone && isRate) colour = themeColours(palette()).muted;
  const bool isDashed = !isAlone && !isRate && !line.series.validation && fine;
  if (!isAlone && !line.series.validation && !isRate && !fine) colour = faded(colour, 0.5F);
  QPen pen(colour, fine ? 1.7 : 1.0, isDashed ? Qt::DashLine : Qt::SolidLine);
  pen.setJoinStyle(fine ? Qt::RoundJoin : Qt::BevelJoin);
  line.graph->setPen(pen);
  line.graph->setAntialiased(fine);
  const bool hasDots = fine && line.graph->data()->size() <= int(kFewPoints) && line.raw == nullptr;
  line.graph->setScatterStyle(hasDots
                                  ? QCPScatterStyle(QCPScatterStyle::ssDisc, colour, colour, 4.0)
                                  : QCPScatterStyle(QCPScatterStyle::ssNone));
  if (line.raw == nullptr) return;
  line.raw->setPen(QPen(faded(colour, 0.3F), 1.0));
  line.raw->setAntialiased(fine);
}

void CurveCanvas::addToLegend(QCPGraph* graph, const QString& name, bool isShown) {
  graph->setName(name);
  auto* item = new QCPPlottableLegendItem(legend_, graph);
  item->setFont(legend_->font());
  item->setTextColor(isShown ? palette().color(QPalette::WindowText)
                             : themeColours(palette()).muted);
  legend_->addItem(item);
}

void CurveCanvas::nameMainFigure() {
  const auto multiLabel = std::count_if(runs_.begin(), runs_.end(), [](const Curves& run) {
    return isMultiLabel(run.view.settings);
  });
  valueAxis(CurvePanel::MainFigure)
      ->setLabel(multiLabel == 0                    ? tr("Balanced\naccuracy")
                 : multiLabel == long(runs_.size()) ? tr("Mean average\nprecision")
                                                    : tr("Accuracy\nor mAP"));
}

/// One run: training, validation and the best epoch. Several: their names.
void CurveCanvas::makeLegend() {
  if (legend_ == nullptr) return;
  legend_->clearItems();
  legendBest_ = runs_.size() == 1 ? runs_.front().view.bestEpoch : 0;
  legend_->setWrap(std::max(1, width() / kLegendColumn));
  for (const Line& line : lines_) {
    const CurveSeries& series = line.series;
    if (runs_.size() == 1 && series.panel == CurvePanel::Loss) {
      addToLegend(line.graph, series.validation ? tr("Validation") : tr("Training"),
                  kindShown_[series.validation]);
    } else if (runs_.size() > 1 && series.panel == CurvePanel::LearningRate) {
      const auto run = size_t(series.run);
      addToLegend(line.graph, shortened(runs_[run].name), runShown_[run]);
    }
  }
  if (legendBest_ == 0 || bests_.empty()) return;
  const RunView& view = runs_.front().view;
  addToLegend(bests_.front().dot,
              tr("Best: epoch %1, %2")
                  .arg(legendBest_)
                  .arg(view.best ? mainFigureText(*view.best) : accuracyText(0.0)),
              true);
}

void CurveCanvas::legendClicked(QCPAbstractLegendItem* item) {
  auto* plottable = qobject_cast<QCPPlottableLegendItem*>(item);
  if (plottable == nullptr) return;
  for (const Line& line : lines_) {
    if (line.graph != plottable->plottable()) continue;
    if (runs_.size() == 1) {
      setKindShown(line.series.validation, !kindShown_[line.series.validation]);
      emit kindsChanged();
    } else {
      const auto run = size_t(line.series.run);
      runShown_[run] = !runShown_[run];
      makeLegend();
      draw();
    }
    return;
  }
}

}  // namespace earwitness::gui
