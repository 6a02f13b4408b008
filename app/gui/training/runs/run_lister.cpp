// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/runs/run_lister.h"

#include <algorithm>
#include <map>
#include <optional>

#include "app/gui/base/background.h"
#include "app/gui/training/run_library.h"
#include "core/base/atomic_file.h"
#include "core/runs/run_lock.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

/// What has been read, by folder.
class RunLister::Cache {
 public:
  /// Throws what the file system throws where `root` cannot be listed.
  std::vector<RunEntry> list(const fs::path& root) {
    std::vector<RunEntry> entries;
    if (!fs::exists(root)) return entries;
    fs::directory_iterator{root};  // throws where it cannot be read
    for (const fs::path& folder : foldersIn(root)) {
      if (RunFolder{folder}.isSearch())
        add(entries, search(folder));
      else
        add(entries, single(folder));
    }
    return entries;
  }

 private:
  struct Known {
    RunSummary run;
    fs::file_time_type changed;
    uintmax_t size = 0;
  };

  static void add(std::vector<RunEntry>& entries, std::optional<RunEntry> entry) {
    if (entry) entries.push_back(std::move(*entry));
  }

  std::optional<RunEntry> single(const fs::path& folder) {
    const RunFolder files{folder};
    std::error_code none;
    const auto changed = fs::last_write_time(files.journal(), none);
    const auto size = fs::file_size(files.journal(), none);
    if (none) return std::nullopt;
    const auto known = known_.find(folder);
    const bool isRunning = RunLock::isHeld(files);
    const bool isFresh = known != known_.end() && known->second.changed == changed &&
                         known->second.size == size &&
                         (known->second.run.state == "running") == isRunning;
    if (!isFresh) {
      auto run = readRun(folder);
      if (!run) return std::nullopt;
      known_[folder] = {std::move(*run), changed, size};
    }
    return RunEntry{
        .run = known_[folder].run, .trials = 0, .hasResult = fs::exists(files.result(), none)};
  }

  /// All trials as one.
  std::optional<RunEntry> search(const fs::path& folder) {
    const auto plan =
        nlohmann::json::parse(readFile(RunFolder{folder}.searchPlan()), nullptr, false);
    if (!plan.is_object()) return std::nullopt;
    RunEntry whole;
    whole.run.folder = {folder};
    whole.run.settings = plan.value("settings", nlohmann::json::object());
    whole.trials = std::max(1, plan.value("trials", 1));
    whole.hasResult = RunFolder::isThere(RunFolder{folder}.bestModel());
    whole.run.state = whole.hasResult ? "finished" : "stopped";
    for (const fs::path& trial : foldersIn(folder))
      if (const auto entry = single(trial)) take(whole.run, entry->run);
    return whole;
  }

  static void take(RunSummary& whole, const RunSummary& trial) {
    if (trial.state == "running") whole.state = "running";
    if (whole.started.empty() || trial.started < whole.started) whole.started = trial.started;
    whole.seconds += trial.seconds;
    if (!trial.best || (whole.best && rankOf(whole.best) >= rankOf(trial.best))) return;
    whole.best = trial.best;
    whole.bestEpoch = trial.bestEpoch;
    whole.epochs = trial.epochs;
    whole.parameters = trial.parameters;
  }

  std::map<fs::path, Known> known_;
};

RunLister::RunLister(QObject* parent) : QObject(parent), cache_(std::make_shared<Cache>()) {}

RunLister::~RunLister() = default;

void RunLister::list(const fs::path& root) {
  root_ = root;
  again_ = isBusy_;
  if (isBusy_) return;
  isBusy_ = true;
  auto entries = std::make_shared<std::vector<RunEntry>>();
  const auto finish = [this] {
    isBusy_ = false;
    if (again_) list(root_);
  };
  readInBackground(
      this, [entries, root, cache = cache_] { *entries = cache->list(root); },
      [this, entries, finish] {
        emit listed(*entries);
        finish();
      },
      [this, finish](const QString& sentence) {
        emit failed(tr("The runs cannot be listed: %1").arg(sentence));
        finish();
      });
}

}  // namespace earwitness::gui
