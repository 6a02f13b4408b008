// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/class_ranking.h"

#include <algorithm>

namespace earwitness::gui {

namespace {
constexpr float kClearLead = 0.05F;  // by which a class must beat another to take its place at once
constexpr qint64 kOrderEveryMs = 800;  // how often places are put into their exact order
}  // namespace

const std::vector<int>& ClassRanking::rank(std::span<const float> scores,
                                           const std::vector<int>& candidates, size_t count) {
  const bool settle = !sinceOrdered_.isValid() || sinceOrdered_.elapsed() >= kOrderEveryMs;
  if (settle) sinceOrdered_.start();
  const float lead = settle ? 0.0F : kClearLead;
  const auto placeOf = [this](int label) {
    return std::find(ranked_.begin(), ranked_.end(), label) - ranked_.begin();
  };
  const auto holds = [&](int label) { return placeOf(label) < std::ssize(ranked_); };
  const auto merit = [&](int label) {
    return scores[size_t(label)] + (holds(label) ? lead : 0.0F);
  };

  std::vector<int> best = candidates;
  count = std::min(count, best.size());
  std::partial_sort(best.begin(), best.begin() + long(count), best.end(), [&](int a, int b) {
    const float meritA = merit(a);
    const float meritB = merit(b);
    return meritA > meritB || (meritA == meritB && a < b);
  });
  best.resize(count);
  // Among those shown, the order changes only for a clear lead.
  std::stable_sort(best.begin(), best.end(), [&](int a, int b) { return placeOf(a) < placeOf(b); });
  for (size_t pass = 0; pass + 1 < best.size(); ++pass)
    for (size_t i = 0; i + 1 < best.size(); ++i)
      if (scores[size_t(best[i + 1])] > scores[size_t(best[i])] + lead)
        std::swap(best[i], best[i + 1]);
  ranked_ = std::move(best);
  return ranked_;
}

}  // namespace earwitness::gui
