// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <filesystem>
#include <optional>

#include "app/gui/services/cli_job.h"
#include "app/gui/training/settings/augmented_pair.h"
#include "app/gui/training/settings/train_presets.h"
#include "app/gui/training/train_request.h"
#include "core/data/data_report.h"
#include "core/data/data_set.h"

class QLabel;
class QPushButton;
class QTabWidget;

namespace earwitness::gui {

class CostLine;
class ExpertPage;
class PresetsPage;
class RunSettingsMenu;
class SettingsDocument;

/// What a training is made from: a preset for beginners, every option for the others, what it
/// costs, and the start. Thread: GUI; what takes time is done in the background or by
/// earwitness-cli.
class TrainSettingsPage : public QWidget {
  Q_OBJECT
 public:
  explicit TrainSettingsPage(QWidget* parent = nullptr);

  /// `report`: null while it is not known; copied as far as it is needed.
  void setData(const DataRequest& request, const DataReport* report);
  /// Settings of a run, with their data.
  void loadSettings(const nlohmann::json& settings);
  /// Has the pretrained presets start from this model, and chooses the one for few clips. Leaves
  /// everything as it is if no training can start from the model.
  void startFrom(const std::filesystem::path& model);
  /// What Start would ask for.
  TrainRequest request() const;
  /// Why there is nothing to start; empty where there is.
  QString obstacle() const;

 signals:
  void startAsked(const earwitness::gui::TrainRequest& request);
  /// A sentence for people.
  void told(const QString& sentence);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* header();
  QWidget* footer();
  void choose(TrainPreset preset);
  void preparePretrained();
  void setPretrainedUnavailable(const QString& why);
  void askArchitectures();
  void take(const nlohmann::json& settings, const QString& runName, bool withData);
  QString soundsObstacle() const;
  void showState();
  void showData();
  void findClips();
  void start();
  bool reportFits() const;
  bool hasSounds() const;

  SettingsDocument* document_;
  QTabWidget* tabs_;
  PresetsPage* presets_;
  ExpertPage* expert_;
  CostLine* cost_;
  RunSettingsMenu* runs_;
  QLabel* data_;
  QLabel* why_;
  QPushButton* start_;
  CliJob architectures_;
  std::optional<ModelStart> pretrained_;
  nlohmann::json reportOf_;        ///< the request that the report is about
  QString obstacle_;               ///< of a training with one label per clip
  QString severalLabelsObstacle_;  ///< of one with several
  size_t clips_ = 0, classes_ = 0;
  int clipSearch_ = 0;  ///< counts the searches for clips, of which the last one counts
  bool isPrepared_ = false;
};

}  // namespace earwitness::gui
