// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <filesystem>
#include <memory>

#include <nlohmann/json.hpp>

#include "core/runs/run_result.h"
#include "core/runs/run_view.h"

class QLabel;
class QPushButton;
class QTabWidget;

namespace earwitness::gui {

class Banner;
class ClassFiguresTable;
class ConfusionClips;
class ConfusionPane;
class CorrectionsKeeper;
class CurvesPlot;
class ElidedLabel;
class PlaybackHost;
class ResultFigures;
class RunModelActions;
class RunWatch;

/// What a run came to: its figures, its classes, what it confuses, the clips behind that, and what
/// can be done with its model. Reads and writes in the background. Thread: GUI.
class ResultPage : public QWidget {
  Q_OBJECT
 public:
  /// The playback host is the caller's; without one nothing can be heard.
  explicit ResultPage(PlaybackHost* playback, QWidget* parent = nullptr);
  ~ResultPage() override;

  void showRun(const std::filesystem::path& folder);
  /// As it is on disk now.
  const std::filesystem::path& folder() const { return folder_; }
  RunModelActions* modelActions() const { return actions_; }

 signals:
  /// Use the model in this file, one of the user's own, now.
  void modelChosen(const QString& file);
  /// Settings of the run, with the corrections that were made.
  void trainAgainAsked(const nlohmann::json& settings);
  /// Show how the run itself is doing.
  void trainingAsked(const QString& folder);
  /// One sentence.
  void told(const QString& sentence);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  struct Loaded;
  void build();
  QWidget* buildHeader();
  QWidget* buildPanes();
  template <typename Receiver>
  QPushButton* addButton(const QString& text, const QString& help, const char* name,
                         Receiver* receiver, void (Receiver::*slot)());
  void take(const Loaded& loaded);
  void showRemark(const RunView& view);
  void runChanged();
  void askForTraining();
  void showTitle();
  void showCorrections();
  void trainAgain();

  CorrectionsKeeper* corrections_;
  RunModelActions* actions_;
  RunWatch* watch_;  ///< while the run goes on
  Banner* banner_ = nullptr;
  ElidedLabel* title_ = nullptr;
  ElidedLabel* subtitle_ = nullptr;
  ResultFigures* figures_ = nullptr;
  QTabWidget* tabs_ = nullptr;
  ConfusionPane* confusion_ = nullptr;
  ClassFiguresTable* classes_ = nullptr;
  CurvesPlot* curves_ = nullptr;
  ConfusionClips* clips_ = nullptr;
  QPushButton *training_ = nullptr, *use_ = nullptr, *again_ = nullptr, *card_ = nullptr,
              *export_ = nullptr, *share_ = nullptr;
  std::filesystem::path folder_;
  RunResult result_;
  QString problem_;  ///< with reading the result
  bool isRunning_ = false;
  bool hasModel_ = false;
  int request_ = 0;
};

}  // namespace earwitness::gui
