#pragma once

#include <QMainWindow>
#include <memory>

#include "app/gui/backend.h"
#include "app/gui/command_line.h"

class QSplitter;
class QTableView;

namespace earwitness {
struct LiveUpdate;
}

namespace earwitness::gui {

class Actions;
class ControlBar;
class DeviceCombo;
class FileLibrary;
class FileOpener;
class FilePane;
class Heard;
class LivePane;
class LiveSession;
class ModelHost;
class ModelMenu;
class StatusLine;
class Theme;

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

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

 private:
  void buildLayout();
  void connectActions();
  void connectLive();
  void connectModel();
  void begin();
  void finishBeginning();
  void takeLive(const LiveUpdate& update);
  void modelOpened();
  void modelFailed(const QString& sentence);
  void lookForDevices();

  Backend backend_;
  StartOptions options_;
  Actions* actions_;
  ModelHost* host_;
  LiveSession* live_;
  FileLibrary* library_;
  Heard* heard_;
  DeviceCombo* devices_;
  ControlBar* controls_;
  LivePane* livePane_;
  FilePane* filePane_;
  QTableView* table_;
  QSplitter* splitter_;
  StatusLine* status_;
  FileOpener* opener_;
  ModelMenu* modelMenu_;
  std::filesystem::path fallbackModel_;  ///< where the one used last cannot be opened
  bool painted_ = false;
  bool begun_ = false;
  bool beginningFinished_ = false;
  bool scored_ = false;
};

}  // namespace earwitness::gui
