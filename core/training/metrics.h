#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace earwitness {

/// Counts of (target, prediction).
class ConfusionMatrix {
 public:
  explicit ConfusionMatrix(int nClasses)
      : nClasses_(nClasses), counts_(size_t(nClasses) * size_t(nClasses)) {}

  void add(int target, int prediction) { ++counts_[index(target, prediction)]; }
  long count(int target, int prediction) const { return counts_[index(target, prediction)]; }
  int nClasses() const { return nClasses_; }
  long total() const;
  long targets(int label) const;      ///< row sum
  long predictions(int label) const;  ///< column sum

  double accuracy() const;
  /// Mean over classes of per-class recall; classes absent from the targets do not count.
  double balancedAccuracy() const;
  double recall(int label) const;     ///< NaN where the class has no target
  double precision(int label) const;  ///< NaN where the class was never predicted
  double f1(int label) const;         ///< 0 where there is neither

 private:
  size_t index(int target, int prediction) const {
    return size_t(target) * size_t(nClasses_) + size_t(prediction);
  }
  int nClasses_;
  std::vector<long> counts_;
};

/// What a pass over a set of clips gives.
struct Figures {
  double loss = 0.0;  ///< mean cross-entropy, natural logarithm
  double accuracy = 0.0;
  double balancedAccuracy = 0.0;
};
nlohmann::json toJson(const Figures& figures);

/// {labels, counts} of the matrix, and {label, targets, precision, recall, f1} of each class.
nlohmann::json confusionToJson(const ConfusionMatrix& matrix,
                               const std::vector<std::string>& labels);
nlohmann::json perClassToJson(const ConfusionMatrix& matrix,
                              const std::vector<std::string>& labels);

}  // namespace earwitness
