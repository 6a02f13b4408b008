// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QActionGroup;
class QKeySequence;
class QMainWindow;
class QMenu;

namespace earwitness::gui {

class Theme;

/// An action whose tooltip, or text where it has none, ends with its keys.
QAction* makeAction(QObject* parent, const QString& text, const QKeySequence& keys,
                    const QString& toolTip = {});

/// What can be done with the events that are selected in a list: the same words, keys and icons in
/// each of them. Thread: GUI.
struct EventActions {
  explicit EventActions(QObject* parent);

  QAction* playEvent;
  QAction* reviewRight;
  QAction* reviewWrong;
  QAction* relabel;
  QAction* clearReview;
  QAction* teach;
  QAction* sendToDataSet;
  QAction* revealEvent;

  QList<QAction*> ofReview() const { return {reviewRight, reviewWrong, relabel, clearReview}; }
  QList<QAction*> all() const {
    return ofReview() + QList<QAction*>{playEvent, teach, sendToDataSet, revealEvent};
  }
};

/// The window's actions and the menus that they stand in. Thread: GUI.
class Actions : public QObject, public EventActions {
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
  QAction* nextToReview;
  QAction* whyNot;
  QAction* taught;
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
