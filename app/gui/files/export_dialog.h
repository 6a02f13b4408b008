// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <vector>

#include "app/gui/files/event_export_job.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace earwitness::gui {

class FileLibrary;
class SentenceView;

/// Asks where and how the events of files are to be written, and has it done in the background.
/// Thread: GUI.
class ExportDialog : public QDialog {
  Q_OBJECT
 public:
  /// `chosen` and `listed`: ids of the files that are chosen and of those that the list shows.
  ExportDialog(FileLibrary* library, std::vector<int> chosen, std::vector<int> listed,
               QWidget* parent);

 signals:
  /// One sentence: what was written.
  void told(const QString& sentence);

 private:
  void buildForm(QFormLayout* form, int nAll);
  QString proposedTarget() const;
  void propose();
  void browse();
  void askAndWrite();
  void write();
  void showOutcome(const ExportOutcome& outcome);
  void showProblem(const QString& text);
  ExportFormat format() const;

  FileLibrary* library_;
  std::vector<int> chosen_;
  std::vector<int> listed_;
  QComboBox* which_;
  QComboBox* format_;
  QRadioButton* oneFile_;
  QRadioButton* filePerSource_;
  QLineEdit* target_;
  QPushButton* browse_;
  QPushButton* write_;
  QString replaced_;  ///< a file that the user agreed to replace
  SentenceView* problem_;
};

}  // namespace earwitness::gui
