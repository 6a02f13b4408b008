// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/history/history_plot.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <map>

#include <qcustomplot.h>

#include "app/gui/base/shown_label.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "core/base/clock_time.h"

namespace earwitness::gui {

namespace {

constexpr size_t kMostNamed = 4;  // the last colour is for all others
constexpr double kHourSeconds = 3600.0;
constexpr double kDaySeconds = 24.0 * kHourSeconds;
constexpr int kPixelsPerTick = 90;
/// So that two bars do not become two walls.
constexpr double kFewestSteps = 12.0;

/// The most frequent labels, in that order.
std::vector<std::string> frequentLabels(const std::vector<EventCount>& counts) {
  std::map<std::string, int64_t> totals;
  for (const EventCount& count : counts) totals[count.label] += count.count;
  std::vector<std::string> labels;
  labels.reserve(totals.size());
  for (const auto& [label, total] : totals) labels.push_back(label);
  std::stable_sort(labels.begin(), labels.end(), [&](const std::string& a, const std::string& b) {
    return totals[a] > totals[b];
  });
  return labels;
}

/// 1, 2 or 5 times a power of ten, so that about four ticks come out.
double countStepFor(double highest) {
  const double rough = std::max(1.0, highest / 4.0);
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (rough <= factor * power) return factor * power;
  return 10.0 * power;
}

}  // namespace

HistoryPlot::HistoryPlot(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("historyPlot"));
  setAccessibleName(tr("Events over time"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
}

QSize HistoryPlot::sizeHint() const {
  return {800, 200};
}
QSize HistoryPlot::minimumSizeHint() const {
  return {320, 120};
}

void HistoryPlot::build() {
  if (plot_ != nullptr) return;
  plot_ = new QCustomPlot(this);
  plot_->setFocusPolicy(Qt::NoFocus);
  layout()->addWidget(plot_);
  auto* legendRow = new QCPLayoutGrid;
  plot_->plotLayout()->insertRow(0);
  plot_->plotLayout()->addElement(0, 0, legendRow);
  plot_->plotLayout()->setRowStretchFactor(0, 0.001);
  legendRow->addElement(0, 0, plot_->legend);
  legendRow->addElement(0, 1, new QCPLayoutElement);
  legendRow->setColumnStretchFactor(0, 0.001);
  legendRow->setMargins(QMargins(0, 2, 0, 0));
  plot_->legend->setFillOrder(QCPLegend::foColumnsFirst);
  plot_->legend->setVisible(true);
  plot_->legend->setBorderPen(Qt::NoPen);
  plot_->legend->setBrush(Qt::NoBrush);
  plot_->legend->setMargins(QMargins(4, 0, 4, 0));
  plot_->legend->setColumnSpacing(14);
  plot_->legend->setIconSize(12, 12);
  plot_->plotLayout()->setRowSpacing(0);
  plot_->axisRect()->setMinimumMargins(QMargins(15, 6, 8, 0));
  mark_ = new QCPItemRect(plot_);
  mark_->setVisible(false);
  mark_->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
  mark_->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
  for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
    axis->setTickLengthIn(0);
    axis->setTickLengthOut(4);
    axis->setSubTicks(false);
    axis->setTickLabelPadding(3);
  }
  plot_->xAxis->grid()->setVisible(false);
  connect(plot_, &QCustomPlot::mouseRelease, this, [this](QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && plot_->axisRect()->rect().contains(event->pos()))
      choose(barAt(plot_->xAxis->pixelToCoord(event->position().x())));
  });
  connect(plot_, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
    const int bar = barAt(plot_->xAxis->pixelToCoord(event->position().x()));
    plot_->setCursor(bar >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QToolTip::showText(event->globalPosition().toPoint(), bar >= 0 ? describe(bar) : QString(),
                       plot_);
  });
}

double HistoryPlot::stepSeconds() const {
  return step_ == CountStep::Hour ? kHourSeconds : kDaySeconds;
}

/// An hour lies between its ticks, a day above its own.
double HistoryPlot::keyOf(const Step& step) const {
  return double(step.beginUtcMs) / 1000.0 + (step_ == CountStep::Hour ? kHourSeconds / 2 : 0.0);
}

