// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/data_options.h"
#include "app/cli/progress_bar.h"
#include "app/cli/support.h"
#include "core/base/error.h"
#include "core/data/data_report.h"
#include "core/data/synthetic_set.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

int runSynth(SyntheticSetRequest request) {
  catchInterrupts();
  request.stop = &interrupted();
  try {
    ProgressBar bar;
    request.onProgress = [&](size_t done, size_t all) {
      bar.show(double(done) / double(all), "Making sounds");
    };
    const int total = writeSyntheticSet(request);
    bar.clear();
    std::cout << total << " clips in " << request.folder.string() << std::endl;
    return EXIT_SUCCESS;
  } catch (const Stopped&) {
    return 130;
  }
}

int runCheck(const DataRequest& request, bool json) {
  catchInterrupts();
  try {
    DataCheckOptions options;
    options.stop = &interrupted();
    const DataReport report = [&] {
      ProgressBar bar;
      options.onProgress = [&](size_t done, size_t total) {
        bar.show(double(done) / double(total),
                 "Listening: " + std::to_string(done) + " of " + std::to_string(total) + " clips");
      };
      return checkDataSet(request, options);
    }();
    if (json)
      printJson(toJson(report));
    else
      std::cout << textOf(report) << std::flush;
    return report.isUsable() ? EXIT_SUCCESS : EXIT_FAILURE;
  } catch (const Stopped&) {
    return 130;
  }
}

void addCheckCommand(CLI::App& data, Command& run) {
  struct Arguments {
    DataOptions data;
    bool json = false;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = data.add_subcommand(
      "check",
      "Check every clip of a data set, and list its contents and its problems. Broken clips do not "
      "count as failure: the exit code is 1 only if training on the data would not start");
  command->add_option("folder", arguments->data.root, "Folder, or table, of the data set")
      ->required();
  command->add_flag("--json", arguments->json, "Print one JSON object, with all problems");
  arguments->data.addLayoutTo(*command);
  command->callback([arguments, &run] {
    run = [arguments] {
      DataRequest request;
      arguments->data.applyTo(request);
      return runCheck(request, arguments->json);
    };
  });
}

void addSynthCommand(CLI::App& data, Command& run) {
  auto request = std::make_shared<SyntheticSetRequest>();
  CLI::App* command = data.add_subcommand(
      "synth",
      "Make a small data set for trying out training: siren, engine, vacuum cleaner, "
      "beeps, chirps, clicks and silence");
  command->add_option("folder", request->folder, "Folder to write to")->required();
  command->add_option("--clips-per-class", request->clipsPerClass, "Clips in each class")
      ->capture_default_str();
  command->add_option("--seconds", request->seconds, "Length of a clip")->capture_default_str();
  command->add_option("--rate", request->sampleRate, "Sample rate in Hz")->capture_default_str();
  command->add_option("--seed", request->seed, "Random seed: another seed gives other sounds")
      ->capture_default_str();
  command->add_flag("--force", request->force, "Allow a folder that is not empty");
  command->callback([request, &run] { run = [request] { return runSynth(*request); }; });
}

}  // namespace

void addDataCommand(CLI::App& program, Command& run) {
  CLI::App* data = program.add_subcommand("data", "Check or make data sets");
  data->require_subcommand(1);
  addCheckCommand(*data, run);
  addSynthCommand(*data, run);
}

}  // namespace earwitness
