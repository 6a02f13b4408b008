#pragma once

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace earwitness::gui {

class PlaybackHost;
class TeacherHost;

/// What the model was taught: classes and their examples, to be heard, removed and renamed.
/// Thread: GUI.
class TaughtDialog : public QDialog {
  Q_OBJECT
 public:
  TaughtDialog(TeacherHost* teacher, PlaybackHost* playback, QWidget* parent = nullptr);

 private:
  void rebuild();
  void showEnabled();
  void play();
  void remove();
  void rename(QTreeWidgetItem* item, int column);

  TeacherHost* teacher_;
  PlaybackHost* playback_;
  QTreeWidget* tree_;
  QLabel* empty_;
  QPushButton* play_;
  QPushButton* rename_;
  QPushButton* remove_;
  QPushButton* undo_;
  bool isFilling_ = false;
};

}  // namespace earwitness::gui
