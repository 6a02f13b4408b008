// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "core/data/data_set.h"
#include "core/data/split.h"

namespace earwitness {

/// Options that say where a data set is and how it is laid out; the same in every command.
struct DataOptions {
  std::filesystem::path root;
  std::optional<std::string> layout;
  std::optional<std::string> table, pathColumn, labelColumn, foldColumn, splitColumn, sourceColumn;
  std::optional<std::string> startColumn, endColumn, separator;
  bool joinAlike = false;
  std::optional<std::string> corrections;  ///< empty: none
  bool allowOutside = false;
  std::optional<std::string> channel;
  std::optional<std::string> splitBy;
  bool allowSharedSources = false;

  /// --layout, --table and its columns, --join-alike, --corrections, --allow-outside.
  void addLayoutTo(CLI::App& command);
  /// All of them, with --data, --split and --allow-shared-sources.
  void addTo(CLI::App& command);
  void applyTo(DataRequest& request) const;
  void applyTo(DataRequest& request, SplitRequest& split) const;
};

}  // namespace earwitness
