// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <filesystem>

#include "app/gui/training/run_text.h"
#include "app/gui/training/train_request.h"

namespace earwitness::gui {

class RunProcess;
class RunWatch;

/// One run and what was asked of it, until that has come true. A run goes on when this is gone.
/// Thread: GUI; never waits.
class RunControl : public QObject {
  Q_OBJECT
 public:
  explicit RunControl(QObject* parent = nullptr);

  /// A run that goes on, or one of the past.
  void showRun(const std::filesystem::path& folder);
  /// Starts a run in a new folder and shows it, or a search: searchStarted() tells its folder.
  void start(const TrainRequest& request);
  void pause();
  void resume();
  /// The model that it starts from is read without a sandbox.
  void resumeUnconfined();
  void stopAndKeepBest();
  void discard();

  /// Empty: none is shown.
  const std::filesystem::path& folder() const;
  RunState state() const;
  RunRequest request() const { return request_; }
  /// Whether the run that is shown goes on.
  bool isActive() const;
  RunProcess* process() const { return process_; }
  const RunWatch& watch() const { return *watch_; }
  /// What the process said before it ended.
  const QString& said() const { return said_; }
  /// Of something that was asked for and could not be done.
  const QString& failure() const { return failure_; }

 signals:
  /// Another run is shown.
  void runShown();
  /// What was asked for, or what became of it. What the run does itself, its watch tells.
  void changed();
  /// It was stopped as asked, and has a model.
  void resultReady(const QString& folder);
  void told(const QString& sentence);
  /// A new run was started here, and is shown.
  void runStarted(const QString& folder);
  void searchStarted(const QString& folder);
  void runDiscarded(const QString& folder);

 private:
  void goOn(void (RunProcess::*how)(const std::filesystem::path& folder));
  void processStarted(const QString& folder);
  void processEnded(const QString& folder, const QString& sentence);
  void processFailed(const QString& sentence);
  void processDiscarded(const QString& folder);
  void endRequest();
  void setRequest(RunRequest request);

  RunProcess* process_;
  RunWatch* watch_;
  RunRequest request_ = RunRequest::Nothing;
  QString said_;
  QString failure_;
};

}  // namespace earwitness::gui
