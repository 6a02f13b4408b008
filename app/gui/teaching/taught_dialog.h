#pragma once

#include <QDialog>
#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace earwitness::gui {

class PlaybackHost;
class TeacherHost;
struct ClipSource;

/// What the model was taught: classes and their examples, to be heard, removed and renamed.
/// Thread: GUI.
class TaughtDialog : public QDialog {
  Q_OBJECT
 public:
  TaughtDialog(TeacherHost* teacher, PlaybackHost* playback, QWidget* parent = nullptr);

 signals:
  /// The clips of all examples are wanted in a data set, for a training.
  void clipsChosen(const std::vector<earwitness::gui::ClipSource>& clips);

 private:
  void rebuild();
  void showEnabled();
  void play();
  void remove();
  void send();
  void rename(QTreeWidgetItem* item, int column);

  TeacherHost* teacher_;
  PlaybackHost* playback_;
  QTreeWidget* tree_;
  QLabel* empty_;
  QPushButton* play_;
  QPushButton* rename_;
  QPushButton* remove_;
  QPushButton* undo_;
  QPushButton* send_;
  bool isFilling_ = false;
};

}  // namespace earwitness::gui
