// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/score_plot.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include <qcustomplot.h>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/files/timeline.h"
#include "app/gui/widgets/axis_ticks.h"
#include "app/gui/widgets/plot_frame.h"

namespace earwitness::gui {

namespace {

constexpr int kLabelRoom = 9;  // above the plot, for half of the highest label

/// "0:05" instead of "5".
class PositionTicker : public QCPAxisTicker {
 protected:
  double getTickStep(const QCPRange& range) override {
    return timeStepSeconds(range.size() / std::max(1, pixels_), 64);
  }
  int getSubTickCount(double) override { return 0; }
  QString getTickLabel(double tick, const QLocale&, QChar, int) override {
    return positionLabel(tick, timeStepSeconds(range_ / std::max(1, pixels_), 64));
  }

 public:
  void setExtent(int pixels, double seconds) {
    pixels_ = pixels;
    range_ = seconds;
  }

 private:
  int pixels_ = 1;
  double range_ = 1.0;
};

/// Middle of a window that lies in the file.
double middleOf(const ScoreTrack& scores, size_t window, double seconds) {
  return std::clamp((scores.startSeconds(window) + scores.endSeconds(window)) / 2.0, 0.0, seconds);
}

/// A curve of at most about kMaximumPoints points: of several windows, the highest score is drawn.
struct Curve {
  QVector<double> keys;
  QVector<double> values;

