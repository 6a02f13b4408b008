// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>
#include <vector>

#include "core/runs/run_summary.h"

namespace earwitness::gui {

/// Settings in which runs differ: a row a setting, a column a run. Thread: GUI.
class SettingsComparison : public QTableWidget {
  Q_OBJECT
 public:
  explicit SettingsComparison(QWidget* parent = nullptr);
  void setRuns(const std::vector<RunSummary>& runs);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  std::vector<RunSummary> runs_;
  QString nothing_;  ///< said instead of rows
};

}  // namespace earwitness::gui
