// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/runs/metrics.h"

namespace earwitness {

enum class ClassOrder {
  Name,       ///< alphabetical
  Confusion,  ///< classes that are taken for one another stand beside each other
  Recall      ///< worst first; classes without a target last
};

/// The classes, as indices, in an order to show them in. By confusion: groups that are linked by
/// the largest shares of confused clips come first, classes that are never confused last, and
/// within a group the two ends of each link are as near to each other as they can be. As fast with
/// ten thousand classes as their cells allow.
std::vector<int> orderedClasses(const ConfusionMatrix& matrix,
                                const std::vector<std::string>& labels, ClassOrder order);

}  // namespace earwitness
