#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/data/split.h"

namespace earwitness {

enum class Layout {
  Auto,
  Folders,       ///< <class>/**/*.wav, optionally below train/, val/ and test/
  Esc50,         ///< meta/esc50.csv, audio/
  UrbanSound8k,  ///< metadata/UrbanSound8K.csv, audio/fold1 to fold10; also without the CSV
  Report,        ///< train.tsv and eval.tsv with YTID and label, clips/<YTID>.flac
  Table          ///< any CSV or TSV with a column of paths and one of labels
};

/// "auto", "folders", "esc50", "urbansound8k", "report", "table". Throws Error on another name.
Layout layoutFromName(const std::string& name);
std::string nameOf(Layout layout);
/// All names for people: "auto, folders, ...".
std::string layoutNames();

/// Which columns of a table say what. An empty name is guessed from common ones (path: path, file,
/// filename, audio, ...; label: label, class, category; fold, split and source by these names).
struct TableColumns {
  std::filesystem::path table =
      {};  ///< relative to the data set's folder; empty: the one found there
  std::string path = {};
  std::string label = {};
  std::string fold = {};
  std::string split = {};
  std::string source = {};

  bool operator==(const TableColumns&) const = default;
};

/// Where a data set lies, and how it is to be read.
struct DataRequest {
  std::filesystem::path root;  ///< a folder, or a table
  Layout layout = Layout::Auto;
  TableColumns columns = {};
  bool allowOutside = false;               ///< takes files that lie outside root's folder
  std::filesystem::path corrections = {};  ///< labels that are others (corrections.h); empty: none

  bool operator==(const DataRequest&) const = default;
};

nlohmann::json toJson(const DataRequest& request);
/// Missing keys take the defaults; unknown keys and wrong types throw Error.
DataRequest dataRequestFromJson(const nlohmann::json& json);

struct Clip {
  std::filesystem::path path;
  int label = 0;                 ///< index into DataSet::labels
  int fold = 0;                  ///< 1 and up; 0 where the layout has no folds
  std::string split = {};        ///< "train", "val", "test" or empty
  std::string source = {};       ///< the recording it was cut from, where known
  std::string contentHash = {};  ///< of the file's bytes, once it has been read
};

/// A clip that cannot be used, and why, in a few words: "missing", "empty", ...
struct ClipProblem {
  std::filesystem::path path;
  std::string what;
};

/// What a folder holds: labels in alphabetical order, clips in order of path or of the table.
struct DataSet {
  std::filesystem::path root;
  Layout layout = Layout::Auto;
  std::vector<std::string> labels;
  std::vector<Clip> clips;
  std::vector<ClipProblem> problems;

  bool hasFolds() const;
  bool hasSplits() const;
  bool hasSources() const;
  /// A clip's path for people: from root on where it lies there.
  std::string shownPath(const std::filesystem::path& path) const;
};

/// Lists a data set without decoding it. Auto finds the layout out. Rows whose file is missing go
/// to `problems`. Throws Error with one sentence where there is nothing to train on, and where a
/// file lies outside root (by "..", an absolute path or a link) and that is not allowed.
DataSet scanDataSet(const DataRequest& request);
DataSet scanDataSet(const std::filesystem::path& root, Layout layout = Layout::Auto);

/// Leaves `problems`' clips out. Throws Error naming the class that ends up without a clip.
void removeProblemClips(DataSet& dataSet);

}  // namespace earwitness
