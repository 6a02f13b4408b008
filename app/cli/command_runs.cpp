#include <algorithm>
#include <iostream>
#include <memory>
#include <set>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/support.h"
#include "app/cli/text_table.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/training/run_folder.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

std::string valueText(const nlohmann::json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

/// Keys of settings in which the runs differ; those that always do say nothing.
std::vector<std::string> differingSettings(const std::vector<RunSummary>& runs) {
  std::set<std::string> keys;
  for (const RunSummary& run : runs)
    for (const auto& [key, value] : run.settings.items()) keys.insert(key);
  std::vector<std::string> differing;
  for (const std::string& key : keys) {
    const auto valueOf = [&](const RunSummary& run) {
      return run.settings.value(key, nlohmann::json());
    };
    if (std::any_of(runs.begin(), runs.end(),
                    [&](const RunSummary& run) { return valueOf(run) != valueOf(runs[0]); }))
      differing.push_back(key);
  }
  return differing;
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
               run.best ? percent(run.best->balancedAccuracy) : "", loss,
               run.parameters ? std::to_string(*run.parameters) : "", durationText(run.seconds)});
  }
  std::cout << table.text();
  for (const RunSummary& run : runs)
    if (!run.error.empty())
      std::cout << run.folder.path.filename().string() << " failed: " << run.error << "\n";
  const std::vector<std::string> differing =
      runs.size() > 1 ? differingSettings(runs) : std::vector<std::string>();
  if (!differing.empty()) std::cout << "\nSettings that differ:\n";
  for (const std::string& key : differing) {
    std::cout << "  " << key << "\n";
    for (const RunSummary& run : runs)
      std::cout << "    " << run.folder.path.filename().string() << ": "
                << valueText(run.settings.value(key, nlohmann::json("none"))) << "\n";
  }
  std::cout << std::flush;
}

int runRuns(const std::vector<fs::path>& folders, bool json) {
  std::vector<RunSummary> runs;
  for (const fs::path& folder : folders) {
    const auto found = findRuns(fs::absolute(folder).lexically_normal());
    runs.insert(runs.end(), found.begin(), found.end());
  }
  if (runs.empty())
    throw Error("There is no run in " + inQuotes(folders.front().string()) +
                "; a training makes one with --out.");
  std::stable_sort(runs.begin(), runs.end(), [](const RunSummary& a, const RunSummary& b) {
    return (a.best ? a.best->balancedAccuracy : -1.0) > (b.best ? b.best->balancedAccuracy : -1.0);
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
                      "Folders of runs, or with runs in them (this folder)");
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &run] {
    run = [arguments] { return runRuns(arguments->folders, arguments->json); };
  });
}

}  // namespace earwitness
