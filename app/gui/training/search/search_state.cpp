// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/search/search_state.h"

#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>

#include "app/gui/training/main_figure.h"
#include "core/base/atomic_file.h"
#include "core/base/delimited_table.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_summary.h"
#include "core/runs/trial_folder.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

std::optional<double> numberOf(const std::string& text) {
  double value = 0.0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> settingOf(const nlohmann::json& settings, const char* key) {
  const auto found = settings.find(key);
  if (found == settings.end() || !found->is_number()) return std::nullopt;
  return found->get<double>();
}

/// What the ranking says of each trial; it is written anew after each.
void takeRanking(SearchState& search, const fs::path& file) {
  std::error_code none;
  if (!fs::exists(file, none)) return;
  const DelimitedTable table = readDelimitedTable(file);
  for (const auto& row : table.rows) {
    const auto at = [&](const char* name) {
      return table.hasColumn(name) ? numberOf(row[table.column(name)]) : std::nullopt;
    };
    const auto number = at("trial");
    if (!number || *number < 1.0 || *number > double(search.list.size())) continue;
    SearchTrial& trial = search.list[size_t(*number) - 1];
    trial.learningRate = at("learning_rate");
    trial.weightDecay = at("weight_decay");
    trial.augmentation = at("augmentation");
    trial.width = at("width");
    if (table.hasColumn("error")) trial.error = Message::verbatim(row[table.column("error")]);
    if (!trial.error.empty()) trial.state = "failed";
  }
}

void takeRun(SearchState& search, SearchTrial& trial) {
  const auto run = readRun(trial.folder);
  if (!run) return;
  if (trial.state != "failed") trial.state = run->state;
  if (!run->error.empty()) trial.error = run->error;
  search.isRunning = search.isRunning || run->state == "running";
  trial.epochs = run->epochs;
  if (rankOf(run->best) >= 0.0) trial.mainFigure = mainFigure(*run->best);
  if (!trial.learningRate) trial.learningRate = settingOf(run->settings, "learning_rate");
  if (!trial.weightDecay) trial.weightDecay = settingOf(run->settings, "weight_decay");
}

/// A search that was stopped has a best model as well.
bool isFinished(const RunFolder& folder) {
  std::error_code none;
  if (!fs::exists(folder.result(), none)) return false;
  const auto summary = nlohmann::json::parse(readFile(folder.result()), nullptr, false);
  return summary.is_object() && summary.value("finished", nlohmann::json()) == true;
}

}  // namespace

const SearchTrial* SearchState::best() const {
  const auto found = std::find_if(list.begin(), list.end(), [](const SearchTrial& trial) {
    return trial.mainFigure.has_value();
  });
  return found == list.end() ? nullptr : &*found;
}

SearchState readSearch(const fs::path& folder) {
  const fs::path file = RunFolder{folder}.searchPlan();
  const auto plan = nlohmann::json::parse(readFile(file), nullptr, false);
  if (!plan.is_object() || !plan.contains("trials") || !plan["trials"].is_number_integer())
    throw Error("The file '%1' is damaged. Start a new search.", file);
  constexpr int kMostTrials = 10'000;
  SearchState search;
  search.trials = std::clamp(plan["trials"].get<int>(), 0, kMostTrials);
  if (const auto settings = plan.find("settings");
      settings != plan.end() && settings->is_object()) {
    search.epochs = settings->value("epochs", 0);
    search.isMultiLabel = isMultiLabel(*settings);
  }
  for (int number = 1; number <= search.trials; ++number) {
    SearchTrial trial;
    trial.number = number;
    trial.state = "waiting";
    trial.folder = trialFolder(folder, number);
    search.list.push_back(std::move(trial));
  }
  // The first has the settings as they are.
  if (!search.list.empty()) search.list.front().augmentation = search.list.front().width = 1.0;
  takeRanking(search, folder / "search.csv");
  for (SearchTrial& trial : search.list) takeRun(search, trial);
  search.isFinished = isFinished(RunFolder{folder});
  std::stable_sort(search.list.begin(), search.list.end(),
                   [](const SearchTrial& a, const SearchTrial& b) {
                     return std::pair(a.epochs, a.mainFigure.value_or(-1.0)) >
                            std::pair(b.epochs, b.mainFigure.value_or(-1.0));
                   });
  return search;
}

}  // namespace earwitness::gui
