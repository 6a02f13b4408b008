// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/model_commands.h"
#include "app/cli/progress_bar.h"
#include "app/cli/support.h"
#include "app/cli/train_options.h"
#include "core/base/error.h"
#include "core/base/stand_aside.h"
#include "core/base/text.h"
#include "core/runs/event_text.h"
#include "core/runs/run_folder.h"
#include "core/training/run_estimate.h"
#include "core/training/search.h"
#include "core/training/trainer.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

struct TrainArguments {
  TrainOptions options;
  fs::path out, cache;
  int searchTrials = 0;
  bool resume = false;
  bool json = false;
  bool dryRun = false;
  bool yields = false;
  Confinement confinement;
};

std::string stepText(const StepProgress& step) {
  char text[160];
  const std::string balanced =
      step.balancedAccuracy ? ", balanced " + percent(*step.balancedAccuracy) : "";
  std::snprintf(text, sizeof text, "Epoch %d/%d, step %ld/%ld, loss %.3f%s, %.0f clips/s, %s left",
                step.epoch, step.epochs, step.step, step.steps, step.loss, balanced.c_str(),
                step.clipsPerSecond, durationText(step.secondsLeft).c_str());
  return text;
}

/// Share of the run that is done.
double shareOf(const StepProgress& step) {
  return (double(step.epoch - 1) + double(step.step) / double(step.steps)) / step.epochs;
}

TrainHooks hooksFor(bool json, ProgressBar& bar) {
  TrainHooks hooks;
  hooks.stop = &interrupted();
  hooks.pause = [] { standAside(&interrupted()); };
  hooks.onEvent = [&bar, json, isRead = true](const nlohmann::json& event) mutable {
    if (json && isRead) {
      try {
        printJson(event);
      } catch (const OutputClosed&) {
        // As with Ctrl-C, which leaves a checkpoint.
        isRead = false;
        interrupt();
      }
    }
    if (json) return;
    if (const std::string text = eventText(event); !text.empty() && event.at("event") != "failed")
      bar.line(text);
  };
  if (json || !showsProgress()) return hooks;
  hooks.onCacheProgress = [&bar](size_t done, size_t total) {
    bar.show(double(done) / double(total),
             "Features: " + std::to_string(done) + " of " + std::to_string(total) + " clips");
  };
  hooks.onStep = [&bar](const StepProgress& step) { bar.show(shareOf(step), stepText(step)); };
  return hooks;
}

int runSearch(const TrainArguments& arguments, const TrainSettings& settings) {
  ProgressBar bar;
  const SearchResult result = search(settings, arguments.searchTrials,
                                     {.folder = arguments.out,
                                      .cacheFolder = arguments.cache,
                                      .resume = arguments.resume,
                                      .confinement = arguments.confinement},
                                     hooksFor(arguments.json, bar));
  bar.clear();
  if (!arguments.json && !result.bestModel.empty())
    std::cout << searchTable(result) << "Model: " << result.bestModel.string() << std::endl;
  return result.finished ? EXIT_SUCCESS : 130;
}

int runDryRun(const TrainArguments& arguments) {
  catchInterrupts();
  try {
    const RunEstimate estimate = estimateRun(arguments.options.settings(), arguments.cache,
                                             &interrupted(), arguments.confinement);
    if (arguments.json)
      printJson(toJson(estimate));
    else
      std::cout << textOf(estimate) << std::flush;
    return EXIT_SUCCESS;
  } catch (const Stopped&) {
    return 130;
  }
}

int runTrain(TrainArguments arguments) {
  if (arguments.yields) yieldToOthers();
  if (arguments.dryRun) return runDryRun(arguments);
  if (arguments.out.empty()) throw Error("Choose the folder for the run with --out.");
  const auto plan = arguments.resume ? readSearchPlan(arguments.out) : std::nullopt;
  if (plan && arguments.searchTrials == 0) arguments.searchTrials = plan->trials;
  const TrainSettings settings = plan               ? arguments.options.changed(plan->settings)
                                 : arguments.resume ? arguments.options.settingsOfRun(arguments.out)
                                                    : arguments.options.settings();
  catchInterrupts();
  if (arguments.searchTrials != 0) return runSearch(arguments, settings);
  ProgressBar bar;
  const TrainResult result = train(settings,
                                   {.folder = arguments.out,
                                    .cacheFolder = arguments.cache,
                                    .resume = arguments.resume,
                                    .confinement = arguments.confinement},
                                   hooksFor(arguments.json, bar));
  bar.clear();
  if (!arguments.json && result.finished)
    std::cout << "Model: " << RunFolder{arguments.out}.bestModel().string() << std::endl;
  return result.finished ? EXIT_SUCCESS : 130;
}

int runAugmentations(bool json) {
  nlohmann::json list = nlohmann::json::array();
  for (const StepInfo& info : augmentationSteps()) {
    nlohmann::json strengths = nlohmann::json::array();
    if (!json) std::cout << info.name << "\n  " << info.summary << "\n";
    for (const StrengthInfo& strength : info.strengths) {
      strengths.push_back({{"name", strength.name},
                           {"default", strength.standard},
                           {"lowest", strength.lowest},
                           {"highest", strength.highest},
                           {"help", strength.help}});
      if (!json)
        std::cout << "  " << strength.name << "=" << strength.standard << "  (" << strength.lowest
                  << " to " << strength.highest << ") " << strength.help << "\n";
    }
    list.push_back({{"step", info.name}, {"summary", info.summary}, {"strengths", strengths}});
  }
  if (json) printJson({{"steps", list}});
  return EXIT_SUCCESS;
}

}  // namespace

void addTrainCommand(CLI::App& program, Command& run) {
  auto arguments = std::make_shared<TrainArguments>();
  CLI::App* command = program.add_subcommand("train", "Train a model on a folder of recordings");
  command->add_option("--out", arguments->out, "Folder for the run");
  CLI::Option* resume = command->add_flag("--resume", arguments->resume,
                                          "Resume the interrupted run in --out, with its settings");
  CLI::Option* search =
      command->add_option("--search", arguments->searchTrials,
                          "Try this many settings by successive halving, and rank them");
  command
      ->add_flag(
          "--dry-run", arguments->dryRun,
          "Train nothing: print what would be trained, how long it would take and what it needs")
      ->excludes(resume)
      ->excludes(search);
  command->add_flag(
      "--yield", arguments->yields,
      "Run in the background (nice 10), and wait while a window that listens is late");
  command->add_option("--cache", arguments->cache, "Folder for cached features");
  command->add_flag("--json", arguments->json, "Print events as JSON Lines");
  addUnconfinedOption(*command, arguments->confinement);
  arguments->options.addTo(*command);
  command->callback([arguments, &run] { run = [arguments] { return runTrain(*arguments); }; });
}

void addAugmentationsCommand(CLI::App& program, Command& run) {
  auto json = std::make_shared<bool>(false);
  CLI::App* command =
      program.add_subcommand("augmentations", "List the augmentation steps for training clips");
  command->add_flag("--json", *json, "Print one JSON object");
  command->callback([json, &run] { run = [json] { return runAugmentations(*json); }; });
}

}  // namespace earwitness