  void add(double key, double value) {
    keys.append(key);
    values.append(value);
  }
};

Curve curveOf(const ScoreTrack& scores, size_t label, size_t first, size_t end, double seconds) {
  Curve curve;
  const size_t step = (end - first) / size_t(ScorePlot::kMaximumPoints) + 1;
  for (size_t i = first; i < end; i += step) {
    float highest = 0.0F;
    for (size_t window = i; window < std::min(end, i + step); ++window)
      highest = std::max(highest, scores.scores(window)[label]);
    curve.add(middleOf(scores, i, seconds), double(highest));
  }
  return curve;
}

/// Windows of which a curve in view is drawn: those in it, and one at either side.
std::pair<size_t, size_t> windowsInView(const ScoreTrack& scores, const Timeline& timeline) {
  size_t first = 0;
  size_t end = scores.size();
  const auto middle = [&](size_t window) { return middleOf(scores, window, timeline.seconds()); };
  while (first + 1 < end && middle(first + 1) < timeline.from()) ++first;
  while (end > first + 1 && middle(end - 2) > timeline.to()) --end;
  return {first, end};
}

}  // namespace

ScorePlot::ScorePlot(Timeline* timeline, QWidget* parent) : TimeView(timeline, parent) {
  setObjectName(QStringLiteral("scorePlot"));
  setAccessibleName(tr("Scores over time"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  connect(timeline, &Timeline::viewChanged, this, [this] {
    if (plot_ != nullptr) drawCurves();
  });
}

QSize ScorePlot::sizeHint() const {
  return {800, 120};
}
QSize ScorePlot::minimumSizeHint() const {
  return {240, 66};
}
QRect ScorePlot::plotRect() const {
  return PlotMargins::of(*this, true).plot(rect()).adjusted(0, kLabelRoom - 1, 0, 0);
}

void ScorePlot::build() {
  if (plot_ != nullptr) return;
  plot_ = new QCustomPlot(this);
  plot_->setFocusPolicy(Qt::NoFocus);
  plot_->setAttribute(Qt::WA_TransparentForMouseEvents);
  layout()->addWidget(plot_);
  QCPAxisRect* area = plot_->axisRect();
  area->setAutoMargins(QCP::msNone);
  plot_->yAxis->setRange(0.0, 1.0);
  QSharedPointer<QCPAxisTickerText> percent(new QCPAxisTickerText);
  percent->addTick(0.0, tr("0%"));
  percent->addTick(0.5, tr("50%"));
  percent->addTick(1.0, tr("100%"));
  plot_->yAxis->setTicker(percent);
  plot_->xAxis->setTicker(QSharedPointer<PositionTicker>(new PositionTicker));
  for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
    axis->setTickLengthIn(0);
    axis->setTickLengthOut(4);
    axis->setSubTicks(false);
    axis->setTickLabelPadding(3);
  }
  area->setupFullAxesBox();
  for (QCPAxis* axis : {plot_->xAxis2, plot_->yAxis2}) axis->setTicks(false);
  style();
}

void ScorePlot::style() {
  if (plot_ == nullptr) return;
  const ThemeColours& colours = themeColours(palette());
  const PlotMargins margins = PlotMargins::of(*this, true);
  plot_->axisRect()->setMargins(QMargins(margins.left, kLabelRoom, margins.right, margins.bottom));
  plot_->setBackground(palette().color(QPalette::Window));
  plot_->axisRect()->setBackground(palette().color(QPalette::Base));
  for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis, plot_->xAxis2, plot_->yAxis2}) {
    axis->setBasePen(QPen(colours.border));
    axis->setTickPen(QPen(colours.muted));
    axis->setTickLabelFont(smallFont(font()));
    axis->setTickLabelColor(colours.muted);
    axis->grid()->setPen(QPen(colours.grid));
    axis->grid()->setZeroLinePen(Qt::NoPen);
  }
  for (int i = 0; i < plot_->graphCount(); ++i) {
    QPen pen(curveColour(i), size_t(i) >= results_ ? 1.0 : i == 0 ? 2.2 : 1.6);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    plot_->graph(i)->setPen(pen);
    if (size_t(i) >= results_) plot_->graph(i)->setLayer(QStringLiteral("grid"));  // behind them
  }
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

void ScorePlot::setTimeAxis() {
  const bool known = timeline().seconds() > 0.0;
  plot_->xAxis->setTicks(known);
  plot_->xAxis->setTickLabels(known);
  plot_->xAxis->setRange(timeline().from(), std::max(timeline().from() + 0.05, timeline().to()));
  const auto ticker = qSharedPointerCast<PositionTicker>(plot_->xAxis->ticker());
  ticker->setExtent(plotRect().width(), plot_->xAxis->range().size());
}

void ScorePlot::setScores(std::shared_ptr<const ScoreTrack> scores, const std::vector<int>& labels,
                          size_t results, bool complete) {
  build();
  scores_ = std::move(scores);
  labels_ = labels;
  results_ = results;
  complete_ = complete;
  drawCurves();
}

void ScorePlot::drawCurves() {
  plot_->clearGraphs();
  setTimeAxis();
  const double seconds = timeline().seconds();
  if (scores_ && !scores_->empty() && seconds > 0.0) {
    const auto [first, end] = windowsInView(*scores_, timeline());
    for (const int label : labels_) {
      if (size_t(label) >= scores_->nLabels()) continue;
      Curve curve = curveOf(*scores_, size_t(label), first, end, seconds);
      // What the first window covers has its score, and what the last one does.
      if (first == 0) {
        curve.keys.prepend(0.0);
        curve.values.prepend(curve.values.first());
      }
      if (end == scores_->size() && complete_) curve.add(seconds, curve.values.last());
      QCPGraph* graph = plot_->addGraph();
      graph->setData(curve.keys, curve.values, true);
      graph->setAntialiased(true);
    }
  }
  style();
}

QString ScorePlot::describe(const QPoint& point) const {
  const QRect plot = plotRect();
  const double share =
      std::clamp(double(plot.bottom() - point.y()) / std::max(1, plot.height()), 0.0, 1.0);
  return tr("%1 · %2").arg(TimeView::describe(point), percentText(float(share)));
}

QColor ScorePlot::curveColour(int index) const {
  return size_t(index) < results_ ? seriesColour(palette(), size_t(index))
                                  : themeColours(palette()).muted;
}

int ScorePlot::curves() const {
  return plot_ == nullptr ? 0 : plot_->graphCount();
}

std::vector<std::pair<double, double>> ScorePlot::curve(int index) const {
  std::vector<std::pair<double, double>> points;
  if (plot_ == nullptr || index < 0 || index >= plot_->graphCount()) return points;
  for (const QCPGraphData& point : *plot_->graph(index)->data())
    points.emplace_back(point.key, point.value);
  return points;
}

void ScorePlot::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) style();
}

void ScorePlot::resizeEvent(QResizeEvent*) {
  if (plot_ != nullptr) setTimeAxis();
}

}  // namespace earwitness::gui
