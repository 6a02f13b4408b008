// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_summary.h"

#include <algorithm>
#include <sstream>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/message_json.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

/// Takes in one event of a journal.
void add(RunSummary& run, const nlohmann::json& event) {
  const std::string name = event.at("event");
  if (name == "started") {
    run.started = event.at("time");
  } else if (name == "resumed") {
    // Epochs behind the checkpoint are made once more.
    run.epochs = std::min(run.epochs, event.value("epochs_done", run.epochs));
    run.state = "interrupted";
  } else if (name == "built") {
    run.parameters = event.at("parameters").get<long>();
  } else if (name == "epoch") {
    run.epochs = event.at("epoch");
    run.seconds += event.at("seconds").get<double>();
    run.bestEpoch = event.at("best_epoch");
    run.best = figuresFromJson(event.at("best"));
  } else if (name == "finished" || name == "stopped" || name == "failed") {
    run.state = name;
    run.error = messageIn(event, "error");
  }
}

}  // namespace

std::optional<RunSummary> readRun(const fs::path& path) {
  RunSummary run;
  run.folder = {path};
  std::string settings, journal;
  try {
    journal = readFile(run.folder.journal());
    if (RunFolder::isThere(run.folder.settings())) settings = readFile(run.folder.settings());
  } catch (const Error&) {
    return std::nullopt;
  }
  run.settings = nlohmann::json::parse(settings, nullptr, false);
  if (!run.settings.is_object()) run.settings = nlohmann::json::object();
  run.state = "interrupted";
  std::istringstream lines(journal);
  for (std::string line; std::getline(lines, line);) {
    const auto event = nlohmann::json::parse(line, nullptr, false);
    try {
      if (event.is_object()) add(run, event);
    } catch (const nlohmann::json::exception&) {
      continue;  // a line of another version
    }
  }
  if (run.started.empty()) return std::nullopt;
  if (RunLock::isHeld(run.folder)) run.state = "running";
  return run;
}

std::vector<RunSummary> findRuns(const fs::path& root) {
  std::error_code failure;
  std::vector<fs::path> folders = {root};
  for (fs::directory_iterator entry(root, failure), end; !failure && entry != end;
       entry.increment(failure))
    if (entry->is_directory(failure)) folders.push_back(entry->path());
  if (failure) throw Error("The folder '%1' cannot be read: %2.", root, failure.message());
  std::sort(folders.begin(), folders.end());
  std::vector<RunSummary> runs;
  for (const fs::path& folder : folders)
    if (auto run = readRun(folder)) runs.push_back(std::move(*run));
  return runs;
}

nlohmann::json toJson(const RunSummary& run) {
  nlohmann::json json = {{"folder", run.folder.path.string()},
                         {"state", run.state},
                         {"settings", run.settings},
                         {"epochs", run.epochs},
                         {"seconds", run.seconds},
                         {"started", run.started}};
  if (!run.error.empty()) json["error"] = run.error.english();
  if (run.parameters) json["parameters"] = *run.parameters;
  if (run.best) {
    json["best_epoch"] = run.bestEpoch;
    json["best"] = toJson(*run.best);
  }
  return json;
}

}  // namespace earwitness
