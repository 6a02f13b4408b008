// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/runs/run_comparison.h"

#include <algorithm>
#include <memory>

#include "app/gui/base/background.h"
#include "app/gui/training/curves_plot.h"
#include "app/gui/training/run_names.h"
#include "app/gui/training/runs/settings_comparison.h"
#include "core/runs/run_view.h"

namespace earwitness::gui {

RunComparison::RunComparison(QWidget* parent)
    : QTabWidget(parent), curves_(new CurvesPlot(this)), settings_(new SettingsComparison(this)) {
  setObjectName(QStringLiteral("runComparison"));
  setDocumentMode(true);
  addTab(curves_, tr("&Curves"));
  addTab(settings_, tr("Se&ttings that differ"));
  connect(curves_, &CurvesPlot::told, this, &RunComparison::told);
  curves_->setNote(tr("Select one or more runs to see their curves."));
}

void RunComparison::setRuns(const std::vector<RunEntry>& entries) {
  std::vector<std::filesystem::path> paths;
  std::vector<RunSummary> runs;
  bool goesOn = false;
  for (const RunEntry& entry : entries) {
    paths.push_back(entry.path());
    runs.push_back(entry.run);
    goesOn = goesOn || entry.run.state == "running";
  }
  const bool same = paths == shown_;
  // One that has just ended is read a last time.
  if (same && !goesOn && !goesOn_) return;
  goesOn_ = goesOn;
  shown_ = std::move(paths);
  if (!same) settings_->setRuns(runs);
  readCurves(entries);
}

void RunComparison::readCurves(const std::vector<RunEntry>& entries) {
  std::vector<RunSummary> runs;
  for (const RunEntry& entry : entries)  // a search has no curve of its own
    if (entry.trials == 0 && runs.size() < kMostCurves) runs.push_back(entry.run);
  const std::vector<QString> names = distinctNames(runs);
  auto curves = std::make_shared<std::vector<Curves>>();
  readInBackground(
      this,
      [curves, runs, names] {
        for (size_t i = 0; i < runs.size(); ++i)
          curves->push_back({names[i], readRunView(runs[i].folder.path)});
      },
      [this, curves, request = ++request_] {
        if (request == request_) curves_->setRuns(*curves);
      });
}

}  // namespace earwitness::gui
