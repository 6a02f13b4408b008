// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QUrl>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

#include "core/audio/audio_folder.h"

namespace earwitness::gui {

/// Local paths among what is dragged; empty where there are none.
std::vector<std::filesystem::path> localPaths(const QList<QUrl>& urls);

using FoundFile = FoundSound;

struct DroppedFiles {
  std::vector<FoundFile> files;  ///< sorted within each folder
  std::vector<FoundFile> other;  ///< sound by their names, of kinds that are not read
  int unreadableFolders = 0;
  std::filesystem::path firstUnreadable;
  int refused = 0;  ///< things that are no audio files
  std::filesystem::path firstRefused;
  int emptyFolders = 0;  ///< folders without an audio file in them
};

/// How far the search is. Thread: any.
/// Audio files among the paths; a folder stands for those that soundsBelow() finds. Reads folders.
/// What was found before `stop` was requested is returned. Thread: worker; may hang for minutes on
/// a network share that does not answer.
DroppedFiles collectAudioFiles(const std::vector<std::filesystem::path>& paths, SoundSearch& search,
                               const std::stop_token& stop = {});

/// One sentence about what was refused; empty where nothing was.
QString refusalSentence(const DroppedFiles& dropped);

}  // namespace earwitness::gui
