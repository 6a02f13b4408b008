// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/class_order.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace earwitness {
namespace {

/// How much two classes are taken for one another.
struct Link {
  int one = 0;
  int other = 0;
  double share = 0.0;  ///< of the clips of both, each class counting the same
};

std::vector<Link> linksOf(const ConfusionMatrix& matrix) {
  std::map<std::pair<int, int>, double> shares;
  for (const auto& [cell, count] : matrix.cells()) {
    const auto [target, prediction] = cell;
    if (target == prediction || count == 0) continue;
    shares[std::minmax(target, prediction)] += double(count) / double(matrix.targets(target));
  }
  std::vector<Link> links;
  links.reserve(shares.size());
  for (const auto& [pair, share] : shares) links.push_back({pair.first, pair.second, share});
  std::stable_sort(links.begin(), links.end(),
                   [](const Link& a, const Link& b) { return a.share > b.share; });
  return links;
}

/// Rows of classes that are joined at their ends, strongest links first.
class Chains {
 public:
  explicit Chains(int nClasses) : chainOf_(size_t(nClasses)), chains_(size_t(nClasses)) {
    std::iota(chainOf_.begin(), chainOf_.end(), 0);
    for (int label = 0; label < nClasses; ++label) chains_[size_t(label)] = {label};
  }

  void join(const Link& link) {
    const int left = chainOf_[size_t(link.one)];
    const int right = chainOf_[size_t(link.other)];
    if (left == right) return;
    std::vector<int>& head = chains_[size_t(left)];
    std::vector<int>& tail = chains_[size_t(right)];
    if (stepsToEnd(head, link.one) > stepsFromStart(head, link.one))
      std::reverse(head.begin(), head.end());
    if (stepsFromStart(tail, link.other) > stepsToEnd(tail, link.other))
      std::reverse(tail.begin(), tail.end());
    for (const int label : tail) chainOf_[size_t(label)] = left;
    head.insert(head.end(), tail.begin(), tail.end());
    tail.clear();
  }
  const std::vector<int>& chainWith(int label) const {
    return chains_[size_t(chainOf_[size_t(label)])];
  }

 private:
  static long stepsFromStart(const std::vector<int>& chain, int label) {
    return std::find(chain.begin(), chain.end(), label) - chain.begin();
  }
  static long stepsToEnd(const std::vector<int>& chain, int label) {
    return long(chain.size()) - 1 - stepsFromStart(chain, label);
  }

  std::vector<int> chainOf_;
  std::vector<std::vector<int>> chains_;
};

std::vector<int> byConfusion(const ConfusionMatrix& matrix, const std::vector<int>& byName) {
  const std::vector<Link> links = linksOf(matrix);
  Chains chains(matrix.nClasses());
  for (const Link& link : links) chains.join(link);
  std::vector<int> order;
  std::vector<bool> taken(size_t(matrix.nClasses()), false);
  const auto take = [&](int label) {
    if (taken[size_t(label)]) return;
    for (const int member : chains.chainWith(label)) {
      order.push_back(member);
      taken[size_t(member)] = true;
    }
  };
  for (const Link& link : links) take(link.one);
  for (const int label : byName) take(label);
  return order;
}

}  // namespace

std::vector<int> orderedClasses(const ConfusionMatrix& matrix,
                                const std::vector<std::string>& labels, ClassOrder order) {
  std::vector<int> classes(size_t(matrix.nClasses()));
  std::iota(classes.begin(), classes.end(), 0);
  std::stable_sort(classes.begin(), classes.end(),
                   [&](int a, int b) { return labels[size_t(a)] < labels[size_t(b)]; });
  if (order == ClassOrder::Confusion) return byConfusion(matrix, classes);
  if (order == ClassOrder::Recall) {
    const auto recall = [&](int label) {
      return matrix.targets(label) == 0 ? 2.0 : matrix.recall(label);
    };
    std::stable_sort(classes.begin(), classes.end(),
                     [&](int a, int b) { return recall(a) < recall(b); });
  }
  return classes;
}

}  // namespace earwitness
