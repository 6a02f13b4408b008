// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <sys/types.h>

#include "app/gui/training/train_request.h"

namespace earwitness::gui {

/// Starts and ends trainings: processes of earwitness-cli in sessions of their own, which go on
/// when this object, the window and the program are gone. What they do, a RunWatch tells. Runs are
/// named by their folders; a search's folder is as good as a run's. Thread: GUI; never waits.
class RunProcess : public QObject {
  Q_OBJECT
 public:
  explicit RunProcess(QObject* parent = nullptr);

  /// In a new folder below runsFolder().
  void start(const TrainRequest& request);
  /// Goes on with a run that was paused, stopped or killed.
  void resume(const std::filesystem::path& folder) { goOn(folder, {}); }
  /// The same; the model that it starts from is read without a sandbox.
  void resumeUnconfined(const std::filesystem::path& folder) { goOn(folder, {"--unconfined"}); }
  /// Has the run write a checkpoint, the best model and its result, and end. The two do the same:
  /// what was stopped can go on, too.
  void pause(const std::filesystem::path& folder);
  void stop(const std::filesystem::path& folder) { pause(folder); }
  /// Kills the run and moves its folder to the trash.
  void discard(const std::filesystem::path& folder);

  /// Anew, in a new folder, with half the batch.
  void startWithSmallerBatch(const std::filesystem::path& oldFolder);
  /// Anew, in a new folder, without the clips that could not be read.
  void startWithoutBrokenFiles(const std::filesystem::path& oldFolder);

 signals:
  /// The process was started; it takes a second until it says something.
  void started(const QString& folder);
  /// The same of a search.
  void searchStarted(const QString& folder);
  /// A process that was started here has ended. The sentence says why it failed; empty: it did not,
  /// or was killed.
  void ended(const QString& folder, const QString& sentence);
  void discarded(const QString& folder);
  /// Something that was asked for could not be done.
  void failed(const QString& sentence);

 private:
  struct Launch;
  using Work = std::function<void(Launch& launch)>;
  void launch(Work work);
  void goOn(const std::filesystem::path& folder, std::vector<std::string> options);
  void watchOver(const std::shared_ptr<Launch>& launch);
  void childEnded(const std::filesystem::path& folder, int status);

  std::map<std::filesystem::path, pid_t> children_;
};

}  // namespace earwitness::gui
