// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <filesystem>

#include "app/gui/training/run_text.h"
#include "app/gui/training/train_request.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace earwitness::gui {

class CurvesPlot;
class ElidedLabel;
class RunControl;
class RunProcess;
class RunProblemView;
class RunWatch;

/// One run while it trains, and after: how far it is, its curves, and what can be done with it. A
/// run goes on when the page is gone. Thread: GUI; never waits.
class TrainingPage : public QWidget {
  Q_OBJECT
 public:
  explicit TrainingPage(QWidget* parent = nullptr);

  /// A run that goes on, or one of the past.
  void showRun(const std::filesystem::path& folder);
  /// Starts a run in a new folder and shows it, or a search: searchStarted() tells its folder.
  void start(const TrainRequest& request);

  /// Empty: none is shown.
  const std::filesystem::path& folder() const;
  RunState state() const;
  /// Whether the run that is shown goes on.
  bool isActive() const;
  RunProcess* process() const;
  const RunWatch& watch() const;

 signals:
  void resultAsked(const QString& folder);
  void settingsAsked(const QString& folder);
  void told(const QString& sentence);
  /// A new run was started here, and is shown.
  void runStarted(const QString& folder);
  void searchStarted(const QString& folder);
  void runDiscarded(const QString& folder);
  /// The run that is shown does something else now.
  void stateChanged();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void buildHeader(QVBoxLayout* layout);
  QWidget* buttonRow();
  template <typename Receiver>
  QPushButton* addButton(QWidget* row, const QString& text, Receiver* receiver,
                         void (Receiver::*act)());
  void connectControl();
  void askToDiscard();
  void askForResult();
  void remedy(Remedy remedy);
  void askToResumeUnconfined();
  void runChanged();
  void showState();
  void showProgress();
  void showButtons();
  void showNotes();

  RunControl* control_;
  RunState shown_ = RunState::Interrupted;

  QLabel* title_;
  QLabel* stateLabel_;
  ElidedLabel* makeup_;
  QProgressBar* bar_;
  ElidedLabel* progress_;
  ElidedLabel* notes_;
  RunProblemView* trouble_;
  CurvesPlot* curves_;
  QPushButton* pause_ = nullptr;
  QPushButton* resume_ = nullptr;
  QPushButton* stop_ = nullptr;
  QPushButton* discard_ = nullptr;
  QPushButton* result_ = nullptr;
};

}  // namespace earwitness::gui
