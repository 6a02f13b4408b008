// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace earwitness::gui {

class Theme;

/// The window's actions and the menus that they stand in. Thread: GUI.
class Actions : public QObject {
  Q_OBJECT
 public:
  Actions(QMainWindow* window, Theme* theme);

  // Files
  QAction* open;
  QAction* openFolder;
  QAction* exportEvents;
  QAction* savePicture;
  QAction* quit;
  // Listening
  QAction* listen;
  QAction* freeze;
  QAction* jumpToNow;
  QAction* playStretch;
  QAction* saveStretch;
  QAction* learnRoom;
  QAction* recordTriggered;
  QAction* recordEverything;
  QAction* findDevices;
  // Events
  QAction* reviewRight;
  QAction* reviewWrong;
  QAction* relabel;
  QAction* nextToReview;
  QAction* playEvent;
  QAction* whyNot;
  QAction* teach;
  QAction* taught;
  QAction* sendToDataSet;
  QAction* suggestRules;
  QAction* undo;
  QAction* redo;
  // Model
  QAction* train;
  // View
  QAction* history;
  QAction* settings;
  QAction* fullScreen;
  // Help
  QAction* shortcuts;
  QAction* showLog;
  QAction* copyReport;
  QAction* about;

  /// The menu that panels and pictures add their switches to.
  QMenu* viewMenu() const { return view_; }
  /// Empty: ModelMenu fills it.
  QMenu* modelMenu() const { return model_; }

  struct Group {
    QString title;
    QList<QAction*> actions;
  };
  /// Those with a shortcut and the others, in the order of the menus.
  QList<Group> groups() const;
  /// Listen while off, Stop while on.
  void showListening(bool listening);
  void showFrozen(bool frozen);

 private:
  void makeFiles();
  void makeListening();
  void makeEvents();
  void makeModel();
  void makeView();
  void buildMenus(QMainWindow* window, Theme* theme);
  void addThemes(QMenu* view, Theme* theme);

  QMenu* view_ = nullptr;
  QMenu* model_ = nullptr;
};

}  // namespace earwitness::gui
