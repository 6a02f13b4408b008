// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <filesystem>

namespace earwitness::gui {

/// Where a run lies when it is called `name`: the time at the front of its folder's name stays.
std::filesystem::path renamedRun(const std::filesystem::path& run, const QString& name);

/// Renames the folder of a run or search. Throws Error with one sentence where a process trains in
/// it, where that name is taken and where the system says no. Thread: worker.
void renameRun(const std::filesystem::path& run, const std::filesystem::path& renamed);

/// Moves it to the trash. Throws Error with one sentence where a process trains in it, and where
/// there is no trash. Thread: worker.
void trashRun(const std::filesystem::path& run);

}  // namespace earwitness::gui
