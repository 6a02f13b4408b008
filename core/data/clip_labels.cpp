// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/clip_labels.h"

#include <algorithm>
#include <map>

#include "core/base/look_alike.h"

namespace earwitness {

LabelNames labelNamesOf(const DataSet& dataSet) {
  LabelNames names;
  names.reserve(dataSet.clips.size());
  for (const Clip& clip : dataSet.clips) {
    names.emplace_back();
    for (const int label : clip.labels()) names.back().push_back(dataSet.labels[size_t(label)]);
  }
  return names;
}

void setLabels(DataSet& dataSet, const LabelNames& names,
               const std::set<std::string>& withoutClips) {
  std::set<std::string> all = withoutClips;
  for (const std::vector<std::string>& its : names) all.insert(its.begin(), its.end());
  dataSet.labels.assign(all.begin(), all.end());
  const auto indexOf = [&](const std::string& name) {
    return int(std::lower_bound(dataSet.labels.begin(), dataSet.labels.end(), name) -
               dataSet.labels.begin());
  };
  for (size_t i = 0; i < dataSet.clips.size(); ++i) {
    Clip& clip = dataSet.clips[i];
    clip.label = names[i].empty() ? Clip::kNoLabel : indexOf(names[i].front());
    clip.otherLabels.clear();
    for (size_t j = 1; j < names[i].size(); ++j) clip.otherLabels.push_back(indexOf(names[i][j]));
  }
}

std::vector<AlikeNames> alikeLabels(const DataSet& dataSet) {
  std::map<std::string, size_t> clips;
  for (const std::string& label : dataSet.labels) clips[label] = 0;
  for (const std::vector<std::string>& names : labelNamesOf(dataSet))
    for (const std::string& name : names) ++clips[name];
  return alikeNames(clips);
}

void joinLabels(DataSet& dataSet, const std::vector<AlikeNames>& groups) {
  std::map<std::string, std::string> joined;
  for (const AlikeNames& names : groups)
    for (const std::string& name : names) joined[name] = names.front();
  const auto plain = [&](const std::string& name) {
    const auto found = joined.find(name);
    return found == joined.end() ? name : found->second;
  };
  LabelNames names = labelNamesOf(dataSet);
  std::set<std::string> all;
  for (const std::string& label : dataSet.labels) all.insert(plain(label));
  for (std::vector<std::string>& its : names) {
    std::vector<std::string> unique;
    for (const std::string& name : its)
      if (std::find(unique.begin(), unique.end(), plain(name)) == unique.end())
        unique.push_back(plain(name));
    its = std::move(unique);
  }
  setLabels(dataSet, names, all);
}

std::string listOf(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

}  // namespace earwitness
