// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/training/trainer.h"

namespace earwitness {

/// How the settings of a trial differ from those that the search was started with.
struct TrialChange {
  double learningRateFactor = 1.0;
  double weightDecayFactor = 1.0;
  double augmentationFactor = 1.0;  ///< of all strengths that scale
  double widthFactor = 1.0;         ///< of the network
};

struct Trial {
  int number = 0;  ///< counted from 1; the first has the settings as they are
  TrialChange change;
  TrainSettings settings;
  int epochs = 0;  ///< trained
  std::optional<Figures> best;
  Message error;  ///< why it could not be trained; empty where it could
};

struct SearchResult {
  bool finished = false;            ///< false where it was stopped
  std::vector<Trial> trials;        ///< best first
  std::filesystem::path bestModel;  ///< of the best trial so far; empty where none has one yet
};

/// What a search was started with.
struct SearchPlan {
  int trials = 0;
  TrainSettings settings;
};
/// Nothing where the folder holds no search. Throws Error where its search.json is damaged.
std::optional<SearchPlan> readSearchPlan(const std::filesystem::path& folder);

/// The settings that a search tries, drawn from settings.seed.
std::vector<Trial> drawTrials(const TrainSettings& settings, int nTrials);

/// Successive halving (Jamieson and Talwalkar, 2016) by thirds: each trial is a run in a folder of
/// its own, trained to the first rung; the best third of them (at least one) goes on to the next.
/// With options.resume it goes on where it was. Leaves search.csv, the ranked table, and best.pt,
/// the best trial's model. Events have the number of their trial as `trial`. A trial that fails is
/// last. Throws Error with one sentence.
SearchResult search(const TrainSettings& settings, int nTrials, const RunOptions& options,
                    const TrainHooks& hooks);

/// The ranking for people.
std::string searchTable(const SearchResult& result);

}  // namespace earwitness
