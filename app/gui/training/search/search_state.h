// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/message.h"

namespace earwitness::gui {

/// A trial of a search, as far as the search's folder tells of it.
struct SearchTrial {
  int number = 0;     ///< counted from 1
  std::string state;  ///< waiting, or a run's: running, finished, stopped, failed, interrupted
  Message error;
  int epochs = 0;                    ///< trained
  std::optional<double> mainFigure;  ///< balanced accuracy, or mean average precision
  std::optional<double> learningRate;
  std::optional<double> weightDecay;
  std::optional<double> augmentation;  ///< factor on all strengths
  std::optional<double> width;         ///< factor on the network's
  std::filesystem::path folder;
};

/// What `train --search` has left in a folder so far.
struct SearchState {
  int trials = 0;                 ///< planned
  int epochs = 0;                 ///< of a trial that goes all the way
  std::vector<SearchTrial> list;  ///< all of them, longest trained and best first
  bool isMultiLabel = false;      ///< trials are ranked by mean average precision
  bool isRunning = false;
  bool isFinished = false;  ///< its best.pt is there

  /// Null where none has figures yet. Those that were trained longer rank first, as the search
  /// itself has it.
  const SearchTrial* best() const;
};

/// Throws Error with one sentence where the folder holds no search. Thread: worker.
SearchState readSearch(const std::filesystem::path& folder);

}  // namespace earwitness::gui
