// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>
#include <vector>

#include "app/gui/training/runs/run_lister.h"

namespace earwitness::gui {

class CurvesPlot;
class SettingsComparison;

/// Runs beside each other: their curves one over another, and the settings that differ. Reads
/// journals in the background. Thread: GUI.
class RunComparison : public QTabWidget {
  Q_OBJECT
 public:
  static constexpr size_t kMostCurves = 8;  ///< runs; more could not be told apart

  explicit RunComparison(QWidget* parent = nullptr);

  /// Reads the curves anew where other runs than before are meant, or where one of them goes on.
  void setRuns(const std::vector<RunEntry>& entries);

 signals:
  /// One sentence.
  void told(const QString& sentence);

 private:
  void readCurves(const std::vector<RunEntry>& entries);

  CurvesPlot* curves_;
  SettingsComparison* settings_;
  std::vector<std::filesystem::path> shown_;
  bool goesOn_ = false;  ///< one of them did when it was looked at last
  int request_ = 0;
};

}  // namespace earwitness::gui
