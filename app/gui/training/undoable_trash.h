// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace earwitness::gui {

/// A file or folder in the desktop's trash, and where it was.
struct TrashedFile {
  std::filesystem::path original;
  std::filesystem::path inTrash;
};

/// Moves them to the trash. Throws Error with one sentence where one cannot be moved; those before
/// it are put back then. Thread: worker.
std::vector<TrashedFile> moveToTrash(const std::vector<std::filesystem::path>& paths);

/// Puts them back where they were; folders on the way are made. Throws Error with one sentence
/// where something else is in the place by now, or the trash was emptied. Thread: worker.
void restoreFromTrash(const std::vector<TrashedFile>& files);

}  // namespace earwitness::gui
