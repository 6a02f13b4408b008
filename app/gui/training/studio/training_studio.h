// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <filesystem>
#include <functional>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/gui/services/backend.h"

class QButtonGroup;
class QHBoxLayout;
class QStackedWidget;

namespace earwitness::gui {

class Banner;
class PlaybackHost;
class ResultPage;
class RunsPage;
class SearchPage;
class SoundsPage;
class TrainSettingsPage;
class TrainingPage;

/// The window in which models are trained: sounds, settings, training, result, and all runs. It
/// puts the pages together; trainings are processes of their own, which may outlive it.
/// Thread: GUI.
class TrainingStudio : public QWidget {
  Q_OBJECT
 public:
  enum class Step { Sounds, Settings, Training, Result, Runs };

  explicit TrainingStudio(const Backend& backend, QWidget* parent = nullptr);
  ~TrainingStudio() override;

  Step step() const;
  void setStep(Step step);
  void openSounds(const std::filesystem::path& folderOrTable);
  /// Goes to where this run or search stands: its curves while it is trained, else its result.
  void openRun(const std::filesystem::path& folder);

  /// Closes the window, after the question whether what is trained may go on, and then does this;
  /// not where the user thinks better of it.
  void closeThen(std::function<void()> then);

  SoundsPage* sounds() const { return sounds_; }
  TrainSettingsPage* settings() const { return settings_; }
  TrainingPage* training() const { return training_; }
  ResultPage* result() const { return result_; }
  RunsPage* runs() const { return runs_; }

 signals:
  /// Use this model now.
  void modelChosen(const QString& file);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  QHBoxLayout* buildSteps();
  void connectPages();
  void showTraining(const std::filesystem::path& folder);
  void showSearch(const std::filesystem::path& folder);
  void showResult(const QString& folder);
  void useSettingsOf(const QString& folder);
  void findRunning();
  void closeNow();
  void askWhatGoesOn(const std::vector<std::filesystem::path>& running);
  void tell(const QString& sentence);

  PlaybackHost* playback_;
  QButtonGroup* steps_;
  Banner* banner_;
  QStackedWidget* pages_;
  SoundsPage* sounds_;
  TrainSettingsPage* settings_;
  QStackedWidget* trainings_;  ///< curves of a run, or the table of a search
  TrainingPage* training_;
  SearchPage* search_;
  ResultPage* result_;
  RunsPage* runs_;
  std::filesystem::path current_;  ///< the run or search that is shown
  std::function<void()> afterClosing_;
  bool shown_ = false;
  bool isAsked_ = false;   ///< somebody has said which sounds to show
  bool mayClose_ = false;  ///< nothing is trained, or it may go on
};

}  // namespace earwitness::gui
