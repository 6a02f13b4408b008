// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/audio/channel_choice.h"
#include "core/base/message.h"
#include "core/data/segment.h"
#include "core/data/split.h"

namespace earwitness {

enum class Layout {
  Auto,
  Folders,       ///< <class>/**/*.wav, optionally below train/, val/ and test/
  Esc50,         ///< meta/esc50.csv, audio/
  UrbanSound8k,  ///< metadata/UrbanSound8K.csv, audio/fold1 to fold10; also without the CSV
  Report,        ///< train.tsv and eval.tsv with YTID and label, clips/<YTID>.flac
  Table,         ///< any CSV or TSV with a column of paths and one of labels
  LabelFiles     ///< <sound>.txt (Audacity) or <sound>.*selections.txt (Raven) beside each sound
};

/// "auto", "folders", "esc50", "urbansound8k", "report", "table", "label-files". Throws Error on
/// another name.
Layout layoutFromName(const std::string& name);
std::string nameOf(Layout layout);
/// All names for people: "auto, folders, ...".
std::string layoutNames();

/// Which columns of a table say what. An empty name is guessed from common ones (path: path, file,
/// filename, audio, ...; label: label, class, category; start and end: start, onset, begin time
/// (s),
/// ...; fold, split and source by these names). In a table without a header columns are called by
/// their numbers, from 1 on.
struct TableColumns {
  std::filesystem::path table =
      {};  ///< relative to the data set's folder; empty: the one found there
  std::string path = {};
  std::string label = {};
  std::string fold = {};
  std::string split = {};
  std::string source = {};
  std::string start = {};  ///< where in its file a clip begins, in seconds; "none": clips are files
  std::string end = {};
  /// What stands between several labels in a cell: ",", ";", "|" or any other text; "none": a cell
  /// is one label; empty: found out (see cell_labels.h).
  std::string separator = {};

  /// True where a column is named.
  bool namesAny() const;
  bool operator==(const TableColumns&) const = default;
};

/// Where a data set lies, and how it is to be read.
struct DataRequest {
  std::filesystem::path root;  ///< a folder, or a table
  Layout layout = Layout::Auto;
  TableColumns columns = {};
  bool allowOutside = false;               ///< takes files that lie outside root's folder
  ChannelChoice channel = {};              ///< of the files
  std::filesystem::path corrections = {};  ///< labels that are others (corrections.h); empty: none
  /// Classes whose names look alike (look_alike.h) are one class, under the name with most clips.
  bool joinAlike = false;

  bool operator==(const DataRequest&) const = default;
};

nlohmann::json toJson(const DataRequest& request);
/// Missing keys take the defaults; unknown keys and wrong types throw Error.
DataRequest dataRequestFromJson(const nlohmann::json& json);

struct Clip {
  /// The label of a clip that has none of the data set's: an example of what is not meant.
  static constexpr int kNoLabel = -1;

  std::filesystem::path path;
  int label = 0;                      ///< index into DataSet::labels, or kNoLabel
  int fold = 0;                       ///< 1 and up; 0 where the layout has no folds
  std::string split = {};             ///< "train", "val", "test" or empty
  std::string source = {};            ///< the recording it was cut from, where known
  std::string contentHash = {};       ///< contentHashOf() its file's bytes, once it has been read
  Segment segment = {};               ///< what of the file it is
  std::vector<int> otherLabels = {};  ///< the clip has these labels as well
  Message row = {};                   ///< of a segment: "line 3 of labels.csv"

  std::string address() const { return addressOf(path, segment); }
  /// All of its labels; empty for kNoLabel.
  std::vector<int> labels() const;
};

enum class DataProblemKind {
  Missing,        ///< listed, and not there, or not to be told from others
  Broken,         ///< cannot be decoded to its end
  Empty,          ///< not a single sample
  Unread,         ///< a file in a class folder of a kind that is not read
  Unlabelled,     ///< a row or a name that gives no clip
  Several,        ///< several labels, where a model is trained for one label per clip
  Table,          ///< a table that is not used
  Alike,          ///< classes whose names look alike
  Outside,        ///< a row whose stretch is not inside its file
  Overlap,        ///< a row whose stretch overlaps that of another
  Silent,         ///< peak below -60 dBFS, in a class that is not called silence or the like
  Clipped,        ///< over 0.1 % of the samples at full scale, in runs of three and more
  Short,          ///< under 0.1 s
  Incomplete,     ///< a part of the recording is missing; the rest is used
  OppositePhase,  ///< its channels cancel each other out, so one of them is used
  Duplicate       ///< the same sound as a file before it
};

/// Something that is wrong with a clip or a file of the data set, in a few words: "missing", ...
struct ClipProblem {
  std::filesystem::path path;
  Message what;
  DataProblemKind kind = DataProblemKind::Broken;
  Segment segment = {};   ///< what of the file; whole: all clips of the file
  bool leavesOut = true;  ///< the clip cannot be used
};

/// A row of a table that names a sound and no label, and the problem that reports it.
struct UnlabelledClip {
  Clip clip;
  ClipProblem problem;
};

/// What a folder holds: labels in alphabetical order, clips in order of path or of the table.
struct DataSet {
  std::filesystem::path root;
  Layout layout = Layout::Auto;
  std::vector<std::string> labels;
  std::vector<Clip> clips;
  std::vector<ClipProblem> problems;
  std::vector<UnlabelledClip> unlabelled = {};  ///< their problems are among `problems`
  /// Why labels would not be those that were meant: no training on this.
  std::vector<Message> obstacles = {};
  std::vector<Message> notes = {};  ///< how the data was read

  bool hasFolds() const;
  bool hasSplits() const;
  bool hasSources() const;
  /// A clip's path for people: from root on where it lies there.
  std::string shownPath(const std::filesystem::path& path) const;
};

/// Lists a data set without decoding it. Auto finds the layout out; a table of labels that cannot
/// be used is an obstacle then. Rows whose file is missing go to `problems`. Throws Error with one
/// sentence where there is nothing to train on, where columns are named that are not there or that
/// the layout has no use for, and where a file lies outside root (by "..", an absolute path or a
/// link) and that is not allowed.
DataSet scanDataSet(const DataRequest& request);
DataSet scanDataSet(const std::filesystem::path& root, Layout layout = Layout::Auto);

/// True for a link that leads to `folder` itself or to a folder around it.
bool leadsAround(const std::filesystem::path& path, const std::filesystem::path& folder);

/// Leaves `problems`' clips out. Throws Error naming the class that ends up without a clip.
void removeProblemClips(DataSet& dataSet);

/// Throws Error where the data set has obstacles.
void requireNoObstacles(const DataSet& dataSet);

/// For a model of one label per clip: moves clips with several labels to `problems`, says so in
/// `notes`, and drops classes that have no other clips. Throws Error where nothing is left.
void keepSingleLabels(DataSet& dataSet);

/// The note of keepSingleLabels(), if clips were left out.
std::optional<Message> severalLabelsNote(const DataSet& dataSet);

/// For a model of several labels per clip: rows of the same place become one clip with the labels
/// of all of them. Rows without a label become clips without one, unless another row gives a label
/// to a part of the same sound; this is said in `notes`.
void keepSeveralLabels(DataSet& dataSet);

/// True where there is something to tell apart: two classes, or one and clips without a label.
bool isToldApart(const DataSet& dataSet);

/// What a user should know before training: `notes`, and the problems that leave no clip out.
std::vector<Message> warningsOf(const DataSet& dataSet);

}  // namespace earwitness
