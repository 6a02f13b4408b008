// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <filesystem>
#include <functional>
#include <vector>

class QMainWindow;

namespace earwitness {
struct StoredEvent;
}

namespace earwitness::gui {

class HistoryPage;
class LogDialog;
class ReportDialog;
class Services;
class SettingsDialog;
class TrainingStudio;

/// The windows that are opened from the main window: settings, history, training, log and report.
/// Each is made when it is asked for; one that is open comes to the front. Thread: GUI.
class SecondaryWindows : public QObject {
  Q_OBJECT
 public:
  SecondaryWindows(Services& services, QMainWindow* window);

  void showSettings();
  void showHistory();
  void showTraining();
  /// With this data set, from the model in use.
  void trainWith(const std::filesystem::path& soundFolder);
  void showLog();
  void showReport();
  /// False if one is open in which something may go on: it is asked to close, and `then` is called
  /// when it has.
  bool canClose(const std::function<void()>& then);

 signals:
  /// Of an event in the history.
  void fileAsked(const QString& file);
  /// The user wants to teach events that are selected in this window.
  void teachAsked(const std::vector<earwitness::StoredEvent>& events, QWidget* window);
  void falseAlarmsChanged(const std::vector<earwitness::StoredEvent>& events, bool areFalseAlarms);
  void historyOpened(earwitness::gui::HistoryPage* history);
  /// The user wants to listen with the model of a training.
  void modelChosen(const QString& file);

 private:
  void makeHistory();

  Services& services_;
  QMainWindow* window_;
  QPointer<SettingsDialog> settings_;
  QPointer<LogDialog> log_;
  QPointer<ReportDialog> report_;
  HistoryPage* history_ = nullptr;
  TrainingStudio* studio_ = nullptr;
};

}  // namespace earwitness::gui
