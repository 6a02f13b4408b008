// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/shown_classes.h"

#include <algorithm>

#include "core/events/event_detector.h"
#include "core/listening/sound_names.h"

namespace earwitness::gui {

namespace {

// A class keeps its place among those over their thresholds down to this share of its own.
constexpr float kStayShare = 0.7F;

bool holds(const std::vector<int>& labels, int label) {
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}

bool standsFor(const std::vector<ShownLabel>& shown, int label) {
  return std::any_of(shown.begin(), shown.end(), [label](const ShownLabel& one) {
    return one.label == label || holds(one.parents, label);
  });
}

}  // namespace

bool ClassScores::isResult(int label) const {
  if (scores.empty() || treatments[size_t(label)].hidden) return false;
  return results ? standsFor(*results, label)
                 : scores[size_t(label)] >= treatments[size_t(label)].threshold;
}

void ShownClasses::clear() {
  over_.clear();
  recent_.clear();
  ranking_.clear();
}

std::vector<int> ShownClasses::rows(const ClassScores& now, size_t count) {
  const auto isPinned = [&now](int label) { return now.treatments[size_t(label)].pinned; };
  std::vector<int> shown;
  for (int label = 0; label < int(now.labels.size()); ++label)
    if (isPinned(label)) shown.push_back(label);
  if (now.scores.empty()) return shown;
  // Pinned classes are among them: they, too, stand for their more general classes.
  findOver(now);
  std::vector<int> over;
  for (const ShownLabel& one : over_)
    if (!isPinned(one.label) && !now.treatments[size_t(one.label)].hidden)
      over.push_back(one.label);
  std::vector<int> rest;
  for (int label = 0; label < int(now.labels.size()); ++label)
    if (!isPinned(label) && !now.treatments[size_t(label)].hidden && !standsFor(over_, label))
      rest.push_back(label);
  const size_t space = count - std::min(count, shown.size());
  const std::vector<int> quiet = quietLabels(now, rest, space - std::min(space, over.size()));
  const std::vector<int>& best = ranking_.rank(now.scores, over, space);
  shown.insert(shown.end(), best.begin(), best.end());
  shown.insert(shown.end(), quiet.begin(), quiet.end());
  return shown;
}

std::vector<int> ShownClasses::listed(const ClassScores& now, const QString& filter) {
  findOver(now);
  std::vector<int> found;
  for (int label = 0; label < int(now.labels.size()); ++label)
    if (now.labels[label].contains(filter, Qt::CaseInsensitive)) found.push_back(label);
  std::sort(found.begin(), found.end(), [&now](int a, int b) {
    return QString::localeAwareCompare(now.labels[a], now.labels[b]) < 0;
  });
  return found;
}

std::vector<int> ShownClasses::parentsOf(int label) const {
  const auto found = std::find_if(over_.begin(), over_.end(),
                                  [label](const ShownLabel& one) { return one.label == label; });
  return found != over_.end() ? found->parents : std::vector<int>();
}

/// The results, and those that were and are just below.
void ShownClasses::findOver(const ClassScores& now) {
  if (now.scores.empty() || now.results) {
    over_ = now.scores.empty() ? std::vector<ShownLabel>() : *now.results;
    return;
  }
  std::vector<int> over;
  for (int label = 0; label < int(now.labels.size()); ++label) {
    const ClassTreatment& treatment = now.treatments[size_t(label)];
    const bool was = std::any_of(over_.begin(), over_.end(),
                                 [label](const ShownLabel& one) { return one.label == label; });
    const float threshold = (was ? kStayShare : 1.0F) * treatment.threshold;
    if (now.scores[size_t(label)] >= threshold) over.push_back(label);
  }
  over_ = mostSpecific(now.hierarchy, over, now.scores);
}

/// Classes for the rows below: those that were results lately or came near to it, and, of models
/// with few labels, others by name. Whatever is there keeps its place, so that nothing moves with
/// the scores.
std::vector<int> ShownClasses::quietLabels(const ClassScores& now,
                                           const std::vector<int>& candidates, size_t count) {
  const auto isNear = [&now](int label) {
    return now.scores[size_t(label)] >= kNearShare * now.treatments[size_t(label)].threshold;
  };
  std::vector<int> recent;
  for (const int label : ranking_.ranked())  // until this window
    if (holds(candidates, label)) recent.push_back(label);
  for (const int label : recent_)
    if (holds(candidates, label) && !holds(recent, label)) recent.push_back(label);
  std::vector<int> near;
  for (const int label : candidates)
    if (isNear(label) && !holds(recent, label)) near.push_back(label);
  std::stable_sort(near.begin(), near.end(), [&now](int left, int right) {
    return now.scores[size_t(left)] > now.scores[size_t(right)];
  });
  recent.insert(recent.end(), near.begin(), near.end());
  // If there is too little space, those that are near now stay.
  for (auto label = recent.end(); recent.size() > count && label != recent.begin();) {
    --label;
    if (!isNear(*label)) label = recent.erase(label);
  }
  if (recent.size() > count) recent.resize(count);
  recent_ = recent;

  if (size_t(now.labels.size()) >= kManyLabels) return recent;
  std::vector<int> others;
  for (const int label : candidates)
    if (!holds(recent, label)) others.push_back(label);
  std::stable_sort(others.begin(), others.end(), [&now](int left, int right) {
    return QString::localeAwareCompare(now.labels[left], now.labels[right]) < 0;
  });
  others.resize(std::min(others.size(), count - recent.size()));
  recent.insert(recent.end(), others.begin(), others.end());
  return recent;
}

}  // namespace earwitness::gui
