#pragma once

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QComboBox;
class QProgressBar;
class QPushButton;

namespace earwitness::gui {

class ClassBars;
class ElidedLabel;
class FileLibrary;
class OverviewView;
class ScorePlot;
struct FileRecord;

/// The lower pane: one file's picture, its scores over time and its best classes; the others of the
/// queue are in its list. Thread: GUI.
class FilePane : public QWidget {
  Q_OBJECT
 public:
  explicit FilePane(FileLibrary* library, QWidget* parent = nullptr);

  /// Shows this file.
  void show(int id);
  using QWidget::show;
  int shownId() const { return shownId_; }

  OverviewView* picture() const { return picture_; }
  const ScorePlot* plot() const { return plot_; }
  const ClassBars* bars() const { return bars_; }
  /// The sentence in the pane: an error, or what is being waited for.
  QString message() const;

 private:
  void buildHeader(QBoxLayout* layout);
  void addToList(int id);
  void removeFromList(int id);
  void showState(int id);
  void showData(int id);
  QString listText(const FileRecord& file) const;
  QString stateText(const FileRecord& file) const;

  FileLibrary* library_;
  int shownId_ = 0;
  QTimer drawPause_;        ///< runs after data were drawn
  bool drawnLate_ = false;  ///< data came meanwhile
  QComboBox* list_;
  ElidedLabel* state_;
  QProgressBar* progress_;
  QPushButton* cancel_;
  QPushButton* again_;
  OverviewView* picture_;
  ScorePlot* plot_;
  ClassBars* bars_;
};

}  // namespace earwitness::gui
