// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/metrics.h"

#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/base/error.h"

namespace earwitness {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

double ratio(long part, long whole) {
  return whole == 0 ? kUndefined : double(part) / double(whole);
}

double numberOrNan(const nlohmann::json& value) {
  return value.is_null() ? kUndefined : value.get<double>();
}

nlohmann::json numberOrNull(double value) {
  return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json();
}

}  // namespace

void ConfusionMatrix::add(int target, int prediction, long times) {
  cells_[{target, prediction}] += times;
  targets_[size_t(target)] += times;
  predictions_[size_t(prediction)] += times;
  total_ += times;
}

long ConfusionMatrix::count(int target, int prediction) const {
  const auto cell = cells_.find({target, prediction});
  return cell == cells_.end() ? 0 : cell->second;
}

double ConfusionMatrix::accuracy() const {
  long right = 0;
  for (int label = 0; label < nClasses_; ++label) right += count(label, label);
  return total() == 0 ? 0.0 : ratio(right, total());
}

double ConfusionMatrix::balancedAccuracy() const {
  double sum = 0.0;
  int present = 0;
  for (int label = 0; label < nClasses_; ++label) {
    if (targets(label) == 0) continue;
    sum += recall(label);
    ++present;
  }
  return present == 0 ? 0.0 : sum / present;
}

double ConfusionMatrix::recall(int label) const {
  return ratio(count(label, label), targets(label));
}

double ConfusionMatrix::precision(int label) const {
  return ratio(count(label, label), predictions(label));
}

double ConfusionMatrix::f1(int label) const {
  const long together = targets(label) + predictions(label);
  return together == 0 ? 0.0 : 2.0 * double(count(label, label)) / double(together);
}

double mainFigure(const Figures& figures) {
  return figures.multiLabel ? figures.multiLabel->meanAveragePrecision : figures.balancedAccuracy;
}

double rankOf(const std::optional<Figures>& figures) {
  const double figure = figures ? mainFigure(*figures) : kUndefined;
  return std::isnan(figure) ? -1.0 : figure;
}

bool isBetter(const Figures& figures, const Figures& than) {
  if (rankOf(figures) != rankOf(than)) return rankOf(figures) > rankOf(than);
  return figures.loss < than.loss;
}

nlohmann::json toJson(const Figures& figures) {
  if (figures.multiLabel)
    return {{"loss", numberOrNull(figures.loss)},
            {"mean_average_precision", numberOrNull(figures.multiLabel->meanAveragePrecision)},
            {"macro_f1", numberOrNull(figures.multiLabel->macroF1)}};
  return {{"loss", numberOrNull(figures.loss)},
          {"accuracy", figures.accuracy},
          {"balanced_accuracy", figures.balancedAccuracy}};
}

Figures figuresFromJson(const nlohmann::json& json) {
  if (json.contains("mean_average_precision"))
    return {.loss = numberOrNan(json.at("loss")),
            .multiLabel = MultiLabelFigures{numberOrNan(json.at("mean_average_precision")),
                                            numberOrNan(json.at("macro_f1"))}};
  return {.loss = numberOrNan(json.at("loss")),
          .accuracy = json.at("accuracy"),
          .balancedAccuracy = json.at("balanced_accuracy")};
}

nlohmann::json confusionToJson(const ConfusionMatrix& matrix,
                               const std::vector<std::string>& labels) {
  nlohmann::json cells = nlohmann::json::array();
  for (const auto& [cell, count] : matrix.cells())
    cells.push_back({cell.first, cell.second, count});
  return {{"labels", labels}, {"cells", cells}};
}

ConfusionMatrix confusionFromJson(const nlohmann::json& json) {
  ConfusionMatrix matrix(int(json.at("labels").size()));
  for (const auto& cell : json.at("cells")) {
    const int target = cell.at(0);
    const int prediction = cell.at(1);
    if (target < 0 || prediction < 0 || target >= matrix.nClasses() ||
        prediction >= matrix.nClasses())
      throw Error("A confusion matrix names a class that it does not have.");
    matrix.add(target, prediction, cell.at(2));
  }
  return matrix;
}

nlohmann::json perClassToJson(const ConfusionMatrix& matrix,
                              const std::vector<std::string>& labels) {
  nlohmann::json classes = nlohmann::json::array();
  for (int label = 0; label < matrix.nClasses(); ++label)
    classes.push_back({{"label", labels[size_t(label)]},
                       {"targets", matrix.targets(label)},
                       {"precision", numberOrNull(matrix.precision(label))},
                       {"recall", numberOrNull(matrix.recall(label))},
                       {"f1", matrix.f1(label)}});
  return classes;
}

}  // namespace earwitness
