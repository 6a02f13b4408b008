#pragma once

#include <QList>
#include <QUrl>
#include <filesystem>
#include <vector>

namespace earwitness::gui {

/// Local paths among what is dragged; empty where there are none.
std::vector<std::filesystem::path> localPaths(const QList<QUrl>& urls);

struct DroppedFiles {
  std::vector<std::filesystem::path> files;  ///< sorted within each folder
  int refused = 0;                           ///< things that are no audio files
  std::filesystem::path firstRefused;
  int emptyFolders = 0;  ///< folders without an audio file in them
};

/// Audio files among the paths; a folder stands for those in it and below it. Reads folders.
/// Thread: worker.
DroppedFiles collectAudioFiles(const std::vector<std::filesystem::path>& paths);

/// One sentence about what was refused; empty where nothing was.
QString refusalSentence(const DroppedFiles& dropped);

}  // namespace earwitness::gui
