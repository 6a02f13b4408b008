// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QBoxLayout;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace earwitness::gui {

class BatchPane;
class ClassPanel;
class ElidedLabel;
class FileLibrary;
class FileView;
class OverviewView;
class ScorePlot;
class Services;
struct FileRecord;

/// The lower pane: one file over time, or the list of all. Thread: GUI.
class FilePane : public QWidget {
  Q_OBJECT
 public:
  explicit FilePane(Services& services, QWidget* parent = nullptr);

  /// Shows this file over time.
  void show(int id);
  using QWidget::show;
  /// Shows the list with this file chosen, which is also the one to be shown over time.
  void showList(int id);
  int shownId() const;
  bool showsList() const;

  FileView* view() const { return view_; }
  BatchPane* list() const { return list_; }
  OverviewView* picture() const;
  const ScorePlot* plot() const;
  ClassPanel* bars() const;
  /// The sentence in the pane: an error, or what is being waited for.
  QString message() const;
  /// What can be done by key in it.
  QList<QAction*> shortcuts() const;

 signals:
  void stopSearchAsked();
  /// One sentence: what could not be played or exported, or what was.
  void told(const QString& sentence);

 public slots:
  /// Folders are being looked through: files found so far; -1 when that is over.
  void showSearch(int found);

 private:
  void buildHeader(QBoxLayout* layout);
  QWidget* buildNote();
  QToolButton* pageButton(const QString& text, const QString& tip, const QString& name);
  void showPage(bool list);
  void showState(int id);
  QString stateText(const FileRecord& file) const;

  FileLibrary* library_;
  QBoxLayout* header_ = nullptr;
  QStackedWidget* pages_;
  FileView* view_;
  BatchPane* list_;
  QToolButton* filePage_;
  QToolButton* listPage_;
  QToolButton* play_;
  ElidedLabel* title_;
  ElidedLabel* state_;
  ElidedLabel* readOut_;
  ElidedLabel* start_;          ///< when the recording began, above the picture
  QWidget* noteRow_ = nullptr;  ///< above the picture
  ElidedLabel* note_ = nullptr;
  QProgressBar* progress_;
  QPushButton* cancel_;
  QPushButton* again_;
};

}  // namespace earwitness::gui
