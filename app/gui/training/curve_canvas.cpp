// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/curve_canvas.h"

#include <QEvent>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/training/clipped_graph.h"
#include "app/gui/training/main_figure.h"

namespace earwitness::gui {

namespace {

constexpr double kFewestEpochs = 10.0;    // so that the first one is not a wall
constexpr double kNarrowestEpochs = 2.0;  // that can be zoomed to
constexpr int kFinePoints = 1200;         // that can be drawn with smooth edges in no time
constexpr double kMargin = 0.07;          // above and below curves, of their height
constexpr double kHighestShare = 1.03;    // so that a curve at 100 % is seen
constexpr std::array<CurvePanel, kCurvePanels> kPanels{CurvePanel::Loss, CurvePanel::MainFigure,
                                                       CurvePanel::LearningRate};

double bestValueOf(const RunView& view, CurvePanel panel) {
  const EpochPoint* point = epochOf(view, view.bestEpoch);
  if (point == nullptr) return std::numeric_limits<double>::quiet_NaN();
  const Figures& figures = point->validation ? *point->validation : point->training;
  return panel == CurvePanel::Loss ? figures.loss : mainFigure(figures);
}

QCPRange widened(double lowest, double highest, bool isLog) {
  if (isLog) {
    const double factor = std::max(1.05, std::pow(highest / lowest, kMargin));
    return {lowest / factor, highest * factor};
  }
  const double margin = std::max((highest - lowest) * kMargin, std::abs(highest) * 0.01 + 1e-9);
  return {lowest - margin, highest + margin};
}

}  // namespace

CurveCanvas::CurveCanvas(QWidget* parent) : QCustomPlot(parent), legend_(this), panels_(this) {
  setFocusPolicy(Qt::StrongFocus);
  setAutoAddPlottableToLegend(false);
  applyStyle();
  connect(this, &QCustomPlot::legendClick, this,
          [this](QCPLegend*, QCPAbstractLegendItem* item) { legendClicked(item); });
}

QCPRange CurveCanvas::valueRange(CurvePanel panel) const {
  return panels_.valueAxis(panel)->range();
}

QCPGraph* CurveCanvas::addCurve(CurvePanel panel) {
  auto* graph = new ClippedGraph(panels_.epochAxis(panel), panels_.valueAxis(panel));
  graph->setAdaptiveSampling(false);  // pointsInView() does it for less
  return graph;
}

bool CurveCanvas::sameShape(const std::vector<CurveSeries>& series) const {
  return std::equal(series.begin(), series.end(), lines_.begin(), lines_.end(),
                    [this](const CurveSeries& one, const Line& line) {
                      return one.run == line.series.run && one.panel == line.series.panel &&
                             one.validation == line.series.validation &&
                             (line.raw != nullptr) == (smoothing_ > 0.0);
                    });
}

void CurveCanvas::setRuns(const std::vector<Curves>& runs) {
  const bool sameNames =
      std::equal(runs.begin(), runs.end(), runs_.begin(), runs_.end(),
                 [](const Curves& one, const Curves& other) { return one.name == other.name; });
  runs_ = runs;
  panels_.nameMainFigure(
      std::count_if(runs.begin(), runs.end(),
                    [](const Curves& run) { return isMultiLabel(run.view.settings); }),
      long(runs.size()));
  runShown_.resize(runs.size(), true);
  std::vector<CurveSeries> series;
  for (size_t run = 0; run < runs.size(); ++run)
    for (CurveSeries& one : seriesOf(runs[run].view, int(run))) series.push_back(std::move(one));
  if (sameNames && sameShape(series))
    for (size_t i = 0; i < series.size(); ++i) lines_[i].series = std::move(series[i]);
  else
    makeGraphs(std::move(series));
  smoothLines();
  draw();
}

void CurveCanvas::makeGraphs(std::vector<CurveSeries> series) {
  legend_.clear(width());
  clearGraphs();
  lines_.clear();
  bests_.clear();
  for (CurveSeries& one : series) {
    Line line;
    if (smoothing_ > 0.0) line.raw = addCurve(one.panel);
    line.graph = addCurve(one.panel);
    line.series = std::move(one);
    lines_.push_back(std::move(line));
  }
  for (size_t run = 0; run < runs_.size(); ++run)
    for (const CurvePanel panel : {CurvePanel::Loss, CurvePanel::MainFigure}) {
      QCPGraph* dot = addCurve(panel);
      dot->setLineStyle(QCPGraph::lsNone);
      bests_.push_back({.run = int(run), .panel = panel, .dot = dot});
    }
  applyStyle();
}

void CurveCanvas::setLogLoss(bool isLog) {
  logLoss_ = isLog;
  panels_.setLogLoss(isLog);
  valueZoom_[size_t(CurvePanel::Loss)].reset();
  draw();
}

void CurveCanvas::setSmoothing(double weight) {
  const bool isOther = (weight > 0.0) != (smoothing_ > 0.0);
  smoothing_ = weight;
  if (isOther) {
    std::vector<CurveSeries> series;
    for (Line& line : lines_) series.push_back(std::move(line.series));
    makeGraphs(std::move(series));
  }
  smoothLines();
  draw();
}

void CurveCanvas::smoothLines() {
  for (Line& line : lines_)
    // A rate is set, not measured.
    line.smooth = smoothed(line.series.values,
                           line.series.panel == CurvePanel::LearningRate ? 0.0 : smoothing_);
}

void CurveCanvas::setKindShown(bool validation, bool shown) {
  kindShown_[validation] = shown;
  applyStyle();
  draw();
}

bool CurveCanvas::isShown(const Line& line) const {
  return runShown_[size_t(line.series.run)] &&
         (line.series.panel == CurvePanel::LearningRate || kindShown_[line.series.validation]);
}

void CurveCanvas::draw() {
  setEpochRange();
  const QCPRange range = epochRange();
  // Two points for two pixels: more cannot be seen, and takes time.
  const int columns = std::max(100, width()) / 2;
  drawnPoints_ = 0;
  const auto fill = [&](QCPGraph* graph, const Line& line, const std::vector<double>& values) {
    const CurvePoints points =
        pointsInView(line.series.epochs, values, range.lower, range.upper, columns);
    QVector<QCPGraphData> drawn;
    drawn.reserve(qsizetype(points.epochs.size()));
    for (size_t i = 0; i < points.epochs.size(); ++i)
      drawn.append({points.epochs[i], points.values[i]});
    graph->data()->set(drawn, true);
    graph->setVisible(isShown(line));
    if (isShown(line)) drawnPoints_ += int(points.epochs.size());
  };
  for (const Line& line : lines_) {
    if (line.raw != nullptr) fill(line.raw, line, line.series.values);
    fill(line.graph, line, line.smooth);
  }
  styleCurves(drawnPoints_ <= kFinePoints);
  drawBest();
  for (const CurvePanel panel : kPanels) setValueRange(panel);
  replot(QCustomPlot::rpQueuedReplot);
}

int CurveCanvas::lastEpoch() const {
  int last = 0;
  for (const Curves& run : runs_)
    if (!run.view.epochs.empty()) last = std::max(last, run.view.epochs.back().epoch);
  return last;
}

void CurveCanvas::setEpochRange() {
  double last = 0.0;
  for (const Line& line : lines_) last = std::max(last, line.series.epochs.back());
  const QCPRange all(0.0, std::max(last * 1.01, kFewestEpochs));
  panels_.setEpochRange(epochZoom_.value_or(all));
}

/// All that is in view, unless it was zoomed by hand.
void CurveCanvas::setValueRange(CurvePanel panel) {
  if (valueZoom_[size_t(panel)])
    return panels_.valueAxis(panel)->setRange(*valueZoom_[size_t(panel)]);
  const bool isLog = panel == CurvePanel::Loss && logLoss_;
  double lowest = std::numeric_limits<double>::max();
  double highest = std::numeric_limits<double>::lowest();
  const auto take = [&](const QCPGraph* graph) {
    if (graph == nullptr) return;
    for (const QCPGraphData& point : *graph->data()) {
      if (!std::isfinite(point.value) || (isLog && point.value <= 0.0)) continue;
      lowest = std::min(lowest, point.value);
      highest = std::max(highest, point.value);
    }
  };
  for (const Line& line : lines_) {
    if (line.series.panel != panel || !isShown(line)) continue;
    take(line.graph);
    take(line.raw);
  }
  if (lowest > highest) {
    lowest = isLog ? 0.1 : 0.0;
    highest = panel == CurvePanel::LearningRate ? 1e-3 : 1.0;
  }
  if (panel == CurvePanel::LearningRate) lowest = 0.0;
  QCPRange all = widened(lowest, highest, isLog);
  if (panel == CurvePanel::MainFigure)
    all = QCPRange(std::max(all.lower, 0.0), std::min(all.upper, kHighestShare));
  if (panel == CurvePanel::LearningRate) all.lower = 0.0;
  panels_.valueAxis(panel)->setRange(all);
}

void CurveCanvas::drawBest() {
  for (const Best& best : bests_) {
    const RunView& view = runs_[size_t(best.run)].view;
    best.dot->data()->clear();
    if (view.bestEpoch > 0) best.dot->addData(view.bestEpoch, bestValueOf(view, best.panel));
    best.dot->setVisible(runShown_[size_t(best.run)] && kindShown_[1]);
  }
  const int epoch = runs_.size() == 1 ? runs_.front().view.bestEpoch : 0;
  panels_.setBestEpoch(epoch);
  if (epoch != legendBest_) makeLegend();
}

QColor CurveCanvas::colourOf(int run, bool validation) const {
  return look().colourOf(run, validation);
}

CurveStyle CurveCanvas::look() const {
  return {palette(), font(), runs_.size()};
}

void CurveCanvas::applyStyle() {
  setBackground(palette().color(QPalette::Window));
  legend_.setFont(smallFont(font()));
  const CurveStyle drawn = look();
  panels_.setStyle(drawn, themeColours(palette()).muted);
  styleCurves(true);
  for (const Best& best : bests_) drawn.styleBest(best.dot, best.run);
  makeLegend();
}

void CurveCanvas::styleCurves(bool fine) const {
  const CurveStyle drawn = look();
  for (const Line& line : lines_) drawn.styleCurve(line.series, line.graph, line.raw, fine);
}

/// One run: training, validation and the best epoch. Several: their names.
void CurveCanvas::makeLegend() {
  const auto add = [this](QCPGraph* graph, const QString& name, bool isShown) {
    legend_.add(graph, name,
                isShown ? palette().color(QPalette::WindowText) : themeColours(palette()).muted);
  };
  legend_.clear(width());
  legendBest_ = runs_.size() == 1 ? runs_.front().view.bestEpoch : 0;
  for (const Line& line : lines_) {
    const CurveSeries& series = line.series;
    if (runs_.size() == 1 && series.panel == CurvePanel::Loss) {
      add(line.graph, series.validation ? tr("Validation") : tr("Training"),
          kindShown_[series.validation]);
    } else if (runs_.size() > 1 && series.panel == CurvePanel::LearningRate) {
      const auto run = size_t(series.run);
      add(line.graph, CurveLegend::shortened(runs_[run].name), runShown_[run]);
    }
  }
  if (legendBest_ == 0 || bests_.empty()) return;
  const RunView& view = runs_.front().view;
  add(bests_.front().dot,
      tr("Best: epoch %1, %2")
          .arg(legendBest_)
          .arg(view.best ? mainFigureText(*view.best) : accuracyText(0.0)),
      true);
}

void CurveCanvas::legendClicked(QCPAbstractLegendItem* item) {
  for (const Line& line : lines_) {
    if (!CurveLegend::isOf(item, line.graph)) continue;
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

void CurveCanvas::showAll() {
  epochZoom_.reset();
  for (auto& zoom : valueZoom_) zoom.reset();
  draw();
}

void CurveCanvas::zoomEpochs(double factor, double around) {
  const QCPRange now = epochRange();
  epochZoom_.reset();
  setEpochRange();
  const QCPRange all = epochRange();
  const double size = std::clamp(now.size() * factor, kNarrowestEpochs, all.size());
  const double share = std::clamp((around - now.lower) / now.size(), 0.0, 1.0);
  const double lower =
      std::clamp(around - share * size, all.lower, std::max(all.lower, all.upper - size));
  if (size < all.size()) epochZoom_ = QCPRange(lower, lower + size);
  draw();
}

void CurveCanvas::moveEpochs(double epochs) {
  if (!epochZoom_) return;
  const QCPRange now = *epochZoom_;
  epochZoom_.reset();
  setEpochRange();
  const QCPRange all = epochRange();
  const double lower =
      std::clamp(now.lower + epochs, all.lower, std::max(all.lower, all.upper - now.size()));
  epochZoom_ = QCPRange(lower, lower + now.size());
  draw();
}

void CurveCanvas::zoomPanel(CurvePanel panel, double factor, double yPixel) {
  QCPAxis* axis = panels_.valueAxis(panel);
  axis->scaleRange(factor, axis->pixelToCoord(yPixel));
  valueZoom_[size_t(panel)] = axis->range();
  replot(QCustomPlot::rpQueuedReplot);
}

std::optional<CurvePanel> CurveCanvas::panelAt(const QPoint& point) const {
  for (const CurvePanel panel : kPanels)
    if (panelRect(panel).contains(point)) return panel;
  return std::nullopt;
}

double CurveCanvas::epochAt(double xPixel) const {
  return panels_.epochAxis()->pixelToCoord(xPixel);
}

double CurveCanvas::pixelOf(int epoch) const {
  return panels_.epochAxis()->coordToPixel(epoch);
}

void CurveCanvas::changeEvent(QEvent* event) {
  QCustomPlot::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
    applyStyle();
    replot(QCustomPlot::rpQueuedReplot);
  }
}

void CurveCanvas::resizeEvent(QResizeEvent* event) {
  if (event->size().isEmpty())
    return;  // a page that is not shown yet: there is nothing to paint on
  QCustomPlot::resizeEvent(event);
  makeLegend();
  draw();
}

}  // namespace earwitness::gui
