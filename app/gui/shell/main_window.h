// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QPointer>
#include <memory>
#include <vector>

#include "app/gui/services/backend.h"
#include "app/gui/shell/command_line.h"

class QSplitter;

namespace earwitness {
struct LiveUpdate;
}

namespace earwitness::gui {

class Actions;
class ClassColumn;
class EventDispatcherHost;
class EventStoreWorker;
class MonitoringSettingsStore;
class DeviceCombo;
class EventListController;
class FileLibrary;
class FileOpener;
class FilePane;
class EventFeed;
class EventTable;
class HistoryPage;
class InputPanel;
class LiveController;
class LivePane;
class LiveSession;
class LogDialog;
class ModelInputView;
class ModelHost;
class ModelMenu;
class PictureActions;
class PlaybackHost;
class ReportDialog;
class SettingsDialog;
class StatusLine;
class TeachController;
class TeacherHost;
class Theme;
class TrainingStudio;

/// Puts the parts together and lets them hear of each other; what they do is their own affair.
/// Thread: GUI.
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
  void buildDesks();
  void connectActions();
  void connectLive();
  void connectModel();
  void connectEvents();
  void begin();
  void finishBeginning();
  void modelOpened();
  void modelFailed(const QString& sentence);
  void useTaught(bool extended);
  void lookForDevices();
  void showSettings();
  void showHistory();
  void showTraining();
  void showLog();
  void showReport();
  void tell(const QString& sentence);
  void setFileRules();
  void setRecordingZone();
  void takeFiles();

  Backend backend_;
  StartOptions options_;
  Actions* actions_;
  ModelHost* host_;
  LiveSession* live_;
  FileLibrary* library_;
  EventFeed* heard_;
  MonitoringSettingsStore* settings_;
  EventStoreWorker* store_;
  EventDispatcherHost* dispatcher_;
  PlaybackHost* playback_;
  TeacherHost* teacher_;
  DeviceCombo* devices_ = nullptr;
  InputPanel* input_ = nullptr;
  ClassColumn* classes_ = nullptr;
  ModelInputView* eye_ = nullptr;
  LivePane* livePane_ = nullptr;
  FilePane* filePane_ = nullptr;
  EventTable* table_ = nullptr;
  QSplitter* splitter_ = nullptr;
  StatusLine* status_ = nullptr;
  FileOpener* opener_ = nullptr;
  ModelMenu* modelMenu_ = nullptr;
  LiveController* liveController_ = nullptr;
  EventListController* eventListController_ = nullptr;
  PictureActions* pictureActions_ = nullptr;
  TeachController* teachController_ = nullptr;
  QPointer<SettingsDialog> settingsDialog_;
  QPointer<LogDialog> logDialog_;
  QPointer<ReportDialog> reportDialog_;
  HistoryPage* history_ = nullptr;  ///< made when it is asked for, like the next
  TrainingStudio* studio_ = nullptr;
  std::filesystem::path fallbackModel_;  ///< where the one used last cannot be opened
  std::vector<int> filesToTake_;         ///< whose events the list takes with the next events
  bool painted_ = false;
  bool begun_ = false;
  bool beginningFinished_ = false;
};

}  // namespace earwitness::gui
