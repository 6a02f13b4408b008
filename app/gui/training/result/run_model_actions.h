// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <filesystem>
#include <functional>

#include "app/gui/training/result/model_export.h"

class QWidget;

namespace earwitness::gui {

/// What can be done with the model of a run: use, card, export, copy. Reads and writes in the
/// background. Thread: GUI.
class RunModelActions : public QObject {
  Q_OBJECT
 public:
  /// Dialogs belong to `page`.
  explicit RunModelActions(QWidget* page);

  void setRun(const std::filesystem::path& folder) { folder_ = folder; }

  void useNow();
  void showCard();
  void askForExport();
  void exportTo(const QString& file, CardFormat format);
  void askForCopy();
  void copyTo(const QString& file);

 signals:
  /// Use the model in this file, one of the user's own, now.
  void modelChosen(const QString& file);
  /// One sentence.
  void told(const QString& sentence);

 private:
  std::filesystem::path model() const;
  std::function<void(const QString&)> telling();

  QWidget* page_;
  std::filesystem::path folder_;  ///< of the run
};

}  // namespace earwitness::gui
