// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace earwitness {

/// For each label of a model the labels that are more general, nearest first: "Bark" has "Dog",
/// "Domestic animals, pets" and "Animal". Empty: no label is more general than another.
struct LabelHierarchy {
  std::vector<std::vector<int>> ancestors;  ///< (nLabels) or empty

  bool empty() const { return ancestors.empty(); }
  bool operator==(const LabelHierarchy&) const = default;
};

/// A label that is shown, with those that it stands for.
struct ShownLabel {
  int label = 0;
  std::vector<int> parents;  ///< ancestors that are over their thresholds as well, nearest first

  bool operator==(const ShownLabel&) const = default;
};

/// Of the labels that are over their thresholds, those without a descendant among them, by falling
/// score; each with its ancestors that are hidden for it. scores (nLabels). Labels that are not in
/// the hierarchy are shown. Pure.
std::vector<ShownLabel> mostSpecific(const LabelHierarchy& hierarchy, std::span<const int> over,
                                     std::span<const float> scores);

}  // namespace earwitness
