#include "app/gui/files/score_plot.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

#include <qcustomplot.h>

#include "app/gui/theme.h"
#include "app/gui/widgets/axis_ticks.h"
#include "app/gui/widgets/plot_frame.h"
#include "app/gui/widgets/text_format.h"

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

}  // namespace

ScorePlot::ScorePlot(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("scorePlot"));
  setAccessibleName(tr("Scores over time"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
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
  layout()->addWidget(plot_);
  QCPAxisRect* area = plot_->axisRect();
  area->setAutoMargins(QCP::msNone);
  plot_->yAxis->setRange(0.0, 1.0);
  QSharedPointer<QCPAxisTickerText> percent(new QCPAxisTickerText);
  percent->addTick(0.0, tr("0 %"));
  percent->addTick(0.5, tr("50 %"));
  percent->addTick(1.0, tr("100 %"));
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
    QPen pen(colours.series[size_t(i) % colours.series.size()], i == 0 ? 2.2 : 1.6);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    plot_->graph(i)->setPen(pen);
  }
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

void ScorePlot::setTimeAxis(double seconds) {
  seconds_ = seconds;
  const double end = std::max(0.1, seconds);
  plot_->xAxis->setTicks(seconds > 0.0);
  plot_->xAxis->setTickLabels(seconds > 0.0);
  plot_->xAxis->setRange(0.0, end);
  const auto ticker = qSharedPointerCast<PositionTicker>(plot_->xAxis->ticker());
  ticker->setExtent(plotRect().width(), end);
}

void ScorePlot::setScores(const std::vector<ScoredWindow>& windows, const std::vector<int>& labels,
                          double seconds, bool complete) {
  build();
  plot_->clearGraphs();
  setTimeAxis(seconds);
  // The last label first, so that the best class is drawn on top; colours go by graph index.
  for (size_t i = 0; i < labels.size(); ++i) {
    QVector<double> keys;
    QVector<double> values;
    const auto label = size_t(labels[i]);
    for (const ScoredWindow& window : windows) {
      if (label >= window.scores.size()) continue;
      if (keys.isEmpty()) {  // what the first window covers has its score
        keys.append(0.0);
        values.append(double(window.scores[label]));
      }
      keys.append(std::clamp((window.startSeconds + window.endSeconds) / 2.0, 0.0, seconds));
      values.append(double(window.scores[label]));
    }
    if (complete && !keys.isEmpty()) {
      keys.append(seconds);
      values.append(values.last());
    }
    QCPGraph* graph = plot_->addGraph();
    graph->setData(keys, values, true);
    graph->setAntialiased(true);
  }
  style();
}

void ScorePlot::clear(double seconds) {
  setScores({}, {}, seconds, true);
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
  if (plot_ != nullptr) setTimeAxis(seconds_);
}

}  // namespace earwitness::gui
