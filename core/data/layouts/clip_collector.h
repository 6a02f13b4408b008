// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "core/base/message.h"
#include "core/data/clip_labels.h"
#include "core/data/data_set.h"

namespace earwitness {

/// Gathers clips with the names of their classes, and keeps watch over where they lie.
class ClipCollector {
 public:
  explicit ClipCollector(const DataRequest& request);

  /// The data set's folder.
  const std::filesystem::path& folder() const { return folder_; }
  const DataRequest& request() const { return request_; }

  /// Adds a clip; one whose file does not exist goes to the problems too. A clip that is already
  /// there gets the other labels as well. `namedBy` names it in errors: "The table 'x.csv' names".
  /// Throws Error where it lies outside and may not.
  void add(Clip clip, const std::string& className, const Message& namedBy);
  /// The same with one label or more.
  void add(Clip clip, const std::vector<std::string>& classNames, const Message& namedBy);
  /// A class that is there, whether it has clips or not.
  void addClass(const std::string& name) { emptyClasses_.insert(name); }
  /// Counts a file or row that gives no clip.
  void leaveOut(const std::filesystem::path& path, const Message& what,
                DataProblemKind kind = DataProblemKind::Unlabelled);
  /// Leaves a row out that names a sound and no label; a model of several labels may use it.
  void leaveOutUnlabelled(Clip clip, const std::filesystem::path& path, const Message& what);
  /// A problem that leaves no clip out.
  void warn(const std::filesystem::path& path, const Message& what, DataProblemKind kind,
            const Segment& segment = {});
  /// The labels are not those that were meant. No training on this.
  void obstruct(const Message& why) { dataSet_.obstacles.push_back(why); }
  void note(const Message& note) { dataSet_.notes.push_back(note); }
  /// True where it lies inside the folder, links followed, or where that does not matter.
  bool mayTake(const std::filesystem::path& path);
  /// Throws Error where mayTake() says no.
  void requireInside(const std::filesystem::path& path, const Message& namedBy);

  /// Sorted distinct names become the labels. Looks for segments that overlap and for names that
  /// look alike, and joins these where that is asked for.
  DataSet finish();

 private:
  bool isInside(const std::filesystem::path& canonical) const;
  void findOverlaps();
  void keepOneRecordingTogether();

  DataRequest request_;
  std::filesystem::path folder_;
  std::filesystem::path canonicalFolder_;
  std::map<std::filesystem::path, bool> parentIsInside_;
  DataSet dataSet_;
  LabelNames names_;  ///< of each clip
  std::set<std::string> emptyClasses_;
  /// Of clips by their place and side.
  std::map<std::tuple<std::filesystem::path, Segment, std::string, int>, size_t> places_;
};

}  // namespace earwitness
