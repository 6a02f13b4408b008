// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/split_drawn.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string_view>

#include "core/base/error.h"
#include "core/data/draw.h"

namespace earwitness {
namespace {

/// Clips that belong together, in order of the data set.
struct Recording {
  std::vector<int> clips;
  std::map<int, int> clipsOfLabel;
  int mainLabel = 0;
};

/// Sets of clips that grow together (union and find).
class Unions {
 public:
  explicit Unions(size_t count) : parents_(count) {
    std::iota(parents_.begin(), parents_.end(), 0);
  }
  size_t find(size_t i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }
  /// The lower one leads.
  void join(size_t a, size_t b) {
    a = find(a);
    b = find(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<size_t> parents_;
};

/// Its labels. Clips without one are a class of their own here, after all labels.
std::vector<int> classesOf(const Clip& clip, const DataSet& dataSet) {
  const std::vector<int> labels = clip.labels();
  return labels.empty() ? std::vector<int>{int(dataSet.labels.size())} : labels;
}

std::vector<int> clipsOfClasses(const DataSet& dataSet) {
  std::vector<int> count(dataSet.labels.size() + 1);
  for (const Clip& clip : dataSet.clips)
    for (const int label : classesOf(clip, dataSet)) ++count[size_t(label)];
  return count;
}

std::vector<Recording> recordingsOf(const DataSet& dataSet) {
  const std::vector<Clip>& clips = dataSet.clips;
  Unions unions(clips.size());
  std::map<std::string_view, size_t> sources, contents;
  for (size_t i = 0; i < clips.size(); ++i) {
    if (!clips[i].source.empty())
      unions.join(i, sources.try_emplace(clips[i].source, i).first->second);
    if (!clips[i].contentHash.empty())
      unions.join(i, contents.try_emplace(clips[i].contentHash, i).first->second);
  }
  std::map<size_t, Recording> byLeader;
  for (size_t i = 0; i < clips.size(); ++i) {
    Recording& recording = byLeader[unions.find(i)];
    recording.clips.push_back(int(i));
    for (const int label : classesOf(clips[i], dataSet)) ++recording.clipsOfLabel[label];
  }
  std::vector<Recording> recordings;
  for (auto& [leader, recording] : byLeader) {
    recording.mainLabel =
        std::max_element(recording.clipsOfLabel.begin(), recording.clipsOfLabel.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    recordings.push_back(std::move(recording));
  }
  return recordings;
}

/// Takes whole recordings for validation.
class Drawing {
 public:
  explicit Drawing(const DataSet& dataSet) : left_(clipsOfClasses(dataSet)), held_(left_.size()) {}

  /// From the recordings of one class, in the order drawn, as many clips as come next to `target`.
  void hold(const std::vector<const Recording*>& recordings, int label, int target) {
    const auto sizeOf = [label](const Recording* r) { return r->clipsOfLabel.at(label); };
    std::vector<const Recording*> rest;
    for (const Recording* recording : recordings)
      if (held_[size_t(label)] + sizeOf(recording) > target || !take(*recording))
        rest.push_back(recording);
    // One too many may be nearer than several too few; something has to validate.
    std::stable_sort(rest.begin(), rest.end(),
                     [&](auto* a, auto* b) { return sizeOf(a) < sizeOf(b); });
    for (const Recording* recording : rest) {
      const int held = held_[size_t(label)];
      if (held != 0 && held + sizeOf(recording) - target >= target - held) return;
      if (take(*recording)) return;
    }
  }
  std::vector<int> validation;

 private:
  /// Each class that it holds clips of must keep one to train with.
  bool take(const Recording& recording) {
    for (const auto& [label, count] : recording.clipsOfLabel)
      if (left_[size_t(label)] <= count) return false;
    for (const auto& [label, count] : recording.clipsOfLabel) {
      left_[size_t(label)] -= count;
      held_[size_t(label)] += count;
    }
    validation.insert(validation.end(), recording.clips.begin(), recording.clips.end());
    return true;
  }

  std::vector<int> left_, held_;  ///< clips of each class
};

}  // namespace

Split drawSplit(const DataSet& dataSet, double fraction, uint64_t seed) {
  if (!(fraction > 0.0 && fraction < 1.0))
    throw Error("The share of clips that validate is a number between 0 and 1, not %1.",
                std::to_string(fraction));
  const std::vector<Recording> recordings = recordingsOf(dataSet);
  const std::vector<int> total = clipsOfClasses(dataSet);
  std::vector<std::vector<const Recording*>> byLabel(total.size());
  for (const Recording& recording : recordings)
    byLabel[size_t(recording.mainLabel)].push_back(&recording);

  Drawing drawing(dataSet);
  std::mt19937_64 random(seed);
  for (size_t label = 0; label < byLabel.size(); ++label) {
    shuffle(byLabel[label], random);
    if (total[label] > 1)
      drawing.hold(byLabel[label], int(label), std::max(1, int(total[label] * fraction)));
  }
  Split split;
  split.validation = std::move(drawing.validation);
  std::sort(split.validation.begin(), split.validation.end());
  std::vector<bool> validates(dataSet.clips.size());
  for (int clip : split.validation) validates[size_t(clip)] = true;
  for (size_t i = 0; i < dataSet.clips.size(); ++i)
    if (!validates[i]) split.training.push_back(int(i));
  const bool hasWhole = recordings.size() < dataSet.clips.size();
  const long share = std::lround(fraction * 100);
  split.description =
      hasWhole ? Message("%1 % of each class to validate, whole recordings, drawn with seed %2",
                         share, seed)
               : Message("%1 % of each class to validate, drawn with seed %2", share, seed);
  return split;
}

}  // namespace earwitness
