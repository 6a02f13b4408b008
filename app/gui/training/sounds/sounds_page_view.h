// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QWidget;

namespace earwitness::gui {

class Banner;
class ClassActions;
class ClassModel;
class ClassView;
class ClipList;
class DropOverlay;
class ElidedLabel;
class ProblemList;
class SourceBar;
class StartPane;
class ThumbnailMaker;

/// The widgets of the sounds page, laid out in it. The page owns them. Thread: GUI.
struct SoundsPageView {
  Q_DECLARE_TR_FUNCTIONS(SoundsPageView)
 public:
  SoundsPageView(QWidget* page, ClassModel* classes, ThumbnailMaker* thumbnails);

  /// `total` 0: it is not known how much there is to do.
  void showProgress(const QString& what, qulonglong done, qulonglong total);

  Banner* banner;
  QStackedWidget* stack;  ///< the start, or the data set
  StartPane* start;
  SourceBar* source;
  ElidedLabel* summary;
  QPushButton* checkAgain;
  ClassView* classView;
  ClassActions* classActions;
  QTabWidget* tabs;  ///< clips, problems
  ClipList* clips;
  ProblemList* problems;
  QWidget* progress;
  ElidedLabel* progressText;
  QProgressBar* progressBar;
  QPushButton* cancel;
  QPushButton* undo;
  QLabel* hint;
  QPushButton* next;
  DropOverlay* overlay;

 private:
  QWidget* buildData(QWidget* page, ClassModel* classes, ThumbnailMaker* thumbnails);
  QWidget* buildProgress(QWidget* page);
  QWidget* buildBottom(QWidget* page);
};

}  // namespace earwitness::gui
