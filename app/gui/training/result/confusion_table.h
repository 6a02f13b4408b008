// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <vector>

#include "core/runs/metrics.h"

namespace earwitness::gui {

/// What clips are, and what they were called.
struct ConfusionCell {
  int target = 0;
  int prediction = 0;
  bool operator==(const ConfusionCell&) const = default;
};

/// The numbers of a confusion matrix with the order in which its classes stand. Thread: GUI.
class ConfusionTable {
 public:
  /// In the order of the labels.
  void setMatrix(const ConfusionMatrix& matrix, const std::vector<std::string>& labels);

  /// All classes, each once, as they are to stand from the top and from the left.
  void setOrder(std::vector<int> order);
  const std::vector<int>& order() const { return order_; }
  /// Shares of a class's clips instead of numbers of clips.
  void setRates(bool rates) { rates_ = rates; }

  int nClasses() const { return matrix_.nClasses(); }
  const ConfusionMatrix& matrix() const { return matrix_; }
  const std::vector<QString>& labels() const { return labels_; }
  long count(ConfusionCell cell) const { return matrix_.count(cell.target, cell.prediction); }
  const QString& labelAt(int place) const { return labels_[size_t(order_[size_t(place)])]; }
  /// Row or column of a class, and the other way round.
  int placeOf(int label) const { return places_[size_t(label)]; }
  ConfusionCell cellAt(int row, int column) const {
    return {order_[size_t(row)], order_[size_t(column)]};
  }

  /// "12" or "86%"; empty where there is nothing.
  QString text(ConfusionCell cell) const;
  /// What no text is wider than, without the sign.
  QString widestText() const;
  /// 0 for nothing, `faintest` for a little, 1 for the most there can be; small shares are lifted,
  /// as they are what is looked for.
  double strength(ConfusionCell cell, double faintest) const;

 private:
  ConfusionMatrix matrix_{0};
  std::vector<QString> labels_;
  std::vector<int> order_;   ///< class by place
  std::vector<int> places_;  ///< place by class
  long mostClips_ = 1;       ///< in a cell
  bool rates_ = true;
};

}  // namespace earwitness::gui
