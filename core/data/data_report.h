// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/message.h"
#include "core/data/data_set.h"

namespace earwitness {

/// "missing", "broken", ...
std::string nameOf(DataProblemKind kind);

struct DataProblem {
  DataProblemKind kind;
  std::filesystem::path path;
  Message what;                 ///< a sentence or some words; may be empty
  std::filesystem::path other;  ///< of a duplicate: the file that it repeats
  Segment segment = {};         ///< what of the file it is about; whole: all of it
};

/// A recording that stands on two of the sides that the layout itself tells apart.
struct CrossingSource {
  std::string source;  ///< empty where the clips are the same by content
  std::filesystem::path path, otherPath;
  Message side, otherSide;  ///< "fold 1", "train", ...
};

/// What there is to know of a data set before training on it.
struct DataReport {
  struct Class {
    std::string name;
    size_t clips = 0;  ///< those with several labels count in each class
    double seconds = 0.0;
  };
  /// The clips that can be decoded, content hashes filled in; `problems` has those left out.
  DataSet dataSet;
  std::vector<Class> classes;
  double seconds = 0.0;
  double shortestSeconds = 0.0, medianSeconds = 0.0, longestSeconds = 0.0;
  std::map<int, size_t> sampleRates;  ///< Hz -> files
  std::map<int, size_t> channels;     ///< -> files
  std::vector<DataProblem> problems;
  std::vector<CrossingSource> crossings;
  Message split;               ///< how train would split it
  Message splitWarning;        ///< what is to be known of that; mostly empty
  std::vector<Message> notes;  ///< how the data was read
  /// Why training would not start; empty where it would.
  std::vector<Message> obstacles;
  /// The same for a model of several labels per clip.
  std::vector<Message> severalLabelsObstacles;

  bool isUsable() const { return obstacles.empty(); }
};

struct DataCheckOptions {
  int threads = 0;  ///< 0: as many as the machine has cores
  std::function<void(size_t done, size_t total)> onProgress;
  const std::atomic<bool>* stop = nullptr;
};

/// Decodes every file. Throws Error where the request is wrong or nothing is found at all, and
/// Stopped.
DataReport checkDataSet(const DataRequest& request, const DataCheckOptions& options = {});

/// Everything, with a "version".
nlohmann::json toJson(const DataReport& report);
/// For people: short tables, at most 20 problems of a kind.
std::string textOf(const DataReport& report);

}  // namespace earwitness
