// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/sounds_page_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include "app/gui/training/sounds/class_actions.h"
#include "app/gui/training/sounds/class_model.h"
#include "app/gui/training/sounds/class_view.h"
#include "app/gui/training/sounds/clip_list.h"
#include "app/gui/training/sounds/problem_list.h"
#include "app/gui/training/sounds/source_bar.h"
#include "app/gui/training/sounds/start_pane.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/drop_overlay.h"
#include "app/gui/widgets/elided_label.h"

namespace earwitness::gui {

SoundsPageView::SoundsPageView(QWidget* page, ClassModel* classes, ThumbnailMaker* thumbnails) {
  banner = new Banner(page);
  start = new StartPane(page);
  stack = new QStackedWidget(page);
  stack->addWidget(start);
  stack->addWidget(buildData(page, classes, thumbnails));
  auto* rows = new QVBoxLayout(page);
  rows->setContentsMargins(12, 10, 12, 10);
  rows->setSpacing(8);
  rows->addWidget(banner);
  rows->addWidget(stack, 1);
  rows->addWidget(buildProgress(page));
  rows->addWidget(buildBottom(page));
  overlay = new DropOverlay(page);
}

QWidget* SoundsPageView::buildProgress(QWidget* page) {
  progress = new QWidget(page);
  progressText = new ElidedLabel(progress);
  progressBar = new QProgressBar(progress);
  progressBar->setObjectName(QStringLiteral("soundsProgress"));
  progressBar->setAccessibleName(tr("Progress"));
  progressBar->setTextVisible(false);
  progressBar->setFixedWidth(220);
  cancel = new QPushButton(tr("Cancel"), progress);
  cancel->setObjectName(QStringLiteral("soundsCancel"));
  auto* row = new QHBoxLayout(progress);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(progressText, 1);
  row->addWidget(progressBar);
  row->addWidget(cancel);
  progress->hide();
  return progress;
}

QWidget* SoundsPageView::buildData(QWidget* page, ClassModel* classes, ThumbnailMaker* thumbnails) {
  auto* pane = new QWidget(page);
  source = new SourceBar(pane);
  summary = new ElidedLabel(pane);
  summary->setObjectName(QStringLiteral("dataSummary"));
  checkAgain = new QPushButton(tr("Check the files"), pane);
  checkAgain->setObjectName(QStringLiteral("checkAgain"));
  classView = new ClassView(classes, pane);
  classActions = new ClassActions(pane);
  clips = new ClipList(thumbnails, pane);
  problems = new ProblemList(pane);
  tabs = new QTabWidget(pane);
  tabs->setObjectName(QStringLiteral("soundsTabs"));
  tabs->addTab(clips, tr("Clips"));
  tabs->addTab(problems, tr("Problems"));

  auto* left = new QWidget(pane);
  auto* leftRows = new QVBoxLayout(left);
  leftRows->setContentsMargins(0, 0, 0, 0);
  leftRows->addWidget(classView, 1);
  leftRows->addWidget(classActions);
  auto* panes = new QSplitter(Qt::Horizontal, pane);
  panes->setChildrenCollapsible(false);
  panes->addWidget(left);
  panes->addWidget(tabs);
  panes->setStretchFactor(0, 1);
  panes->setStretchFactor(1, 0);
  panes->setSizes({660, 340});
  auto* summaryRow = new QHBoxLayout;
  summaryRow->addWidget(summary, 1);
  summaryRow->addWidget(checkAgain);
  auto* rows = new QVBoxLayout(pane);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->addWidget(source);
  rows->addLayout(summaryRow);
  rows->addWidget(panes, 1);
  return pane;
}

QWidget* SoundsPageView::buildBottom(QWidget* page) {
  auto* bottom = new QWidget(page);
  undo = new QPushButton(bottom);
  undo->setObjectName(QStringLiteral("soundsUndo"));
  undo->hide();
  hint = new QLabel(bottom);
  hint->setObjectName(QStringLiteral("soundsHint"));
  hint->setWordWrap(true);
  next = new QPushButton(tr("Next: settings"), bottom);
  next->setObjectName(QStringLiteral("soundsNext"));
  auto* row = new QHBoxLayout(bottom);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(undo);
  row->addWidget(hint, 1);
  row->addWidget(next);
  return bottom;
}

void SoundsPageView::showProgress(const QString& what, qulonglong done, qulonglong total) {
  progressText->setText(
      total == 0 ? what
                 : tr("%1: %L2 of %L3", "what is done, how far").arg(what).arg(done).arg(total));
  progressBar->setRange(0, total == 0 ? 0 : 1000);
  if (total > 0) progressBar->setValue(int(1000 * done / total));
  progress->show();
}

}  // namespace earwitness::gui
