// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/dropped_files.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/gui/base/core_text.h"
#include "core/audio/audio_file.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

QString nameOf(const fs::path& path) {
  return QString::fromStdString(path.has_filename() ? path.filename().string() : path.string());
}

FoundFile found(const fs::path& path) {
  std::error_code ignored;
  const uintmax_t bytes = fs::file_size(path, ignored);
  return {path, ignored ? 0 : int64_t(bytes)};
}

/// False for a folder without sounds.
bool addFolder(const fs::path& folder, SoundSearch& search, const std::stop_token& stop,
               DroppedFiles& dropped) {
  const FoundSounds sounds = soundsBelow(folder, search);
  dropped.files.insert(dropped.files.end(), sounds.files.begin(), sounds.files.end());
  dropped.other.insert(dropped.other.end(), sounds.other.begin(), sounds.other.end());
  if (!sounds.unreadable.empty() && dropped.unreadableFolders == 0)
    dropped.firstUnreadable = sounds.unreadable.front().path;
  dropped.unreadableFolders += int(sounds.unreadable.size());
  return !sounds.files.empty() || !sounds.other.empty() || !sounds.unreadable.empty() ||
         stop.stop_requested();
}

}  // namespace

std::vector<fs::path> localPaths(const QList<QUrl>& urls) {
  std::vector<fs::path> paths;
  for (const QUrl& url : urls)
    if (url.isLocalFile()) paths.emplace_back(url.toLocalFile().toStdString());
  return paths;
}

DroppedFiles collectAudioFiles(const std::vector<fs::path>& paths, SoundSearch& search,
                               const std::stop_token& stop) {
  search.isCancelled = [stop] { return stop.stop_requested(); };
  DroppedFiles dropped;
  for (const fs::path& path : paths) {
    if (stop.stop_requested()) break;
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
      if (addFolder(path, search, stop, dropped)) continue;
      ++dropped.emptyFolders;
    } else if (looksLikeAudioFile(path)) {
      dropped.files.push_back(found(path));
      ++search.found;
      continue;
    } else if (looksLikeOtherSound(path)) {
      dropped.other.push_back(found(path));
      continue;
    } else {
      ++dropped.refused;
    }
    if (dropped.firstRefused.empty()) dropped.firstRefused = path;
  }
  return dropped;
}

QString refusalSentence(const DroppedFiles& dropped) {
  if (dropped.unreadableFolders > 0)
    return QCoreApplication::translate("DroppedFiles",
                                       "Folders that cannot be read: %1, such as “%2”.")
        .arg(dropped.unreadableFolders)
        .arg(QString::fromStdString(dropped.firstUnreadable.string()));
  const int all = dropped.refused + dropped.emptyFolders;
  if (all == 0) return {};
  const QString name = nameOf(dropped.firstRefused);
  if (all > 1)
    return QCoreApplication::translate("DroppedFiles",
                                       "Unsupported files: %1, such as '%2'. Earwitness reads %3.")
        .arg(QString::number(all), name, coreText(audioKinds()));
  if (dropped.emptyFolders > 0)
    return QCoreApplication::translate("DroppedFiles", "There are no audio files in '%1'.")
        .arg(name);
  return QCoreApplication::translate("DroppedFiles",
                                     "'%1' is not a supported audio file. Earwitness reads %2.")
      .arg(name, coreText(audioKinds()));
}

}  // namespace earwitness::gui
