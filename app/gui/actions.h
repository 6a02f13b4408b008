#pragma once

#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace earwitness::gui {

class Theme;

/// The window's actions and the menus that they stand in. Thread: GUI.
class Actions : public QObject {
  Q_OBJECT
 public:
  Actions(QMainWindow* window, Theme* theme);

  QAction* open;
  QAction* openFolder;
  QAction* quit;
  QAction* listen;
  QAction* freeze;
  QAction* findDevices;
  QAction* shortcuts;
  QAction* about;

  /// All of them, in the order of the menus.
  QList<QAction*> all() const;
  /// Listen while off, Stop while on.
  void showListening(bool listening);
  void showFrozen(bool frozen);

 private:
  void addThemes(QMenu* view, Theme* theme);
};

}  // namespace earwitness::gui
