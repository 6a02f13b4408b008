// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/message.h"

namespace earwitness {

/// A file that a table names. Where `problem` is not empty, it cannot be told which file is meant.
struct FoundFile {
  std::filesystem::path path;
  Message problem = {};
};

/// Finds the files that a table names.
///
/// A name is looked for as it is below the table's folder, the data set's, and "audio" and "clips"
/// in both. Names that are not there are compared with all sounds below the data set's folder:
/// - Backslashes separate folders; a drive or a server in front counts as a folder.
/// - Neither capitals nor the normal form of Unicode count, and an ending that the table leaves out
///   may be any that a sound has.
/// - All folders of a name have to fit the end of a file's path. Where no name of the table fits
///   so, as many folders as needed are dropped in front, from all of its names alike: that is where
///   the data set was when the table was written. (Relative and absolute names are taken apart.)
/// - Exactly one file has to fit, and no other name of the table may mean the same file.
class FileFinder {
 public:
  FileFinder(const std::filesystem::path& folder, const std::filesystem::path& table);

  /// For each name, which are not empty: its file; where nothing fits, the path where it would be.
  std::vector<FoundFile> find(const std::vector<std::string>& names) const;

 private:
  using Parts = std::vector<std::string>;  ///< folders and name, compared
  struct Sound {
    std::filesystem::path path;
    Parts parts;  ///< from the data set's folder on
  };
  struct Sought;

  std::optional<std::filesystem::path> exact(const std::string& name) const;
  /// `sought` are relative names or absolute ones, all alike; `mayDrop`: folders in front.
  void compareWithSounds(std::vector<FoundFile>& found, const std::vector<Sought>& sought,
                         bool mayDrop) const;
  std::vector<const Sound*> fitting(const Parts& parts, size_t dropped) const;
  Message severalText(const std::vector<const Sound*>& sounds) const;
  void listSounds() const;

  std::filesystem::path folder_;
  std::vector<std::filesystem::path> bases_;
  mutable bool isListed_ = false;
  mutable std::vector<Sound> sounds_;
  mutable std::multimap<std::string, size_t> byName_;  ///< with and without ending -> sounds_
};

}  // namespace earwitness
