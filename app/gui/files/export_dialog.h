#pragma once

#include <QDialog>
#include <vector>

#include "app/gui/files/event_export_job.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace earwitness::gui {

class FileLibrary;

/// Asks where and how the events of files are to be written, and has it done in the background.
/// Thread: GUI.
class ExportDialog : public QDialog {
  Q_OBJECT
 public:
  /// `chosen` and `listed`: ids of the files that are chosen and of those that the list shows.
  ExportDialog(FileLibrary* library, std::vector<int> chosen, std::vector<int> listed,
               QWidget* parent);

 signals:
  /// One sentence: what was written, or why nothing was.
  void told(const QString& sentence);

 private:
  void buildForm(QFormLayout* form, int nAll);
  QString proposedTarget() const;
  void propose();
  void browse();
  void write();
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
  QLabel* problem_;
};

}  // namespace earwitness::gui
