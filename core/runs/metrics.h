// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace earwitness {

/// Counts of (target, prediction). Sparse, so that ten thousand classes cost no more than their
/// clips.
class ConfusionMatrix {
 public:
  using Cells = std::map<std::pair<int, int>, long>;

  explicit ConfusionMatrix(int nClasses)
      : nClasses_(nClasses), targets_(size_t(nClasses)), predictions_(size_t(nClasses)) {}

  void add(int target, int prediction, long times = 1);
  long count(int target, int prediction) const;
  int nClasses() const { return nClasses_; }
  long total() const { return total_; }
  long targets(int label) const { return targets_[size_t(label)]; }          ///< row sum
  long predictions(int label) const { return predictions_[size_t(label)]; }  ///< column sum
  /// Those that are not 0, by (target, prediction).
  const Cells& cells() const { return cells_; }

  double accuracy() const;
  /// Mean over classes of per-class recall; classes absent from the targets do not count.
  double balancedAccuracy() const;
  double recall(int label) const;     ///< NaN where the class has no target
  double precision(int label) const;  ///< NaN where the class was never predicted
  double f1(int label) const;         ///< 0 where there is neither

 private:
  int nClasses_;
  long total_ = 0;
  Cells cells_;
  std::vector<long> targets_;
  std::vector<long> predictions_;
};

/// How well a model names several sounds at once: means over the classes that clips have. NaN where
/// unknown, as after a training epoch.
struct MultiLabelFigures {
  double meanAveragePrecision = std::numeric_limits<double>::quiet_NaN();
  double macroF1 = std::numeric_limits<double>::quiet_NaN();
};

/// What a pass over a set of clips gives.
struct Figures {
  double loss = 0.0;  ///< mean cross-entropy (binary for several labels), natural logarithm
  double accuracy = 0.0;
  double balancedAccuracy = 0.0;
  /// Of models of several labels per clip, instead of the accuracies.
  std::optional<MultiLabelFigures> multiLabel = {};
};
/// What runs are compared by: mean average precision for several labels per clip, else balanced
/// accuracy. NaN where unknown.
double mainFigure(const Figures& figures);
/// The same to sort by: -1 where unknown.
double rankOf(const std::optional<Figures>& figures);
/// The higher main figure, then the lower loss.
bool isBetter(const Figures& figures, const Figures& than);
nlohmann::json toJson(const Figures& figures);
/// A loss of null is NaN.
Figures figuresFromJson(const nlohmann::json& json);

/// {"labels": [...], "cells": [[target, prediction, count], ...]} with indices into the labels;
/// cells of 0 are left out.
nlohmann::json confusionToJson(const ConfusionMatrix& matrix,
                               const std::vector<std::string>& labels);
ConfusionMatrix confusionFromJson(const nlohmann::json& json);
/// {label, targets, precision, recall, f1} of each class; null where undefined.
nlohmann::json perClassToJson(const ConfusionMatrix& matrix,
                              const std::vector<std::string>& labels);

}  // namespace earwitness
