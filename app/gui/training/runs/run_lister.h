// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/runs/run_summary.h"

namespace earwitness::gui {

/// A run or a search in a folder of runs.
struct RunEntry {
  RunSummary run;  ///< of a search: the figures of its best trial, the settings it began with
  int trials = 0;  ///< of a search; 0: a run
  bool hasResult = false;
  const std::filesystem::path& path() const { return run.folder.path; }
};

/// Lists what lies in a folder of runs, in the background; runs whose journal is as it was are not
/// read again. Thread: GUI.
class RunLister : public QObject {
  Q_OBJECT
 public:
  explicit RunLister(QObject* parent = nullptr);
  ~RunLister() override;

  /// listed() follows; while it is at it, another call makes it look once more. A folder that is
  /// not there holds none.
  void list(const std::filesystem::path& root);
  bool isBusy() const { return isBusy_; }

 signals:
  void listed(const std::vector<earwitness::gui::RunEntry>& entries);
  /// One sentence.
  void failed(const QString& sentence);

 private:
  class Cache;
  std::shared_ptr<Cache> cache_;  ///< used by one job at a time
  std::filesystem::path root_;
  bool isBusy_ = false;
  bool again_ = false;
};

}  // namespace earwitness::gui
