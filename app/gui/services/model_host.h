// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>

#include "app/gui/services/backend.h"

namespace earwitness::gui {

/// The model in use: opens it in the background, watches its child, and lets it go without waiting.
/// Thread: GUI.
class ModelHost : public QObject {
  Q_OBJECT
 public:
  explicit ModelHost(Backend backend, QObject* parent = nullptr);
  ~ModelHost() override;

  /// opened() or failed() follows. A later call overtakes an earlier one. `unconfined`: without a
  /// sandbox, which the user agreed to.
  void open(const std::filesystem::path& modelFile, bool unconfined = false);
  /// Null while there is none.
  std::shared_ptr<Classifier> classifier() const { return opened_.classifier; }
  std::filesystem::path file() const { return file_; }
  /// What open() was called with last, whatever came of it.
  std::filesystem::path lastAsked() const { return lastAsked_; }
  ModelStatus status() const { return status_; }

 signals:
  void opened();
  /// `sentence` says why the model cannot be used. The one before it, if any, stays.
  void failed(const QString& sentence);
  void statusChanged(const earwitness::gui::ModelStatus& status);
  /// The model that is open is not run, because this system cannot confine it; open() can be called
  /// again without a sandbox.
  void unconfinable(const QString& file);

 private:
  void look();
  bool isSilentTooLong(const ModelStatus& status);
  void release();

  Backend backend_;
  OpenedModel opened_;
  std::filesystem::path file_;
  std::filesystem::path lastAsked_;
  ModelStatus status_;
  QElapsedTimer silence_;  ///< invalid while the model answers
  QTimer watch_;
  int request_ = 0;
};

}  // namespace earwitness::gui