void HistoryPlot::setCounts(const std::vector<EventCount>& counts, CountStep step) {
  build();
  step_ = step;
  steps_.clear();
  names_.clear();
  setCurrent(-1);
  plot_->clearPlottables();
  series_.clear();

  const std::vector<std::string> labels = frequentLabels(counts);
  // A last label alone keeps its name: "others" would hide more than it tells.
  const size_t nNamed = labels.size() <= kMostNamed + 1 ? labels.size() : kMostNamed;
  for (size_t i = 0; i < nNamed; ++i) names_.append(shownLabel(labels[i]));
  if (nNamed < labels.size()) names_.append(tr("%n others", nullptr, int(labels.size() - nNamed)));
  for (const EventCount& count : counts) {
    if (steps_.empty() || steps_.back().beginUtcMs != count.startUtcMs) {
      const TimeSpanMs span =
          step == CountStep::Hour ? localHourOf(count.startUtcMs) : localDayOf(count.startUtcMs);
      steps_.push_back(
          {count.startUtcMs, span.endUtcMs, std::vector<int64_t>(size_t(names_.size()), 0)});
    }
    const auto label = std::find(labels.begin(), labels.end(), count.label) - labels.begin();
    steps_.back().counts[std::min(size_t(label), size_t(names_.size()) - 1)] += count.count;
  }
  for (int i = 0; i < names_.size(); ++i) {
    auto* bars = new QCPBars(plot_->xAxis, plot_->yAxis);
    bars->setName(names_[i]);
    bars->setWidthType(QCPBars::wtPlotCoords);
    bars->setWidth(stepSeconds() * 0.84);
    bars->setStackingGap(0);
    QVector<double> keys, values;
    for (const Step& one : steps_) {
      keys.append(keyOf(one));
      values.append(double(one.counts[size_t(i)]));
    }
    bars->setData(keys, values, true);
    if (!series_.empty()) bars->moveAbove(series_.back());
    series_.push_back(bars);
  }
  setAxes();
  style();
}

void HistoryPlot::setAxes() {
  if (plot_ == nullptr) return;
  const bool isEmpty = steps_.empty();
  for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
    axis->setTicks(!isEmpty);
    axis->setTickLabels(!isEmpty);
  }
  plot_->legend->setVisible(!isEmpty);
  if (isEmpty) return;
  int64_t highest = 0;
  for (int bar = 0; bar < bars(); ++bar) highest = std::max(highest, countAt(bar));
  const double countStep = countStepFor(double(highest));
  plot_->yAxis->setRange(0.0, std::max(double(highest) * 1.05, countStep));
  QSharedPointer<QCPAxisTickerFixed> countTicker(new QCPAxisTickerFixed);
  countTicker->setTickStep(countStep);
  countTicker->setScaleStrategy(QCPAxisTickerFixed::ssNone);
  plot_->yAxis->setTicker(countTicker);
  plot_->yAxis->setNumberFormat(QStringLiteral("f"));
  plot_->yAxis->setNumberPrecision(0);

  double begin = keyOf(steps_.front()) - stepSeconds() / 2;
  double end = keyOf(steps_.back()) + stepSeconds() / 2;
  const double missing = kFewestSteps * stepSeconds() - (end - begin);
  if (missing > 0.0) {
    const double half = std::floor(missing / 2.0 / stepSeconds()) * stepSeconds();
    begin -= half;
    end += half;
  }
  plot_->xAxis->setRange(begin, end);
  QSharedPointer<QCPAxisTickerDateTime> dates(new QCPAxisTickerDateTime);
  dates->setTickOrigin(double(localDayOf(steps_.front().beginUtcMs).beginUtcMs) / 1000.0);
  dates->setTickCount(std::max(2, width() / kPixelsPerTick));
  const bool severalYears = end - begin > 360.0 * kDaySeconds;
  dates->setDateTimeFormat(step_ == CountStep::Hour ? QStringLiteral("HH:mm\nd MMM")
                           : severalYears           ? QStringLiteral("MMM yyyy")
                                                    : QStringLiteral("d MMM"));
  plot_->xAxis->setTicker(dates);
}

