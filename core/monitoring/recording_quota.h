// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/message.h"

namespace earwitness {

/// The recorder's files in its folder, oldest first, and the quota that they are kept under. Knows
/// its own by place and name (clip_names.h) and touches no others. Thread: one at a time.
class RecordingQuota {
 public:
  /// `quotaBytes` of 0: none. Looks at the folder where it is there, and makes what a killed
  /// process left unfinished whole.
  RecordingQuota(std::filesystem::path folder, int64_t quotaBytes, int minimumPerClass);

  /// A file that has just been written.
  void add(const std::filesystem::path& file);
  /// Removes the oldest until they and a file of `openBytes` that is being written fit: any of the
  /// continuous recording, and of each class those but the newest few.
  void keepQuota(int64_t openBytes);

  int64_t usedBytes() const { return usedBytes_; }
  int64_t files() const { return int64_t(files_.size()); }
  /// One sentence about what could not be removed; else empty.
  const Message& problem() const { return problem_; }

 private:
  struct File {
    std::filesystem::path path;
    std::string name;
    std::string time;
    int64_t bytes = 0;
  };
  void scan();
  void scanClass(const std::filesystem::path& folder);
  bool insert(const std::filesystem::path& file);
  std::vector<File>::iterator oldestRemovable();
  bool remove(std::vector<File>::iterator file);

  std::filesystem::path folder_;
  int64_t quotaBytes_;
  int minimumPerClass_;
  std::vector<File> files_;
  int64_t usedBytes_ = 0;
  Message problem_;
};

}  // namespace earwitness
