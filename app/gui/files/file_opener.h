#pragma once

#include <QObject>
#include <filesystem>
#include <vector>

namespace earwitness::gui {

class DropOverlay;
class FileLibrary;
class FilePane;

/// The ways by which files come into the window: drag and drop anywhere on it, dialogs, the command
/// line. Folders are looked through in the background. Thread: GUI.
class FileOpener : public QObject {
  Q_OBJECT
 public:
  /// Makes `window` a drop target.
  FileOpener(FileLibrary* library, FilePane* pane, QWidget* window);

  /// Audio files, and folders of them. The first one is shown, the others queue.
  void open(const std::vector<std::filesystem::path>& paths);
  void askForFiles() { ask(false); }
  void askForFolder() { ask(true); }
  /// The bundled sample, unless something else is shown by then.
  void openSample();

 signals:
  /// One sentence about what could not be taken.
  void refused(const QString& sentence);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void ask(bool folder);

  FileLibrary* library_;
  FilePane* pane_;
  QWidget* window_;
  DropOverlay* overlay_;
};

}  // namespace earwitness::gui
