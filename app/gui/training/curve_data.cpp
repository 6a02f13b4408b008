// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/curve_data.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <limits>

namespace earwitness::gui {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

double valueOf(CurvePanel panel, const Figures& figures) {
  return panel == CurvePanel::Loss ? figures.loss : mainFigure(figures);
}

/// Where in the run the running epoch is; nothing before its first step.
std::optional<double> runningEpoch(const RunView& view) {
  if (!view.step || view.step->steps <= 0) return std::nullopt;
  const StepPoint& step = *view.step;
  if (!view.epochs.empty() && step.epoch <= view.epochs.back().epoch) return std::nullopt;
  return double(step.epoch - 1) + double(step.step) / double(step.steps);
}

CurveSeries trainingSeries(const RunView& view, int run, CurvePanel panel) {
  CurveSeries series{.run = run, .panel = panel, .validation = false, .epochs = {}, .values = {}};
  for (const EpochPoint& point : view.epochs) {
    series.epochs.push_back(point.epoch);
    series.values.push_back(panel == CurvePanel::LearningRate ? point.learningRate
                                                              : valueOf(panel, point.training));
  }
  if (const auto running = runningEpoch(view)) {
    series.epochs.push_back(*running);
    series.values.push_back(panel == CurvePanel::Loss         ? view.step->loss
                            : panel == CurvePanel::MainFigure ? view.step->balancedAccuracy
                                                              : view.step->learningRate);
  }
  return series;
}

CurveSeries validationSeries(const RunView& view, int run, CurvePanel panel) {
  CurveSeries series{.run = run, .panel = panel, .validation = true, .epochs = {}, .values = {}};
  for (const EpochPoint& point : view.epochs) {
    series.epochs.push_back(point.epoch);
    series.values.push_back(point.validation ? valueOf(panel, *point.validation) : kNothing);
  }
  return series;
}

/// The lowest and the highest of the points from `first` to before `end`, in order.
void addExtremes(const std::vector<double>& epochs, const std::vector<double>& values, size_t first,
                 size_t end, CurvePoints& into) {
  size_t lowest = first;
  size_t highest = first;
  for (size_t i = first; i < end; ++i) {
    if (std::isnan(values[i])) continue;
    if (std::isnan(values[lowest]) || values[i] < values[lowest]) lowest = i;
    if (std::isnan(values[highest]) || values[i] > values[highest]) highest = i;
  }
  const auto add = [&](size_t i) {
    into.epochs.push_back(epochs[i]);
    into.values.push_back(values[i]);
  };
  add(std::min(lowest, highest));
  if (lowest != highest) add(std::max(lowest, highest));
}

}  // namespace

std::vector<CurveSeries> seriesOf(const RunView& view, int run) {
  std::vector<CurveSeries> all;
  for (const CurvePanel panel : {CurvePanel::Loss, CurvePanel::MainFigure}) {
    all.push_back(trainingSeries(view, run, panel));
    all.push_back(validationSeries(view, run, panel));
  }
  all.push_back(trainingSeries(view, run, CurvePanel::LearningRate));
  std::erase_if(all, [](const CurveSeries& series) {
    return std::all_of(series.values.begin(), series.values.end(),
                       [](double value) { return std::isnan(value); });
  });
  return all;
}

std::vector<double> smoothed(const std::vector<double>& values, double weight) {
  if (weight <= 0.0) return values;
  std::vector<double> result(values);
  double average = 0.0;
  double left = 1.0;  // of the start's weight
  for (double& value : result) {
    if (std::isnan(value)) continue;
    average = weight * average + (1.0 - weight) * value;
    left *= weight;
    value = average / (1.0 - left);
  }
  return result;
}

CurvePoints pointsInView(const std::vector<double>& epochs, const std::vector<double>& values,
                         double from, double to, int columns) {
  CurvePoints points;
  const auto begin = epochs.begin();
  size_t first = size_t(std::lower_bound(begin, epochs.end(), from) - begin);
  size_t end = size_t(std::upper_bound(begin, epochs.end(), to) - begin);
  if (first > 0) --first;
  if (end < epochs.size()) ++end;
  const size_t count = end > first ? end - first : 0;
  const size_t buckets = size_t(std::max(1, columns));
  if (count <= 2 * buckets) {
    points.epochs.assign(begin + long(first), begin + long(end));
    points.values.assign(values.begin() + long(first), values.begin() + long(end));
    return points;
  }
  points.epochs.reserve(2 * buckets);
  points.values.reserve(2 * buckets);
  for (size_t bucket = 0; bucket < buckets; ++bucket)
    addExtremes(epochs, values, first + bucket * count / buckets,
                first + (bucket + 1) * count / buckets, points);
  return points;
}

const EpochPoint* epochOf(const RunView& view, int epoch) {
  const auto found =
      std::lower_bound(view.epochs.begin(), view.epochs.end(), epoch,
                       [](const EpochPoint& point, int number) { return point.epoch < number; });
  return found == view.epochs.end() || found->epoch != epoch ? nullptr : &*found;
}

QString accuracyText(double share) {
  if (!std::isfinite(share)) return QStringLiteral("–");
  return QCoreApplication::translate("Format", "%1%", "a percentage")
      .arg(QLocale().toString(share * 100.0, 'f', 1));
}

QString figureText(double value) {
  if (!std::isfinite(value)) return QStringLiteral("–");
  const double size = std::abs(value);
  if (size == 0.0) return QLocale().toString(0);
  if (size < 1e-4 || size >= 1e4) return QLocale().toString(value, 'g', 3);
  const int before = int(std::floor(std::log10(size)));
  return QLocale().toString(value, 'f', std::clamp(2 - before, 0, 6));
}

}  // namespace earwitness::gui
