// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace earwitness {

/// What classify is to read, and what it cannot.
struct FilesToClassify {
  struct Problem {
    std::filesystem::path file;
    std::string error;  ///< a sentence that names it
  };
  std::vector<std::filesystem::path> files;  ///< each once, under its first name
  std::vector<std::string> notes;            ///< sentences
  std::vector<Problem> problems;  ///< sounds of kinds that are not read, folders that cannot be
};

/// Files as they are named, and the sounds in folders and below them, as the window finds them.
FilesToClassify filesToClassify(const std::vector<std::filesystem::path>& named);

}  // namespace earwitness