void HistoryPlot::style() {
  if (plot_ == nullptr) return;
  const ThemeColours& colours = themeColours(palette());
  plot_->setBackground(palette().color(QPalette::Window));
  plot_->axisRect()->setBackground(palette().color(QPalette::Base));
  plot_->legend->setFont(smallFont(font()));
  plot_->legend->setTextColor(palette().color(QPalette::WindowText));
  for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
    axis->setBasePen(QPen(colours.border));
    axis->setTickPen(QPen(colours.muted));
    axis->setTickLabelFont(smallFont(font()));
    axis->setTickLabelColor(colours.muted);
    axis->grid()->setPen(QPen(colours.grid));
    axis->grid()->setZeroLinePen(Qt::NoPen);
  }
  for (size_t i = 0; i < series_.size(); ++i) {
    series_[i]->setPen(Qt::NoPen);
    series_[i]->setBrush(seriesColour(palette(), i));
  }
  QColor behind = colours.accent;
  behind.setAlphaF(0.2F);
  mark_->setBrush(behind);
  mark_->setPen(QPen(colours.accent));
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

int64_t HistoryPlot::countAt(int bar) const {
  int64_t total = 0;
  for (const int64_t count : steps_[size_t(bar)].counts) total += count;
  return total;
}

QStringList HistoryPlot::series() const {
  return names_;
}

QPoint HistoryPlot::centreOf(int bar) const {
  const double x = plot_->xAxis->coordToPixel(keyOf(steps_[size_t(bar)]));
  return plot_->mapTo(this, QPoint(int(x), plot_->axisRect()->center().y()));
}

int HistoryPlot::barAt(double key) const {
  for (size_t i = 0; i < steps_.size(); ++i)
    if (std::abs(key - keyOf(steps_[i])) <= stepSeconds() / 2) return int(i);
  return -1;
}

QString HistoryPlot::describe(int bar) const {
  const Step& step = steps_[size_t(bar)];
  const QDateTime begin = QDateTime::fromMSecsSinceEpoch(step.beginUtcMs);
  QString text = QLocale().toString(begin.date(), QLocale::LongFormat);
  if (step_ == CountStep::Hour)
    text += tr(", from %1").arg(QLocale().toString(begin.time(), QStringLiteral("HH:mm")));
  for (int i = 0; i < names_.size(); ++i)
    if (step.counts[size_t(i)] > 0)
      text += QStringLiteral("\n%1: %2").arg(names_[i]).arg(step.counts[size_t(i)]);
  return text;
}

void HistoryPlot::setCurrent(int bar) {
  current_ = bar;
  if (plot_ == nullptr) return;
  mark_->setVisible(bar >= 0);
  if (bar >= 0) {
    const double key = keyOf(steps_[size_t(bar)]);
    mark_->topLeft->setCoords(key - stepSeconds() / 2, 0.0);
    mark_->bottomRight->setCoords(key + stepSeconds() / 2, 1.0);
    setAccessibleDescription(describe(bar));
  }
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

void HistoryPlot::choose(int bar) {
  if (bar < 0) return;
  const Step step = steps_[size_t(bar)];
  emit spanChosen(step.beginUtcMs, step.endUtcMs);
}

void HistoryPlot::keyPressEvent(QKeyEvent* event) {
  const int last = bars() - 1;
  if (last < 0) return QWidget::keyPressEvent(event);
  switch (event->key()) {
    case Qt::Key_Left:
      return setCurrent(current_ < 0 ? last : std::max(0, current_ - 1));
    case Qt::Key_Right:
      return setCurrent(std::min(last, current_ + 1));
    case Qt::Key_Home:
      return setCurrent(0);
    case Qt::Key_End:
      return setCurrent(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return choose(current_);
    default:
      QWidget::keyPressEvent(event);
  }
}

void HistoryPlot::focusOutEvent(QFocusEvent* event) {
  setCurrent(-1);
  QWidget::focusOutEvent(event);
}

void HistoryPlot::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) style();
}

void HistoryPlot::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  setAxes();
}

}  // namespace earwitness::gui
