// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>

namespace earwitness {

/// What is known of a data set's files by size and time of change, so that a second run does not
/// read them: the hash of their content, and their length. One file per data set, in the cache.
class FileIndex {
 public:
  struct Entry {
    int64_t bytes = 0;
    int64_t changedNs = 0;    ///< time of last change, since the epoch
    double seconds = -1.0;    ///< below 0: not known
    std::string contentHash;  ///< empty: not known
  };

  /// Of the data set in `root`. Empty where there is none yet, or where it is damaged.
  FileIndex(const std::filesystem::path& cacheFolder, const std::filesystem::path& root);

  /// The entry of a file, emptied where the file has changed; null where it does not exist.
  /// The pointer stays good.
  Entry* find(const std::filesystem::path& file);
  /// Writes it where a caller has said that something changed. A cache that cannot be written is
  /// told by those who cannot do without.
  void save();
  void setChanged() { changed_ = true; }

 private:
  bool parse(std::string_view bytes);
  std::string serialised() const;

  std::filesystem::path path_;
  std::unordered_map<std::string, Entry> entries_;
  bool changed_ = false;
};

}  // namespace earwitness
