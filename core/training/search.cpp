// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/search.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/draw.h"
#include "core/network/architectures.h"
#include "core/runs/journal.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_summary.h"
#include "core/runs/search_rungs.h"
#include "core/runs/trial_folder.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

fs::path planFile(const fs::path& folder) {
  return RunFolder{folder}.searchPlan();
}

/// Those that were trained longer first, then the better ones.
void rank(std::vector<Trial>& trials) {
  std::stable_sort(trials.begin(), trials.end(), [](const Trial& a, const Trial& b) {
    return std::pair(a.epochs, rankOf(a.best)) > std::pair(b.epochs, rankOf(b.best));
  });
}

bool areMultiLabel(const std::vector<Trial>& trials) {
  return !trials.empty() && trials.front().settings.isMultiLabel();
}

double factorBetween(std::mt19937_64& random, double lowest, double highest) {
  return lowest * std::pow(highest / lowest, drawUniform(random, 0.0, 1.0));
}

std::string searchCsv(const std::vector<Trial>& trials) {
  std::string csv = std::string("rank,trial,epochs,") +
                    (areMultiLabel(trials) ? "mean_average_precision" : "balanced_accuracy") +
                    ",loss,learning_rate,weight_decay,augmentation,width,error\n";
  int place = 0;
  for (const Trial& trial : trials) {
    char row[256];
    std::snprintf(row, sizeof row, "%d,%d,%d,%.6f,%.6f,%.6g,%.6g,%.4f,%.4f,", ++place, trial.number,
                  trial.epochs, rankOf(trial.best), trial.best ? trial.best->loss : 0.0,
                  trial.settings.learningRate, trial.settings.weightDecay,
                  trial.change.augmentationFactor, trial.change.widthFactor);
    csv += row;
    csv += csvField(trial.error.english()) + "\n";
  }
  return csv;
}

class Search {
 public:
  Search(const TrainSettings& settings, int nTrials, const RunOptions& options,
         const TrainHooks& hooks)
      : options_(options), hooks_(hooks), trials_(drawTrials(settings, nTrials)) {
    prepare({{"version", 1}, {"trials", nTrials}, {"settings", toJson(settings)}});
    rungs_ = searchRungs(settings.epochs);
  }

  SearchResult run() {
    SearchResult result;
    size_t active = trials_.size();
    for (int rung : rungs_) {
      for (size_t i = 0; i < active; ++i)
        if (!trainTo(trials_[i], rung)) {
          result = ranked();
          keepBest(result);
          return result;
        }
      std::stable_sort(
          trials_.begin(), trials_.begin() + long(active),
          [](const Trial& a, const Trial& b) { return rankOf(a.best) > rankOf(b.best); });
      active = size_t(trialsGoingOn(int(active)));
    }
    result = ranked();
    const Trial& best = result.trials.front();
    if (!best.best) throw Error("No trial of the search could be trained: %1", best.error);
    result.finished = true;
    keepBest(result);
    return result;
  }

 private:
  /// The best model so far, also of a search that is stopped; none where no trial has one yet.
  void keepBest(SearchResult& result) const {
    const RunFolder own{options_.folder};
    nlohmann::json summary = {{"finished", result.finished}, {"best_trial", nullptr}};
    for (const Trial& trial : result.trials) {
      const RunFolder folder{trialFolder(options_.folder, trial.number)};
      if (!trial.best || !fs::exists(folder.bestModel())) continue;
      result.bestModel = own.bestModel();
      writeFileAtomically(result.bestModel, readFile(folder.bestModel()));
      summary["best_trial"] = trial.number;
      break;
    }
    writeFileAtomically(own.result(), summary.dump(2) + "\n");
  }

  void prepare(const nlohmann::json& plan) {
    const fs::path file = planFile(options_.folder);
    std::error_code failure;
    fs::create_directories(options_.folder, failure);
    if (failure)
      throw Error("The folder '%1' cannot be created: %2.", options_.folder, failure.message());
    if (!options_.resume) requireNothingToOverwrite({options_.folder});
    lock_.emplace(RunFolder{options_.folder});
    if (fs::exists(file)) {
      if (!options_.resume)
        throw Error(
            "The folder '%1' already contains a search. Choose another folder, or resume the "
            "search with --resume.",
            options_.folder);
      // Settings of an earlier version lack some keys.
      const std::optional<SearchPlan> before = readSearchPlan(options_.folder);
      if (!before || before->trials != plan.at("trials").get<int>() ||
          toJson(before->settings) != plan.at("settings"))
        throw Error(
            "The search in '%1' was started with other settings. Resume it with the same settings, "
            "or start a new one.",
            options_.folder);
    } else {
      writeFileAtomically(file, plan.dump(2) + "\n");
    }
  }

