// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/support.h"
#include "app/cli/text_table.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/runs/event_text.h"
#include "core/runs/run_summary.h"
#include "core/runs/settings_difference.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

std::string valueText(const nlohmann::json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

/// Each setting that is not the same in all runs: its values, and whose they are.
void printDifferences(const std::vector<RunSummary>& runs) {
  std::vector<FlatSettings> settings;
  for (const RunSummary& run : runs) settings.push_back(flatSettings(run.settings));
  const std::vector<SettingDifference> differences = settingsThatDiffer(settings);
  if (!differences.empty()) std::cout << "\nSettings that differ:\n";
  for (const auto& [name, values] : differences) {
    std::map<std::string, std::string> runsByValue;
    for (size_t i = 0; i < runs.size(); ++i) {
      if (!values[i]) continue;
      std::string& names = runsByValue[*values[i]];
      names += (names.empty() ? "" : ", ") + runs[i].folder.path.filename().string();
    }
    std::cout << "  " << name << "\n";
    for (const auto& [value, names] : runsByValue)
      std::cout << "    " << (value.empty() ? "(none)" : value) << "  [" << names << "]\n";
  }
}

void printRuns(const std::vector<RunSummary>& runs) {
  TextTable table({"run", "state", "architecture", "recipe", "epochs", "best", "balanced", "loss",
                   "parameters", "time"});
  for (const RunSummary& run : runs) {
    char loss[32] = "";
    if (run.best) std::snprintf(loss, sizeof loss, "%.3f", run.best->loss);
    table.add({run.folder.path.filename().string(), run.state,
               valueText(run.settings.value("architecture", nlohmann::json(""))),
               valueText(run.settings.value("recipe", nlohmann::json(""))),
               std::to_string(run.epochs) + "/" +
                   valueText(run.settings.value("epochs", nlohmann::json("?"))),
               run.best ? std::to_string(run.bestEpoch) : "",
               run.best ? mainFigureText(*run.best) : "", loss,
               run.parameters ? std::to_string(*run.parameters) : "", durationText(run.seconds)});
  }
  std::cout << table.text();
  for (const RunSummary& run : runs)
    if (!run.error.empty())
      std::cout << run.folder.path.filename().string() << " failed: " << run.error.english()
                << "\n";
  if (runs.size() > 1) printDifferences(runs);
  std::cout << std::flush;
}

int runRuns(const std::vector<fs::path>& folders, bool json) {
  std::vector<RunSummary> runs;
  for (const fs::path& folder : folders) {
    const auto found = findRuns(fs::absolute(folder).lexically_normal());
    runs.insert(runs.end(), found.begin(), found.end());
  }
  if (runs.empty())
    throw Error("There is no run in '%1'. Start a training with --out to create one.",
                folders.front());
  std::stable_sort(runs.begin(), runs.end(), [](const RunSummary& a, const RunSummary& b) {
    return rankOf(a.best) > rankOf(b.best);
  });
  if (!json) {
    printRuns(runs);
    return EXIT_SUCCESS;
  }
  nlohmann::json list = nlohmann::json::array();
  for (const RunSummary& run : runs) list.push_back(toJson(run));
  printJson({{"runs", list}});
  return EXIT_SUCCESS;
}

}  // namespace

void addRunsCommand(CLI::App& program, Command& run) {
  struct Arguments {
    std::vector<fs::path> folders = {"."};
    bool json = false;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "runs", "List training runs, best first, and the settings in which they differ");
  command->add_option("folders", arguments->folders,
                      "Folders of runs, or folders that contain runs (default: this folder)");
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &run] {
    run = [arguments] { return runRuns(arguments->folders, arguments->json); };
  });
}

}  // namespace earwitness
