#include "app/gui/files/dropped_files.h"

#include <QCoreApplication>
#include <algorithm>

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

std::vector<FoundFile> audioFilesBelow(const fs::path& folder, FileSearch& search) {
  std::vector<FoundFile> files;
  std::error_code ignored;
  const auto options = fs::directory_options::skip_permission_denied;
  fs::recursive_directory_iterator entry(folder, options, ignored);
  for (; entry != fs::recursive_directory_iterator(); entry.increment(ignored)) {
    if (ignored || search.cancelled.load()) break;
    if (!looksLikeAudioFile(entry->path()) || !entry->is_regular_file(ignored)) continue;
    files.push_back(found(entry->path()));
    ++search.found;
  }
  std::sort(files.begin(), files.end(),
            [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace

std::vector<fs::path> localPaths(const QList<QUrl>& urls) {
  std::vector<fs::path> paths;
  for (const QUrl& url : urls)
    if (url.isLocalFile()) paths.emplace_back(url.toLocalFile().toStdString());
  return paths;
}

DroppedFiles collectAudioFiles(const std::vector<fs::path>& paths, FileSearch& search) {
  DroppedFiles dropped;
  for (const fs::path& path : paths) {
    if (search.cancelled.load()) break;
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
      const auto files = audioFilesBelow(path, search);
      dropped.files.insert(dropped.files.end(), files.begin(), files.end());
      if (!files.empty() || search.cancelled.load()) continue;
      ++dropped.emptyFolders;
    } else if (looksLikeAudioFile(path)) {
      dropped.files.push_back(found(path));
      ++search.found;
      continue;
    } else {
      ++dropped.refused;
    }
    if (dropped.firstRefused.empty()) dropped.firstRefused = path;
  }
  return dropped;
}

QString refusalSentence(const DroppedFiles& dropped) {
  const int all = dropped.refused + dropped.emptyFolders;
  if (all == 0) return {};
  const QString name = nameOf(dropped.firstRefused);
  if (all > 1)
    return QCoreApplication::translate("DroppedFiles",
                                       "%1 of the things dropped, '%2' among them, hold no audio; "
                                       "WAV, FLAC, Ogg and MP3 files do.")
        .arg(all)
        .arg(name);
  if (dropped.emptyFolders > 0)
    return QCoreApplication::translate("DroppedFiles", "There are no audio files in '%1'.")
        .arg(name);
  return QCoreApplication::translate(
             "DroppedFiles",
             "'%1' is no audio file; WAV, FLAC, Ogg and MP3 files can be dropped here.")
      .arg(name);
}

}  // namespace earwitness::gui
