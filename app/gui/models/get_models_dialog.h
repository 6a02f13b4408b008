// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <filesystem>
#include <vector>

#include "app/gui/services/cli_job.h"
#include "core/listening/public_models.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace earwitness::gui {

class Banner;

/// Lists public models, and fetches one on request: earwitness-cli downloads and imports it, and
/// the model is saved among the user's own. Thread: GUI.
class GetModelsDialog : public QDialog {
  Q_OBJECT
 public:
  /// `list`: another list of models than the bundled one.
  explicit GetModelsDialog(const std::filesystem::path& list = {}, QWidget* parent = nullptr);

 signals:
  /// A model was saved as `file`.
  void added(const QString& file);
  /// `file` is to be used now.
  void chosen(const QString& file);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* resultPane();
  void fill(std::vector<PublicModel> models);
  const PublicModel* selected() const;
  void showSelected();
  void showEnabled();
  void get();
  void start(bool unconfined);
  void addProgress(const nlohmann::json& line);
  void finish(const nlohmann::json& line);
  void fail(const QString& sentence);
  void end();

  std::filesystem::path list_;
  std::vector<PublicModel> models_;
  CliJob* job_;
  bool isBusy_ = false;
  QString title_;  ///< of the model that is fetched
  QString saved_;  ///< file of the model that was fetched last
  Banner* banner_;
  QLabel* byHand_;  ///< how to fetch the file without the program
  QTreeWidget* table_;
  QLabel* details_;
  QWidget* result_ = nullptr;
  QLabel* resultText_ = nullptr;
  QProgressBar* progress_;
  QLabel* doing_;
  QPushButton* get_;
  QPushButton* close_;
};

}  // namespace earwitness::gui
