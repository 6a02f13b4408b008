// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/message.h"
#include "core/runs/metrics.h"
#include "core/runs/run_summary.h"

namespace earwitness {

/// A clip of the validation, as the best epoch called it.
struct ScoredClip {
  std::string file;
  int label = 0;
  int prediction = 0;
  double score = 0.0;       ///< of the prediction
  double labelScore = 0.0;  ///< of the right one
};

/// Figures of the best epoch, a class each: precision, recall and F1 are NaN where undefined.
struct ClassFigures {
  int label = 0;
  long clips = 0;
  double precision = 0.0;
  double recall = 0.0;
  double f1 = 0.0;
};
std::vector<ClassFigures> classFigures(const ConfusionMatrix& matrix);

/// What came out of a run, read from its folder.
struct RunResult {
  RunSummary run;
  bool isThere = false;  ///< the run has ended or was stopped, and left its result.json
  std::vector<std::string> labels;
  bool isMultiLabel = false;           ///< the model names several sounds at once
  ConfusionMatrix confusion{0};        ///< of the best epoch; empty for several labels per clip,
                                       ///< and where nothing was validated
  std::vector<ClassFigures> classes;   ///< of the best epoch; empty where nothing was validated
  std::vector<ScoredClip> clips;       ///< of the validation, as the best epoch called them
  bool hasAllClips = false;            ///< else only those that were called something else
  nlohmann::json noiseCheck;           ///< null where none was made
  std::optional<double> firesOnNoise;  ///< share of windows of noise in which a sound was named
  bool firesTooOften = false;
  std::optional<double> latencyMs;  ///< of one window on one thread
  std::vector<Message> warnings;
  Message split;
  std::filesystem::path dataRoot;
  std::filesystem::path corrections;  ///< the run's own; empty where it was trained without
};

/// Throws Error with one sentence where the folder holds no run, and where its result.json is
/// damaged. A result of an older version has what it has.
RunResult readRunResult(const std::filesystem::path& folder);

}  // namespace earwitness
