#include "core/training/metrics.h"

#include <cmath>
#include <limits>
#include <numeric>

#include <nlohmann/json.hpp>

namespace earwitness {
namespace {

double ratio(long part, long whole) {
  return whole == 0 ? std::numeric_limits<double>::quiet_NaN() : double(part) / double(whole);
}

nlohmann::json numberOrNull(double value) {
  return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json();
}

}  // namespace

long ConfusionMatrix::total() const {
  return std::accumulate(counts_.begin(), counts_.end(), 0L);
}

long ConfusionMatrix::targets(int label) const {
  long sum = 0;
  for (int other = 0; other < nClasses_; ++other) sum += count(label, other);
  return sum;
}

long ConfusionMatrix::predictions(int label) const {
  long sum = 0;
  for (int other = 0; other < nClasses_; ++other) sum += count(other, label);
  return sum;
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

nlohmann::json toJson(const Figures& figures) {
  return {{"loss", numberOrNull(figures.loss)},
          {"accuracy", figures.accuracy},
          {"balanced_accuracy", figures.balancedAccuracy}};
}

nlohmann::json confusionToJson(const ConfusionMatrix& matrix,
                               const std::vector<std::string>& labels) {
  nlohmann::json counts = nlohmann::json::array();
  for (int target = 0; target < matrix.nClasses(); ++target) {
    nlohmann::json row = nlohmann::json::array();
    for (int prediction = 0; prediction < matrix.nClasses(); ++prediction)
      row.push_back(matrix.count(target, prediction));
    counts.push_back(std::move(row));
  }
  return {{"labels", labels}, {"counts", counts}};
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
