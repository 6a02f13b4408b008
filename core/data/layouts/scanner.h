// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data: the layouts.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/data/data_set.h"
#include "core/data/layouts/clip_collector.h"

namespace earwitness {

bool looksLikeUrbanSound8k(const std::filesystem::path& folder);
/// True where train.tsv has the column YTID.
bool looksLikeReport(const std::filesystem::path& folder);

/// The tables in a data set's folder, looked at without a layout.
struct TableSurvey {
  struct Unused {
    std::filesystem::path path;
    Message reason;  ///< a sentence that names the table
    /// It may be the one that was meant: it names sounds, or cannot be read.
    bool maybeLabels = false;
    bool isRead = false;  ///< it has columns
  };
  /// Those of which some files are there, with the split that the name tells where there are
  /// several.
  std::vector<std::pair<std::filesystem::path, std::string>> usable;
  std::vector<Unused> unused;

  /// True where usable tables are one, or one for each split.
  bool isClear() const;
};
TableSurvey surveyTables(const DataRequest& request);
/// Shows the tables that are not used; what may be a table of labels is an obstacle.
/// `isTableLayout`: other tables are used.
void tellUnusedTables(ClipCollector& collector, const TableSurvey& survey, bool isTableLayout);

/// True where label files of Audacity or Raven with something in them are beside sounds.
bool looksLikeLabelFiles(const std::filesystem::path& folder);

void scanFolders(ClipCollector& collector);
void scanEsc50(ClipCollector& collector);
void scanUrbanSound8k(ClipCollector& collector);
void scanReport(ClipCollector& collector);
void scanTable(ClipCollector& collector, const TableSurvey& survey);
void scanLabelFiles(ClipCollector& collector);

}  // namespace earwitness
