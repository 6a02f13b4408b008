// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>
#include <vector>

#include "app/gui/widgets/class_ranking.h"
#include "core/events/label_hierarchy.h"

namespace earwitness::gui {

/// How a class is treated.
struct ClassTreatment {
  float threshold = 0.5F;
  bool isModels = true;  ///< the threshold is the model's own
  bool pinned = false;
  bool hidden = false;  ///< ignored: no events, alerts or clips
};

/// The classes of a model with their scores.
struct ClassScores {
  QStringList labels;                      ///< in the language of the window
  std::vector<ClassTreatment> treatments;  ///< (nLabels)
  LabelHierarchy hierarchy;
  std::vector<float> scores;  ///< (nLabels) or empty
  /// The classes that are results, if something else than the scores decides it: the events of a
  /// file. Otherwise a class is a result while its score is over its threshold.
  std::optional<std::vector<ShownLabel>> results = std::nullopt;

  /// True if the class may look like a result. With `results`, those are the classes named there
  /// and, where they are listed, the more general ones that they stand for.
  bool isResult(int label) const;
};

/// Which classes are shown, and in what order: first the pinned ones, then the results by score,
/// the most specific ones only, then some that are below their thresholds, each in the place that
/// it had before. Nothing moves with scores below thresholds. A class that is pinned or a result
/// stands for its more general classes, which have no row unless they are pinned. Thread: GUI.
class ShownClasses {
 public:
  /// Labels for `count` rows; more if more are pinned. Without scores only the pinned ones.
  std::vector<int> rows(const ClassScores& now, size_t count);
  /// Labels of all classes whose names contain `filter`, by name.
  std::vector<int> listed(const ClassScores& now, const QString& filter);
  /// More general classes that `label` stands for, as of the last call of rows() or listed().
  std::vector<int> parentsOf(int label) const;
  void clear();

 private:
  void findOver(const ClassScores& now);
  std::vector<int> quietLabels(const ClassScores& now, const std::vector<int>& candidates,
                               size_t count);

  /// Over their thresholds, or just below again; the hidden ones, too, as they hide their parents.
  std::vector<ShownLabel> over_;
  std::vector<int> recent_;  ///< those below that were over theirs lately, or came near
  ClassRanking ranking_;
};

}  // namespace earwitness::gui
