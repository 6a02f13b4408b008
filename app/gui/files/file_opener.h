// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

#include "core/audio/audio_folder.h"

namespace earwitness::gui {

class DropOverlay;
class FileLibrary;
class FilePane;
struct DroppedFiles;

/// The ways by which files come into the window: drag and drop anywhere on it, dialogs, the command
/// line. Folders are looked through in the background. Thread: GUI.
class FileOpener : public QObject {
  Q_OBJECT
 public:
  /// Makes `window` a drop target.
  FileOpener(FileLibrary* library, FilePane* pane, QWidget* window);

  /// Audio files, and folders of them. One alone is shown; of several, the list.
  void open(const std::vector<std::filesystem::path>& paths);
  void askForFiles() { ask(false); }
  void askForFolder() { ask(true); }
  /// The bundled sample, unless something else is shown by then.
  void openSample();

  /// Ends the search of folders; what was found by then is opened.
  void stopSearching();

 signals:
  /// Folders are being looked through: how many files were found so far; -1 when it is over.
  void searching(int found);
  /// One sentence about what could not be taken.
  void refused(const QString& sentence);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Search {
    std::shared_ptr<SoundSearch> progress;
    std::stop_source stop;
  };
  void ask(bool folder);
  void openFound(const DroppedFiles& dropped);
  void endSearch(const std::shared_ptr<SoundSearch>& progress);
  void tellSearch();

  FileLibrary* library_;
  FilePane* pane_;
  QWidget* window_;
  DropOverlay* overlay_;
  std::vector<Search> searches_;  ///< in progress
  QTimer searchClock_;
};

}  // namespace earwitness::gui
