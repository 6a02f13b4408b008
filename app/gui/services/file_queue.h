// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <list>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/audio/channel_choice.h"

namespace earwitness::gui {

/// One analysis that is asked for.
struct FileJob {
  int id = 0;  ///< of the file
  std::filesystem::path path;
  bool pictureOnly = false;    ///< its scores are known, its picture was forgotten
  ChannelChoice channel = {};  ///< of the picture; a whole analysis takes the one that is set
};

/// The files that wait for their analysis, each at most once. Every operation takes the same time
/// however many wait. Thread: one at a time.
class FileQueue {
 public:
  bool empty() const { return jobs_.empty(); }

  /// A whole analysis takes the place of one of the picture only, which it includes.
  void append(FileJob job) {
    if (const auto known = places_.find(job.id); known != places_.end()) {
      if (!job.pictureOnly) *known->second = std::move(job);
      return;
    }
    const int id = job.id;
    places_[id] = jobs_.insert(jobs_.end(), std::move(job));
  }

  void prepend(FileJob job) {
    const int id = job.id;
    append(std::move(job));
    prefer(id);
  }

  /// Moves a file to the front if it waits.
  void prefer(int id) {
    if (const auto known = places_.find(id); known != places_.end())
      jobs_.splice(jobs_.begin(), jobs_, known->second);
  }

  /// False if the file did not wait.
  bool remove(int id) {
    const auto known = places_.find(id);
    if (known == places_.end()) return false;
    jobs_.erase(known->second);
    places_.erase(known);
    return true;
  }

  /// The first one; not of an empty queue.
  FileJob takeFirst() {
    FileJob job = std::move(jobs_.front());
    jobs_.pop_front();
    places_.erase(job.id);
    return job;
  }

  /// Ids of all, in their order; the queue is empty then.
  std::vector<int> clear() {
    std::vector<int> ids;
    ids.reserve(places_.size());
    for (const FileJob& job : jobs_) ids.push_back(job.id);
    jobs_.clear();
    places_.clear();
    return ids;
  }

 private:
  std::list<FileJob> jobs_;
  std::unordered_map<int, std::list<FileJob>::iterator> places_;
};

}  // namespace earwitness::gui
