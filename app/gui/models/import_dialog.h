// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTemporaryFile>
#include <memory>

#include "app/gui/services/cli_job.h"

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace earwitness::gui {

class Banner;
class ImportForm;

/// Makes a model out of somebody else's TorchScript file or weights: the file is looked into by a
/// confined child process, a form asks what that could not find out, a sound is tried, and a copy
/// that describes itself goes into the library. Weights of a known network need no form.
/// Thread: GUI.
class ImportDialog : public QDialog {
  Q_OBJECT
 public:
  explicit ImportDialog(QWidget* parent = nullptr);

  void openFile(const QString& file);

 signals:
  /// It is in the library as `file`; `use`: it is to be used now.
  void imported(const QString& file, bool use);

 private:
  enum class Work { None, Probe, Trial, Import };

  QWidget* fileRow();
  QWidget* trialPane();
  void askForFile();
  void askForSample();
  void probe();
  void takeProbe(const nlohmann::json& report);
  void take(const nlohmann::json& result);
  void begin(Work work, const QString& text, const QStringList& arguments);
  void start(const QStringList& arguments);
  void end();
  void tryIt();
  void save();
  void offerToUse(const QString& saved);
  bool writeLabels();
  QString modelName() const;
  /// True where all that an import needs is known.
  bool isReady() const;
  QStringList importArguments() const;
  void showEnabled();
  void fail(const QString& sentence);

  CliJob* job_;
  Work work_ = Work::None;
  QString file_;
  QString sample_;
  QString saved_;
  QString family_;           ///< of known weights; empty for TorchScript
  bool unconfined_ = false;  ///< the user agreed to do without a sandbox for this file
  std::unique_ptr<QTemporaryFile> labels_;
  Banner* banner_;
  QLabel* found_;
  QLineEdit* path_ = nullptr;
  QPushButton* choose_ = nullptr;
  QScrollArea* scroll_;
  ImportForm* form_;
  QWidget* trialPane_ = nullptr;
  QLabel* trial_ = nullptr;
  QPushButton* try_ = nullptr;
  QPushButton* chooseSample_ = nullptr;
  QProgressBar* progress_;
  QLabel* doing_;
  QPushButton* import_;
  QPushButton* cancel_;
};

}  // namespace earwitness::gui
