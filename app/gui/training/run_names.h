#pragma once

#include <QString>
#include <filesystem>

#include "core/runs/run_folder.h"

namespace earwitness::gui {

/// What a run goes by: its folder's name; a trial of a search with the search's.
QString runName(const std::filesystem::path& folder);
/// "running" -> "Running".
QString runStateText(const std::string& state);
/// A string among the run's settings; empty where it is not there.
QString settingText(const RunSummary& run, const char* key);
/// The name of the folder or table that a run was trained with.
QString dataNameOf(const RunSummary& run);
/// "48 s", "3 min 20 s", "2 h 5 min"
QString runTimeText(double seconds);

}  // namespace earwitness::gui
