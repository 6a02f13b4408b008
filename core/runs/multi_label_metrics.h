// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/runs/metrics.h"

namespace earwitness {

/// What a model that names several sounds at once says of clips, and which labels these have.
class LabelScores {
 public:
  explicit LabelScores(int nClasses) : nClasses_(size_t(nClasses)) {}

  /// `scores` (nClasses), 0 to 1; `labels` are those of the clip, none or more.
  void add(std::span<const double> scores, std::span<const int> labels);

  int nClasses() const { return int(nClasses_); }
  size_t nClips() const { return scores_.size() / std::max<size_t>(1, nClasses_); }
  double score(size_t clip, int label) const { return scores_[clip * nClasses_ + size_t(label)]; }
  bool has(size_t clip, int label) const { return has_[clip * nClasses_ + size_t(label)]; }
  long clipsWith(int label) const;

  /// Mean binary cross-entropy over clips and classes, natural logarithm.
  double loss() const;

 private:
  size_t nClasses_;
  std::vector<double> scores_;  ///< (nClips, nClasses)
  std::vector<bool> has_;       ///< (nClips, nClasses)
};

/// Mean of the precisions at the clips of the class, the clips ranked by score; equal scores have
/// one rank (as scikit-learn's average_precision_score). NaN where no clip has the label.
double averagePrecision(const LabelScores& scores, int label);

/// For each class the threshold with the highest F1: between two scores of its clips, from 0.05 to
/// 0.95; of equals the one nearest to 0.5. 0.5 for classes with fewer than five clips, because a
/// threshold between so few scores says little of other clips.
std::vector<float> fittedThresholds(const LabelScores& scores);

/// How well one class is named. Precision and recall are NaN where undefined.
struct LabelFigures {
  long clips = 0;  ///< that have the label
  double threshold = 0.5;
  double averagePrecision = 0.0;  ///< NaN where no clip has the label
  double precision = 0.0;
  double recall = 0.0;
  double f1 = 0.0;
};
/// A clip is named so where its score reaches the threshold; one threshold per class.
std::vector<LabelFigures> labelFigures(const LabelScores& scores,
                                       const std::vector<float>& thresholds);

/// Means over the classes that clips have; NaN where none has a label.
MultiLabelFigures meanFigures(const std::vector<LabelFigures>& figures);

/// {label, targets, precision, recall, f1, average_precision, threshold} of each class; null where
/// undefined.
nlohmann::json toJson(const std::vector<LabelFigures>& figures,
                      const std::vector<std::string>& labels);

}  // namespace earwitness