  /// False where it was stopped.
  bool trainTo(Trial& trial, int epochs) {
    const RunFolder folder{trialFolder(options_.folder, trial.number)};
    if (!trial.error.empty()) return true;
    readProgress(trial, folder);
    const bool over = fs::exists(folder.result()) && fs::exists(folder.lastModel());
    if (trial.epochs >= epochs || over) return true;
    TrainHooks hooks = hooks_;
    hooks.onEvent = [&](const nlohmann::json& event) {
      nlohmann::json numbered = event;
      numbered["trial"] = trial.number;
      if (hooks_.onEvent) hooks_.onEvent(numbered);
    };
    try {
      train(trial.settings,
            {.folder = folder.path,
             .cacheFolder = options_.cacheFolder,
             .resume = fs::exists(folder.settings()),
             .stopAfterEpoch = epochs,
             .confinement = options_.confinement},
            hooks);
    } catch (const Error& error) {
      trial.error = error.message();
    }
    readProgress(trial, folder);
    write();
    return hooks_.stop == nullptr || !hooks_.stop->load();
  }

  static void readProgress(Trial& trial, const RunFolder& folder) {
    if (const auto run = readRun(folder.path)) {
      trial.epochs = run->epochs;
      trial.best = run->best;
    }
  }

  void write() const {
    std::vector<Trial> trials = trials_;
    rank(trials);
    writeFileAtomically(options_.folder / "search.csv", searchCsv(trials));
  }

  SearchResult ranked() const {
    SearchResult result;
    result.trials = trials_;
    rank(result.trials);
    writeFileAtomically(options_.folder / "search.csv", searchCsv(result.trials));
    return result;
  }

  RunOptions options_;
  TrainHooks hooks_;
  std::vector<Trial> trials_;
  std::vector<int> rungs_;
  std::optional<RunLock> lock_;  ///< of the search's own folder
};

}  // namespace

std::optional<SearchPlan> readSearchPlan(const fs::path& folder) {
  const fs::path file = planFile(folder);
  if (!fs::exists(file)) return std::nullopt;
  const auto json = nlohmann::json::parse(readFile(file), nullptr, false);
  if (!json.is_object() || !json.contains("trials") || !json["trials"].is_number_integer())
    throw Error("The file '%1' is damaged. Start a new search.", file);
  return SearchPlan{
      .trials = json["trials"],
      .settings = trainSettingsFromJson(json.value("settings", nlohmann::json()), file.string())};
}

std::vector<Trial> drawTrials(const TrainSettings& settings, int nTrials) {
  if (nTrials < 1) throw Error("A search needs at least one trial.");
  std::vector<Trial> trials;
  std::mt19937_64 random(settings.seed);
  for (int i = 0; i < nTrials; ++i) {
    Trial trial{
        .number = i + 1, .change = {}, .settings = settings, .epochs = 0, .best = {}, .error = {}};
    if (i > 0) {
      trial.change = {.learningRateFactor = factorBetween(random, 1.0 / 3.0, 3.0),
                      .weightDecayFactor = factorBetween(random, 0.1, 10.0),
                      .augmentationFactor = drawUniform(random, 0.4, 1.4),
                      .widthFactor = factorBetween(random, 0.7, 1.4)};
      trial.settings.seed = random() >> 33;
      trial.settings.learningRate *= trial.change.learningRateFactor;
      trial.settings.weightDecay *= trial.change.weightDecayFactor;
      trial.settings.augmentation =
          scaledAugmentation(settings.augmentation, trial.change.augmentationFactor);
      // Weights of another model fit one width only.
      if (settings.initModel.empty())
        trial.settings.architectureSettings = scaledSettings(
            settings.architecture,
            architectureSettings(settings.architecture, settings.architectureSettings),
            trial.change.widthFactor);
      else
        trial.change.widthFactor = 1.0;
    }
    trials.push_back(std::move(trial));
  }
  return trials;
}

SearchResult search(const TrainSettings& settings, int nTrials, const RunOptions& options,
                    const TrainHooks& hooks) {
  settings.validate();
  return Search(settings, nTrials, options, hooks).run();
}

std::string searchTable(const SearchResult& result) {
  std::string text = std::string("rank  trial  epochs  ") +
                     (areMultiLabel(result.trials) ? "     mAP" : "balanced") +
                     "  learning rate  weight decay  augmentation  width\n";
  int place = 0;
  for (const Trial& trial : result.trials) {
    char row[200];
    std::snprintf(row, sizeof row, "%4d  %5d  %6d  %8s  %13.2e  %12.2e  %12.2f  %5.2f\n", ++place,
                  trial.number, trial.epochs,
                  trial.best ? percent(mainFigure(*trial.best)).c_str() : "failed",
                  trial.settings.learningRate, trial.settings.weightDecay,
                  trial.change.augmentationFactor, trial.change.widthFactor);
    text += row;
  }
  return text;
}

}  // namespace earwitness
