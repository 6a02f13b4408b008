// Internal to core/data: the layouts, and what they share.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/data/data_set.h"

namespace earwitness {

/// Gathers clips with the names of their classes, and keeps watch over where they lie.
class ClipCollector {
 public:
  explicit ClipCollector(const DataRequest& request);

  /// The data set's folder.
  const std::filesystem::path& folder() const { return folder_; }
  const DataRequest& request() const { return request_; }

  /// Adds a clip; one whose file does not exist goes to the problems too. `namedBy` names it in
  /// errors: "The table 'x.csv' names". Throws Error where it lies outside and may not.
  void add(Clip clip, const std::string& className, const std::string& namedBy);
  /// Counts a file or row that gives no clip.
  void leaveOut(const std::filesystem::path& path, const std::string& what);
  /// True where it lies inside the folder, links followed, or where that does not matter.
  bool mayTake(const std::filesystem::path& path);
  /// Throws Error where mayTake() says no.
  void requireInside(const std::filesystem::path& path, const std::string& namedBy);

  /// Sorted distinct names become the labels.
  DataSet finish();

 private:
  bool isInside(const std::filesystem::path& canonical) const;

  DataRequest request_;
  std::filesystem::path folder_;
  std::filesystem::path canonicalFolder_;
  std::map<std::filesystem::path, bool> parentIsInside_;
  DataSet dataSet_;
  std::vector<std::string> nameOfClip_;
};

bool looksLikeUrbanSound8k(const std::filesystem::path& folder);
/// True where train.tsv has the column YTID.
bool looksLikeReport(const std::filesystem::path& folder);
/// True where there is a table from which paths and labels can be guessed, with files that exist.
bool looksLikeTable(const DataRequest& request);

void scanFolders(ClipCollector& collector);
void scanEsc50(ClipCollector& collector);
void scanUrbanSound8k(ClipCollector& collector);
void scanReport(ClipCollector& collector);
void scanTable(ClipCollector& collector);

/// Folders and files that are not hidden, sorted.
std::vector<std::filesystem::path> sortedEntries(const std::filesystem::path& folder);
/// A whole number from 1 on. Throws Error naming table and column.
int foldIn(const std::filesystem::path& table, const std::string& column, const std::string& text);
/// The name of a file below a data set's audio folder, as official tables have them. Throws Error
/// where it leads out.
std::filesystem::path plainFileName(const std::filesystem::path& table, const std::string& name);

}  // namespace earwitness
