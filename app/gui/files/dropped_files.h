#pragma once

#include <QList>
#include <QUrl>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace earwitness::gui {

/// Local paths among what is dragged; empty where there are none.
std::vector<std::filesystem::path> localPaths(const QList<QUrl>& urls);

struct FoundFile {
  std::filesystem::path path;
  int64_t bytes = 0;
};

struct DroppedFiles {
  std::vector<FoundFile> files;  ///< sorted within each folder
  int refused = 0;               ///< things that are no audio files
  std::filesystem::path firstRefused;
  int emptyFolders = 0;  ///< folders without an audio file in them
};

/// How far the search is. Thread: any.
struct FileSearch {
  std::atomic<int> found{0};
  std::atomic<bool> cancelled{false};
};

/// Audio files among the paths; a folder stands for those in it and below it, without following
/// links to folders. Reads folders. What was found before a cancellation is returned. Thread:
/// worker.
DroppedFiles collectAudioFiles(const std::vector<std::filesystem::path>& paths, FileSearch& search);

/// One sentence about what was refused; empty where nothing was.
QString refusalSentence(const DroppedFiles& dropped);

}  // namespace earwitness::gui
