// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/label_hierarchy.h"

#include <algorithm>
#include <set>

namespace earwitness {

std::vector<ShownLabel> mostSpecific(const LabelHierarchy& hierarchy, std::span<const int> over,
                                     std::span<const float> scores) {
  const std::set<int> active(over.begin(), over.end());
  const auto ancestorsOf = [&hierarchy](int label) -> std::span<const int> {
    if (label < 0 || size_t(label) >= hierarchy.ancestors.size()) return {};
    return hierarchy.ancestors[size_t(label)];
  };
  std::set<int> hidden;
  for (const int label : active)
    for (const int ancestor : ancestorsOf(label))
      if (active.contains(ancestor)) hidden.insert(ancestor);

  std::vector<ShownLabel> shown;
  for (const int label : active) {
    if (hidden.contains(label)) continue;
    ShownLabel entry{.label = label, .parents = {}};
    for (const int ancestor : ancestorsOf(label))
      if (active.contains(ancestor)) entry.parents.push_back(ancestor);
    shown.push_back(std::move(entry));
  }
  const auto scoreOf = [scores](const ShownLabel& entry) {
    return size_t(entry.label) < scores.size() ? scores[size_t(entry.label)] : 0.0F;
  };
  std::stable_sort(shown.begin(), shown.end(),
                   [&scoreOf](const ShownLabel& left, const ShownLabel& right) {
                     return scoreOf(left) > scoreOf(right);
                   });
  return shown;
}

}  // namespace earwitness
