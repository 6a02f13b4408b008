// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include "app/gui/services/backend.h"
#include "app/gui/shell/command_line.h"

class QSplitter;

namespace earwitness {
struct LiveUpdate;
}

namespace earwitness::gui {

class Actions;
class ClassColumn;
class EventFeed;
class EventListController;
class EventTable;
class FileOpener;
class FilePane;
class InputPanel;
class LiveClasses;
class LivePane;
class ModelInputView;
class ModelMenu;
class PictureActions;
class SecondaryWindows;
class Services;
class StartUp;
class StatusLine;
class TeachController;
class Theme;

/// Builds the services and the panes, lays the panes out, and connects the actions. Thread: GUI.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  MainWindow(Backend backend, StartOptions options, Theme* theme);
  ~MainWindow() override;

  void openModel(const QString& file);

 signals:
  /// The window is on the screen for the first time. Everything slow starts now.
  void firstPainted();
  void firstColumnPainted();
  void firstScores();
  /// What the microphone gave, and when its scores were on the screen.
  void heard(const earwitness::LiveUpdate& update);
  void scoresDrawn();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

 private:
  void buildCentre();
  void buildToolBar();
  void buildDocks();
  QDockWidget* addPanel(const QString& title, const QString& name, QWidget* content,
                        Qt::DockWidgetArea area);
  void buildControllers();
  void connectActions();
  void connectRecorder();
  void connectPanes();
  void connectModel();
  void connectStart(const StartOptions& options);
  void connectMessages();
  void openEventLog(const QString& file);
  void showShortcuts();
  void tell(const QString& sentence);

  Services* services_;
  Actions* actions_;
  SecondaryWindows* windows_;
  StartUp* start_;
  EventFeed* feed_;
  QSplitter* splitter_ = nullptr;
  LivePane* livePane_ = nullptr;
  FilePane* filePane_ = nullptr;
  InputPanel* input_ = nullptr;
  ClassColumn* classes_ = nullptr;
  LiveClasses* liveClasses_ = nullptr;
  ModelInputView* modelInput_ = nullptr;
  EventTable* events_ = nullptr;
  StatusLine* status_;
  FileOpener* opener_ = nullptr;
  ModelMenu* modelMenu_ = nullptr;
  EventListController* eventList_ = nullptr;
  PictureActions* pictureActions_ = nullptr;
  TeachController* teachController_ = nullptr;
  bool isPainted_ = false;
};

}  // namespace earwitness::gui
