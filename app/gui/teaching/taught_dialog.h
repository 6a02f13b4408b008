// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <vector>

class QLabel;
class QPushButton;

namespace earwitness::gui {

class PlaybackHost;
class TaughtList;
class TeacherHost;
struct ClipSource;

/// What the model was taught: classes and their examples, to be heard, removed and renamed, and
/// what can be made of them. Thread: GUI.
class TaughtDialog : public QDialog {
  Q_OBJECT
 public:
  TaughtDialog(TeacherHost* teacher, PlaybackHost* playback, QWidget* parent = nullptr);

 signals:
  /// The clips of all examples are wanted in a data set, which the user has still to choose.
  void clipsChosen(const std::vector<earwitness::gui::ClipSource>& clips);
  /// A model is to be trained with these clips.
  void trainingAsked(const std::vector<earwitness::gui::ClipSource>& clips);

 private:
  void build();
  void connectParts();
  void rebuild();
  void showEnabled();
  void play();
  void remove();
  std::vector<ClipSource> clips() const;

  TeacherHost* teacher_;
  PlaybackHost* playback_;
  TaughtList* list_;
  QLabel* empty_;
  QPushButton* play_;
  QPushButton* rename_;
  QPushButton* remove_;
  QPushButton* undo_;
  QPushButton* train_;
  QPushButton* send_;
  QPushButton* more_;
};

}  // namespace earwitness::gui
