// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/runs/journal.h"
#include "core/runs/metrics.h"
#include "core/runs/run_folder.h"

namespace earwitness::gui::test {

/// A run folder as a training leaves it, written by hand.
struct MadeRun {
  std::filesystem::path folder;
  nlohmann::json settings = {
      {"version", 2},       {"data", {{"root", "/sounds/set"}, {"layout", "auto"}}},
      {"recipe", "strong"}, {"architecture", "cnn2d"},
      {"epochs", 3},        {"learning_rate", 0.003}};
  double balancedAccuracy = 0.75;
  bool multiLabel = false;  ///< the figure is mean average precision instead
  int epochsDone = 3;
  std::string end = "finished";  ///< the journal's last event; empty: it was killed

  void write(const nlohmann::json& result = {}) const {
    const RunFolder files{folder};
    std::filesystem::create_directories(folder);
    writeJsonFile(files.settings(), settings);
    Journal journal(files.journal(), false, [](const nlohmann::json&) {});
    journal.write("started", {{"settings", settings}});
    journal.write("built", {{"architecture", "cnn2d"}, {"parameters", 123456}});
    const Figures best =
        multiLabel ? Figures{.loss = 0.5, .multiLabel = MultiLabelFigures{balancedAccuracy, 0.625}}
                   : Figures{0.5, 0.8, balancedAccuracy};
    for (int epoch = 1; epoch <= epochsDone; ++epoch)
      journal.write("epoch", {{"epoch", epoch},
                              {"learning_rate", 0.003},
                              {"seconds", 30.0},
                              {"clips_per_second", 100.0},
                              {"training", toJson(best)},
                              {"validation", toJson(best)},
                              {"best_epoch", std::min(epoch, 2)},
                              {"best", toJson(best)}});
    if (end == "failed")
      journal.write("failed", {{"error", "The disk is full."}, {"kind", "disk"}});
    else if (!end.empty())
      journal.write(end, {{"early", false}});
    if (!result.is_null()) writeJsonFile(files.result(), result);
  }
};

inline nlohmann::json predictionJson(const std::string& file, int label, int prediction,
                                     double score, double labelScore) {
  return {{"file", file},
          {"label", label},
          {"prediction", prediction},
          {"score", score},
          {"label_score", labelScore}};
}

}  // namespace earwitness::gui::test
