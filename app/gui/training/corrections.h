// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace earwitness::gui {

/// What somebody said of a clip that the data set says otherwise.
struct ClipVerdict {
  std::optional<std::string> label;  ///< nothing: it is left out
  bool operator==(const ClipVerdict&) const = default;
};

/// Corrections of a data set's clips, by their addresses (core/data/segment.h) with absolute paths;
/// `train --corrections` reads the file. Thread: any.
class Corrections {
 public:
  /// Where those of a data set are kept, whatever run they were made in. Looks the path up.
  /// Throws Error where there is no home.
  static std::filesystem::path fileOf(const std::filesystem::path& dataRoot);

  /// None where the file is missing. Throws Error where it is damaged.
  static Corrections read(const std::filesystem::path& file);
  /// Makes the folder. Throws Error where it cannot be written.
  void write(const std::filesystem::path& file) const;

  /// Null where the clip is as the data set says.
  const ClipVerdict* find(const std::string& clip) const;
  void set(const std::string& clip, const std::optional<ClipVerdict>& correction);
  const std::map<std::string, ClipVerdict>& all() const { return clips_; }
  bool empty() const { return clips_.empty(); }
  bool operator==(const Corrections&) const = default;

 private:
  std::map<std::string, ClipVerdict> clips_;
};

}  // namespace earwitness::gui
