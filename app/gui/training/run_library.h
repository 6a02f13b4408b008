// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <filesystem>
#include <optional>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <sys/types.h>

namespace earwitness::gui {

/// Where the window keeps its trainings, a folder each. Throws Error where no home is known.
std::filesystem::path runsFolder();

/// Makes a folder for a new run or search, named by now and by what is trained: "2026-05-31
/// 18-04-05 dog, siren, …". Throws Error where it cannot be made. Thread: any but the GUI's.
std::filesystem::path makeRunFolder(const nlohmann::json& settings, const QString& called = {});

/// The folders in a folder, by path; none where it cannot be read. Thread: any but the GUI's.
std::vector<std::filesystem::path> foldersIn(const std::filesystem::path& folder);

/// A run's name for people: its folder's name without the time; of a search's trial, "NAME, trial
/// 3".
QString runTitle(const std::filesystem::path& folder);

/// The process that trains in a run's folder, or in a trial's of a search's. Nothing where none
/// does. Thread: any but the GUI's.
std::optional<pid_t> writerOf(const std::filesystem::path& folder);

/// Whether a process trains in it, also one that cannot be told. Thread: any but the GUI's.
bool isBeingTrained(const std::filesystem::path& folder);

/// Runs and searches below runsFolder() in which a process trains now. Thread: any but the GUI's.
std::vector<std::filesystem::path> runningRuns();

}  // namespace earwitness::gui
