// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace earwitness {

/// Follows the journal of a run that may be going on. Thread: one at a time; any.
class JournalReader {
 public:
  explicit JournalReader(std::filesystem::path journal) : path_(std::move(journal)) {}

  /// The events whose lines were completed since the last call. Torn and foreign lines are passed
  /// over. A journal that was replaced, written anew or became shorter is read from its start.
  /// Nothing where the file is missing or cannot be read.
  std::vector<nlohmann::json> readNew();

 private:
  std::filesystem::path path_;
  size_t offset_ = 0;  ///< of the first line that was not complete yet
  std::string last_;   ///< the bytes before it: others are there in another journal
};

}  // namespace earwitness
