// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <filesystem>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace earwitness::gui {

class ModelLibrary;

/// The models that can be switched to, by their names, the present one checked; and the ways to
/// import, manage and open others. Thread: GUI.
class ModelMenu : public QObject {
  Q_OBJECT
 public:
  ModelMenu(QMenu* menu, QWidget* window);

  void setModels(std::vector<std::filesystem::path> bundled);
  void setCurrent(const std::filesystem::path& file);
  /// Stands at the menu's end.
  void setTrainAction(QAction* train);
  ModelLibrary* library() const { return library_; }

  /// `file` may be empty: the dialog asks for it.
  void showImport(const std::filesystem::path& file = {});
  void showManager();
  void showGetModels();

 signals:
  void chosen(const QString& file);

 private:
  void rebuild();
  void askForFile();

  QMenu* menu_;
  QWidget* window_;
  QAction* train_ = nullptr;
  ModelLibrary* library_;
};

}  // namespace earwitness::gui
