// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <span>
#include <vector>

namespace earwitness::gui {

/// The best classes of scores that change many times a second, in an order that does not flicker: a
/// class keeps its place until another beats it clearly; from time to time the order is made exact.
/// Thread: GUI.
class ClassRanking {
 public:
  /// scores (nLabels); of `candidates` (labels) the best `count`, best first.
  const std::vector<int>& rank(std::span<const float> scores, const std::vector<int>& candidates,
                               size_t count);
  const std::vector<int>& ranked() const { return ranked_; }
  void clear() { ranked_.clear(); }

 private:
  std::vector<int> ranked_;
  QElapsedTimer sinceOrdered_;
};

}  // namespace earwitness::gui
