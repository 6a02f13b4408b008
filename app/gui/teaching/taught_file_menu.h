// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QString>

namespace earwitness::gui {

class TeacherHost;

/// What can be made of the taught sounds as a whole: a model with them, an export, and the import
/// of one. Asks for the files in the folders that were used last. Thread: GUI.
class TaughtFileMenu : public QMenu {
  Q_OBJECT
 public:
  explicit TaughtFileMenu(TeacherHost* teacher, QWidget* window);

 private:
  void askForModel();
  void askForExport();
  void askForImport();
  void showEnabled();

  TeacherHost* teacher_;
  QWidget* window_;
  QAction* makeModel_;
  QAction* export_;
  QAction* import_;
};

}  // namespace earwitness::gui
