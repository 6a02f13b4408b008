// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include "app/gui/services/playback_host.h"
#include "app/gui/services/reveal_file.h"
#include "app/gui/training/sounds/class_actions.h"
#include "app/gui/training/sounds/class_model.h"
#include "app/gui/training/sounds/class_view.h"
#include "app/gui/training/sounds/clip_list.h"
#include "app/gui/training/sounds/problem_list.h"
#include "app/gui/training/sounds/record_dialog.h"
#include "app/gui/training/sounds/sound_jobs.h"
#include "app/gui/training/sounds/sound_set_editor.h"
#include "app/gui/training/sounds/sounds_page.h"
#include "app/gui/training/sounds/source_bar.h"
#include "app/gui/training/sounds/start_pane.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/drop_overlay.h"
#include "app/gui/widgets/elided_label.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> pathsOf(const QStringList& files) {
  std::vector<fs::path> paths;
  for (const QString& file : files) paths.emplace_back(file.toStdString());
  return paths;
}

}  // namespace

void SoundsPage::build() {
  banner_ = new Banner(this);
  start_ = new StartPane(this);
  stack_ = new QStackedWidget(this);
  stack_->addWidget(start_);
  stack_->addWidget(buildData());
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(12, 10, 12, 10);
  rows->setSpacing(8);
  rows->addWidget(banner_);
  rows->addWidget(stack_, 1);
  rows->addWidget(buildProgress());
  rows->addWidget(buildBottom());
  overlay_ = new DropOverlay(this);
}

QWidget* SoundsPage::buildProgress() {
  progress_ = new QWidget(this);
  progressText_ = new ElidedLabel(progress_);
  progressBar_ = new QProgressBar(progress_);
  progressBar_->setObjectName(QStringLiteral("soundsProgress"));
  progressBar_->setAccessibleName(tr("Progress"));
  progressBar_->setTextVisible(false);
  progressBar_->setFixedWidth(220);
  cancel_ = new QPushButton(tr("Cancel"), progress_);
  cancel_->setObjectName(QStringLiteral("soundsCancel"));
  connect(cancel_, &QPushButton::clicked, this, [this] {
    if (editor_->jobs()->isRunning())
      editor_->jobs()->cancel();
    else
      scan_->cancel();
  });
  auto* row = new QHBoxLayout(progress_);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(progressText_, 1);
  row->addWidget(progressBar_);
  row->addWidget(cancel_);
  progress_->hide();
  return progress_;
}

QWidget* SoundsPage::buildData() {
  auto* pane = new QWidget(this);
  source_ = new SourceBar(pane);
  summary_ = new ElidedLabel(pane);
  summary_->setObjectName(QStringLiteral("dataSummary"));
  checkAgain_ = new QPushButton(tr("Check the files"), pane);
  checkAgain_->setObjectName(QStringLiteral("checkAgain"));
  view_ = new ClassView(classes_, pane);
  actions_ = new ClassActions(pane);
  clips_ = new ClipList(thumbnails_, pane);
  problems_ = new ProblemList(pane);
  tabs_ = new QTabWidget(pane);
  tabs_->setObjectName(QStringLiteral("soundsTabs"));
  tabs_->addTab(clips_, tr("Clips"));
  tabs_->addTab(problems_, tr("Problems"));

  auto* left = new QWidget(pane);
  auto* leftRows = new QVBoxLayout(left);
  leftRows->setContentsMargins(0, 0, 0, 0);
  leftRows->addWidget(view_, 1);
  leftRows->addWidget(actions_);
  auto* panes = new QSplitter(Qt::Horizontal, pane);
  panes->setChildrenCollapsible(false);
  panes->addWidget(left);
  panes->addWidget(tabs_);
  panes->setStretchFactor(0, 1);
  panes->setStretchFactor(1, 0);
  panes->setSizes({660, 340});
  auto* summaryRow = new QHBoxLayout;
  summaryRow->addWidget(summary_, 1);
  summaryRow->addWidget(checkAgain_);
  auto* rows = new QVBoxLayout(pane);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->addWidget(source_);
  rows->addLayout(summaryRow);
  rows->addWidget(panes, 1);
  return pane;
}

