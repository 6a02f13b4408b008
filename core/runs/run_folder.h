// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include <nlohmann/json.hpp>
#include <sys/types.h>

#include "core/base/descriptor.h"
#include "core/base/message.h"
#include "core/runs/metrics.h"

namespace earwitness {

/// What a run folder holds.
struct RunFolder {
  std::filesystem::path path;

  std::filesystem::path settings() const { return path / "settings.json"; }
  std::filesystem::path data() const { return path / "data.json"; }
  std::filesystem::path journal() const { return path / "journal.jsonl"; }
  std::filesystem::path log() const { return path / "log.txt"; }
  std::filesystem::path checkpoint() const { return path / "checkpoint.pt"; }
  std::filesystem::path bestModel() const { return path / "best.pt"; }
  std::filesystem::path lastModel() const { return path / "last.pt"; }
  std::filesystem::path metrics() const { return path / "metrics.csv"; }
  std::filesystem::path confusion() const { return path / "confusion.csv"; }
  std::filesystem::path perClass() const { return path / "per_class.csv"; }
  std::filesystem::path predictions() const { return path / "predictions.csv"; }
  std::filesystem::path misclassified() const { return path / "misclassified.csv"; }
  std::filesystem::path result() const { return path / "result.json"; }
  std::filesystem::path searchPlan() const { return path / "search.json"; }  ///< of a search
  std::filesystem::path lock() const { return path / ".lock"; }

  /// Whether it holds a search, whose trials are runs in its folders.
  bool isSearch() const { return isThere(searchPlan()); }
  /// Whether a file of it is there and may be looked at. Does not throw.
  static bool isThere(const std::filesystem::path& file) {
    std::error_code unreadable;
    return std::filesystem::exists(file, unreadable);
  }
};

/// Throws Error if a folder in which no run has begun holds files that a run would overwrite. The
/// settings may be there: they are written before it begins.
void requireNothingToOverwrite(const RunFolder& folder);

/// Makes the folder for a new run, or looks whether it holds one to go on with.
/// Throws Error where it holds a run already, resp. none, other files that would be overwritten,
/// and where it cannot be made.
RunFolder prepareRunFolder(const std::filesystem::path& folder, bool resume);

/// Throws Error, naming the first that differs, where a run was started with other settings than
/// these: its result would be another. Data and the other model may have moved, and the work may be
/// done by other threads or another device.
void requireSettingsOfRun(const RunFolder& folder, const nlohmann::json& settings);

/// Replaces a file by JSON for people and programs. A path in it need not be UTF-8.
/// Throws Error where it cannot be written.
void writeJsonFile(const std::filesystem::path& path, const nlohmann::json& json);

/// Held by the process that writes into a run folder; the system lets go of it when the process
/// ends, however it ends.
class RunLock {
 public:
  /// Throws Error where another process holds it, or where it cannot be made.
  explicit RunLock(const RunFolder& folder);

  static bool isHeld(const RunFolder& folder);
  /// The process that holds it, so that it can be asked to stop; nothing where nobody does, or
  /// where it is not ours to ask.
  static std::optional<pid_t> holder(const RunFolder& folder);

 private:
  Descriptor file_;
};

/// What a validation clip is, and what it was called.
struct ClipPrediction {
  std::string file;
  int label = 0;
  int prediction = 0;
  double score = 0.0;       ///< of the prediction
  double labelScore = 0.0;  ///< of the right one
};
nlohmann::json toJson(const std::vector<ClipPrediction>& clips);
std::vector<ClipPrediction> predictionsFromJson(const nlohmann::json& json);
/// Those that were called something else.
std::vector<ClipPrediction> misclassified(const std::vector<ClipPrediction>& clips);
/// Surest mistakes first.
std::vector<ClipPrediction> surestFirst(std::vector<ClipPrediction> clips);

// Tables that a spreadsheet opens as they are: comma separated, a header row, quotes where needed.

/// One row an epoch record of the journal.
std::string metricsCsv(const nlohmann::json& epochs);
/// A row a class, a column a prediction; with more than 500 classes a row for each cell above 0.
std::string confusionCsv(const ConfusionMatrix& matrix, const std::vector<std::string>& labels);
std::string perClassCsv(const ConfusionMatrix& matrix, const std::vector<std::string>& labels);
/// A row a class, of models of several labels per clip: "best_per_class" of result.json.
std::string labelFiguresCsv(const nlohmann::json& classes);
/// A row a clip.
std::string predictionsCsv(const std::vector<ClipPrediction>& clips,
                           const std::vector<std::string>& labels);

/// A run as its folder tells it.
struct RunSummary {
  RunFolder folder;
  std::string state;  ///< running, finished, stopped, failed, interrupted (killed)
  Message error;      ///< of a failed run
  nlohmann::json settings;
  int epochs = 0;  ///< done
  int bestEpoch = 0;
  std::optional<Figures> best;
  double seconds = 0.0;  ///< of the epochs done
  std::optional<long> parameters;
  std::string started;  ///< UTC, ISO 8601
};
nlohmann::json toJson(const RunSummary& run);

/// Reads settings and journal; torn or foreign lines are passed over. Nothing where the folder
/// holds no run.
std::optional<RunSummary> readRun(const std::filesystem::path& folder);
/// All runs in `root` and in its folders, one level down; by path.
std::vector<RunSummary> findRuns(const std::filesystem::path& root);

}  // namespace earwitness
