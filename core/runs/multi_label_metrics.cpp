// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/multi_label_metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <nlohmann/json.hpp>

namespace earwitness {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
constexpr double kSmallest = 1e-12;  // of a probability, in logarithms
constexpr double kUsualThreshold = 0.5;
constexpr double kLowestThreshold = 0.05;
constexpr double kHighestThreshold = 0.95;
constexpr long kFewestClips = 5;
constexpr double kRounding = 1e-9;

double ratio(long part, long whole) {
  return whole == 0 ? kUndefined : double(part) / double(whole);
}

double f1Of(long right, long named, long clips) {
  return named + clips == 0 ? 0.0 : 2.0 * double(right) / double(named + clips);
}

/// Scores for one class, the highest first, each with whether its clip has the label.
using Ranking = std::vector<std::pair<double, bool>>;

Ranking rankingOf(const LabelScores& scores, int label) {
  Ranking ranking;
  ranking.reserve(scores.nClips());
  for (size_t clip = 0; clip < scores.nClips(); ++clip)
    ranking.emplace_back(scores.score(clip, label), scores.has(clip, label));
  std::sort(ranking.begin(), ranking.end(),
            [](const auto& a, const auto& b) { return a.first > b.first; });
  return ranking;
}

/// Calls `visit(end, right)` after each group of equal scores: clips so far, and those of them that
/// have the label.
template <typename Visit>
void visitRanks(const Ranking& ranking, Visit visit) {
  long right = 0;
  for (size_t i = 0; i < ranking.size(); ++i) {
    right += ranking[i].second;
    if (i + 1 == ranking.size() || ranking[i + 1].first < ranking[i].first) visit(i + 1, right);
  }
}

double fittedThreshold(const LabelScores& scores, int label) {
  const long clips = scores.clipsWith(label);
  if (clips < kFewestClips) return kUsualThreshold;
  const Ranking ranking = rankingOf(scores, label);
  double best = kUsualThreshold;
  double bestF1 = -1.0;
  const auto consider = [&](double threshold, double f1) {
    const bool isNearer = std::abs(threshold - kUsualThreshold) < std::abs(best - kUsualThreshold);
    if (f1 < bestF1 - kRounding || (f1 < bestF1 + kRounding && !isNearer)) return;
    best = threshold;
    bestF1 = f1;
  };
  double above = 1.0;  // the lowest score that is still named
  long right = 0;
  const auto considerBetween = [&](double below, long named) {
    // Any threshold from above `below` up to `above` names the same clips: the middle, or the usual
    // one where that lies between them.
    if (below < kUsualThreshold && kUsualThreshold <= above)
      consider(kUsualThreshold, f1Of(right, named, clips));
    const double middle = std::clamp((below + above) / 2.0, kLowestThreshold, kHighestThreshold);
    if (below < middle && middle <= above) consider(middle, f1Of(right, named, clips));
  };
  if (!ranking.empty() && ranking.front().first < 1.0) considerBetween(ranking.front().first, 0);
  visitRanks(ranking, [&](size_t end, long rightSoFar) {
    above = ranking[end - 1].first;
    right = rightSoFar;
    considerBetween(end < ranking.size() ? ranking[end].first : 0.0, long(end));
  });
  return best;
}

nlohmann::json numberOrNull(double value) {
  return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json();
}

}  // namespace

void LabelScores::add(std::span<const double> scores, std::span<const int> labels) {
  scores_.insert(scores_.end(), scores.begin(), scores.end());
  const size_t first = has_.size();
  has_.resize(first + nClasses_);
  for (const int label : labels) has_[first + size_t(label)] = true;
}

long LabelScores::clipsWith(int label) const {
  long count = 0;
  for (size_t clip = 0; clip < nClips(); ++clip) count += has(clip, label);
  return count;
}

double LabelScores::loss() const {
  double sum = 0.0;
  for (size_t i = 0; i < scores_.size(); ++i)
    sum -= std::log(std::max(has_[i] ? scores_[i] : 1.0 - scores_[i], kSmallest));
  return sum / double(std::max<size_t>(1, scores_.size()));
}

double averagePrecision(const LabelScores& scores, int label) {
  const long clips = scores.clipsWith(label);
  if (clips == 0) return kUndefined;
  double sum = 0.0;
  long before = 0;
  visitRanks(rankingOf(scores, label), [&](size_t end, long right) {
    sum += double(right - before) * double(right) / double(end);
    before = right;
  });
  return sum / double(clips);
}

std::vector<float> fittedThresholds(const LabelScores& scores) {
  std::vector<float> thresholds;
  for (int label = 0; label < scores.nClasses(); ++label)
    thresholds.push_back(float(fittedThreshold(scores, label)));
  return thresholds;
}

std::vector<LabelFigures> labelFigures(const LabelScores& scores,
                                       const std::vector<float>& thresholds) {
  std::vector<LabelFigures> figures;
  for (int label = 0; label < scores.nClasses(); ++label) {
    const float threshold = thresholds[size_t(label)];
    long named = 0;
    long right = 0;
    for (size_t clip = 0; clip < scores.nClips(); ++clip) {
      // As a model in use compares them.
      if (float(scores.score(clip, label)) < threshold) continue;
      ++named;
      right += scores.has(clip, label);
    }
    const long clips = scores.clipsWith(label);
    figures.push_back({.clips = clips,
                       .threshold = threshold,
                       .averagePrecision = averagePrecision(scores, label),
                       .precision = ratio(right, named),
                       .recall = ratio(right, clips),
                       .f1 = f1Of(right, named, clips)});
  }
  return figures;
}

MultiLabelFigures meanFigures(const std::vector<LabelFigures>& figures) {
  double precisions = 0.0;
  double f1s = 0.0;
  long classes = 0;
  for (const LabelFigures& its : figures) {
    if (its.clips == 0) continue;
    precisions += its.averagePrecision;
    f1s += its.f1;
    ++classes;
  }
  if (classes == 0) return {};
  return {precisions / double(classes), f1s / double(classes)};
}

nlohmann::json toJson(const std::vector<LabelFigures>& figures,
                      const std::vector<std::string>& labels) {
  nlohmann::json classes = nlohmann::json::array();
  for (size_t label = 0; label < figures.size(); ++label) {
    const LabelFigures& its = figures[label];
    classes.push_back({{"label", labels[label]},
                       {"targets", its.clips},
                       {"precision", numberOrNull(its.precision)},
                       {"recall", numberOrNull(its.recall)},
                       {"f1", its.f1},
                       {"average_precision", numberOrNull(its.averagePrecision)},
                       {"threshold", its.threshold}});
  }
  return classes;
}

}  // namespace earwitness