QWidget* SoundsPage::buildBottom() {
  auto* bottom = new QWidget(this);
  undo_ = new QPushButton(bottom);
  undo_->setObjectName(QStringLiteral("soundsUndo"));
  undo_->hide();
  hint_ = new QLabel(bottom);
  hint_->setObjectName(QStringLiteral("soundsHint"));
  hint_->setWordWrap(true);
  next_ = new QPushButton(tr("Next: settings"), bottom);
  next_->setObjectName(QStringLiteral("soundsNext"));
  auto* row = new QHBoxLayout(bottom);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(undo_);
  row->addWidget(hint_, 1);
  row->addWidget(next_);
  return bottom;
}

void SoundsPage::connectScan() {
  connect(scan_, &DataScan::listed, this, &SoundsPage::take);
  connect(scan_, &DataScan::finished, this, &SoundsPage::takeFindings);
  connect(scan_, &DataScan::failed, this, &SoundsPage::takeFailure);
  connect(scan_, &DataScan::progressed, this, [this](qulonglong done, qulonglong total) {
    if (!editor_->jobs()->isRunning()) showProgress(tr("Checking the files"), done, total);
  });
  connect(scan_, &DataScan::cancelled, this, [this] {
    hideProgress();
    showSummary();
    if (request_ && !report_)
      emit told(tr("Not all files were checked. Broken files are found during training."));
  });
  connect(checkAgain_, &QPushButton::clicked, this, &SoundsPage::checkAgain);
}

void SoundsPage::connectEditor() {
  connect(editor_->jobs(), &SoundJobs::progressed, this, &SoundsPage::showProgress);
  connect(editor_->jobs(), &SoundJobs::ended, this, [this] {
    hideProgress();
    refreshSets();
  });
  connect(editor_, &SoundSetEditor::failed, this, &SoundsPage::takeFailure);
  connect(editor_, &SoundSetEditor::told, this, &SoundsPage::told);
  connect(editor_, &SoundSetEditor::setReady, this,
          [this](const QString& folder) { open(folder.toStdString()); });
  connect(editor_, &SoundSetEditor::setRemoved, this, &SoundsPage::closeSet);
  connect(editor_, &SoundSetEditor::changed, this, [this](const QString& label) {
    if (!label.isEmpty()) wantedLabel_ = label.toStdString();
    checkAgain();
  });
  connect(editor_, &SoundSetEditor::undoChanged, this, [this](const QString& text) {
    undo_->setText(text);
    undo_->setVisible(!text.isEmpty());
  });
  connect(undo_, &QPushButton::clicked, editor_, &SoundSetEditor::undo);
  auto* undoKey = new QShortcut(QKeySequence::Undo, this);
  undoKey->setContext(Qt::WidgetWithChildrenShortcut);
  connect(undoKey, &QShortcut::activated, editor_, &SoundSetEditor::undo);
  connect(actions_, &ClassActions::newClass, editor_, &SoundSetEditor::makeClass);
  connect(actions_, &ClassActions::renamed, this,
          [this](const QString& name) { editor_->renameClass(currentLabel(), name); });
  connect(actions_, &ClassActions::removeAsked, this,
          [this] { editor_->removeClass(currentLabel()); });
  connect(actions_, &ClassActions::recordAsked, this, [this] { record(view_->currentRow()); });
  connect(actions_, &ClassActions::filesChosen, this,
          [this](const QStringList& files) { editor_->addFiles(currentLabel(), pathsOf(files)); });
}

