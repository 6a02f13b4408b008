// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <vector>

#include "core/runs/run_summary.h"

namespace earwitness::gui {

/// Titles of runs, with the time where several have the same.
std::vector<QString> distinctNames(const std::vector<RunSummary>& runs);
/// When it began, local time; invalid where that is not known.
QDateTime startOf(const RunSummary& run);
/// "running" -> "Running".
QString runStateText(const std::string& state);
/// A string among the run's settings; empty where it is not there.
QString settingText(const RunSummary& run, const char* key);
/// The name of the folder or table that a run was trained with.
QString dataNameOf(const RunSummary& run);
/// "48 s", "3 min 20 s", "2 h 5 min"
QString runTimeText(double seconds);

}  // namespace earwitness::gui