void SoundsPage::connectViews() {
  const auto reveal = [](const fs::path& file) {
    revealFile(QString::fromStdString(placeOf(file.string()).path.string()));
  };
  connect(view_, &ClassView::currentRowChanged, this, &SoundsPage::showClass);
  connect(view_, &ClassView::playAsked, this, &SoundsPage::playFirst);
  connect(view_, &ClassView::recordAsked, this, &SoundsPage::record);
  connect(view_, &ClassView::openDropped, this, &SoundsPage::openDropped);
  connect(view_, &ClassView::soundsDropped, this,
          [this](int row, const std::vector<fs::path>& paths) {
            editor_->addFiles(classes_->at(row).label, paths);
          });
  connect(clips_, &ClipList::playAsked, this, [this](const fs::path& file) { play(file); });
  connect(clips_, &ClipList::revealAsked, this, reveal);
  connect(clips_, &ClipList::deleteAsked, editor_, &SoundSetEditor::removeFiles);
  connect(problems_, &ProblemList::playAsked, this, [this](const fs::path& file) { play(file); });
  connect(problems_, &ProblemList::revealAsked, this, reveal);
  connect(problems_, &ProblemList::deleteAsked, editor_, &SoundSetEditor::removeFiles);
  connect(problems_, &ProblemList::joinAsked, this, [this] {
    DataRequest request = listing_->request;
    request.joinAlike = true;
    readAnew(request);
  });
  connect(problems_, &ProblemList::foldersAsked, this, [this] {
    DataRequest request = listing_->request;
    request.layout = Layout::Folders;
    readAnew(request);
  });
  connect(playback_, &PlaybackHost::finished, this, [this] {
    playing_.clear();
    view_->setPlaying(-1);
  });
  connect(playback_, &PlaybackHost::failed, this, &SoundsPage::told);
  connect(next_, &QPushButton::clicked, this, &SoundsPage::nextAsked);
}

void SoundsPage::connectStart() {
  const auto openPath = [this](const QString& folder) { open(folder.toStdString()); };
  connect(start_, &StartPane::setChosen, this, openPath);
  connect(source_, &SourceBar::chosen, this, openPath);
  connect(start_, &StartPane::folderAsked, this, [this] { askForData(true); });
  connect(source_, &SourceBar::folderAsked, this, [this] { askForData(true); });
  connect(start_, &StartPane::tableAsked, this, [this] { askForData(false); });
  connect(source_, &SourceBar::tableAsked, this, [this] { askForData(false); });
  connect(start_, &StartPane::exampleAsked, editor_, &SoundSetEditor::makeExample);
  connect(start_, &StartPane::recordAsked, this,
          [this] { editor_->openSet(SoundSetEditor::standardSetName()); });
  connect(source_, &SourceBar::newSetAsked, this, [this] {
    askForSetName(tr("New data set"), {}, [this](const QString& name) { editor_->makeSet(name); });
  });
  const auto shownName = [this] {
    const fs::path& root = listing_->request.root;
    return QString::fromStdString(
        (listing_->layout == Layout::Table ? root.stem() : root.filename()).string());
  };
  connect(source_, &SourceBar::renameAsked, this, [this, shownName] {
    askForSetName(tr("Rename data set"), shownName(),
                  [this](const QString& name) { editor_->renameSet(name); });
  });
  connect(source_, &SourceBar::removalAsked, this, &SoundsPage::askToRemoveSet);
  connect(source_, &SourceBar::copyAsked, this, [this, shownName] {
    askForSetName(tr("Copy to my sounds"), shownName(),
                  [this](const QString& name) { editor_->copyAsSet(name, listing_); });
  });
}

void SoundsPage::askForSetName(const QString& title, const QString& name,
                               const std::function<void(const QString&)>& chosen) {
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  dialog->setLabelText(tr("Name of the data set:"));
  dialog->setTextValue(name);
  connect(dialog, &QInputDialog::textValueSelected, this, chosen);
  dialog->open();
}

void SoundsPage::askToRemoveSet() {
  auto* box =
      new QMessageBox(QMessageBox::Question, tr("Delete data set"),
                      tr("Move “%1” with all its clips to the trash?")
                          .arg(QString::fromStdString(listing_->request.root.filename().string())),
                      QMessageBox::Cancel, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  const QPushButton* yes = box->addButton(tr("&Move to trash"), QMessageBox::DestructiveRole);
  connect(yes, &QPushButton::clicked, editor_, &SoundSetEditor::removeSet);
  box->open();
}

void SoundsPage::askForData(bool folder) {
  auto* dialog = new QFileDialog(this, folder ? tr("Open folder of sounds") : tr("Open table"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
  if (!folder) dialog->setNameFilters({tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::fileSelected, this,
          [this](const QString& file) { open(file.toStdString()); });
  dialog->open();
}

void SoundsPage::record(int row) {
  if (row < 0 || !isOwn()) return;
  const ClassModel::Class its = classes_->at(row);
  auto* dialog = new RecordDialog(backend_, playback_, its.name, its.isBackground, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this,
          [this, dialog, label = its.label] { editor_->addTakes(label, dialog->takes()); });
  dialog->open();
}

}  // namespace earwitness::gui
