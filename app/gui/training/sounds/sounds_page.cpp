// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/sounds_page.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabWidget>
#include <algorithm>
#include <utility>

#include "app/gui/base/background.h"
#include "app/gui/services/dropped_files.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/services/reveal_file.h"
#include "app/gui/sound_view/thumbnail_maker.h"
#include "app/gui/training/data_sentences.h"
#include "app/gui/training/sound_set.h"
#include "app/gui/training/sounds/class_actions.h"
#include "app/gui/training/sounds/class_model.h"
#include "app/gui/training/sounds/class_view.h"
#include "app/gui/training/sounds/clip_list.h"
#include "app/gui/training/sounds/problem_list.h"
#include "app/gui/training/sounds/record_dialog.h"
#include "app/gui/training/sounds/sound_jobs.h"
#include "app/gui/training/sounds/sound_set_editor.h"
#include "app/gui/training/sounds/source_bar.h"
#include "app/gui/training/sounds/start_pane.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/drop_overlay.h"
#include "app/gui/widgets/elided_label.h"
#include "core/audio/audio_file.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

size_t classesWithClips(const DataListing& listing) {
  return size_t(std::count_if(listing.classes.begin(), listing.classes.end(),
                              [](const DataListing::Class& its) { return !its.clips.empty(); }));
}

std::vector<fs::path> pathsOf(const QStringList& files) {
  std::vector<fs::path> paths;
  for (const QString& file : files) paths.emplace_back(file.toStdString());
  return paths;
}

}  // namespace

SoundsPage::SoundsPage(Backend backend, PlaybackHost* playback, QWidget* parent)
    : QWidget(parent),
      backend_(std::move(backend)),
      playback_(playback),
      scan_(new DataScan(this)),
      editor_(new SoundSetEditor(this)),
      thumbnails_(new ThumbnailMaker(this)),
      classes_(new ClassModel(thumbnails_, this)),
      ui_(this, classes_, thumbnails_) {
  setObjectName(QStringLiteral("soundsPage"));
  setAcceptDrops(true);
  connectScan();
  connectEditor();
  connectViews();
  connectStart();
  showSummary();
}

SoundsPage::~SoundsPage() = default;

void SoundsPage::connectScan() {
  connect(scan_, &DataScan::listed, this, &SoundsPage::take);
  connect(scan_, &DataScan::finished, this, &SoundsPage::takeFindings);
  connect(scan_, &DataScan::failed, this, &SoundsPage::takeFailure);
  connect(scan_, &DataScan::progressed, this, [this](qulonglong done, qulonglong total) {
    if (!editor_->jobs()->isRunning()) ui_.showProgress(tr("Checking the files"), done, total);
  });
  connect(scan_, &DataScan::cancelled, this, [this] {
    hideProgress();
    showSummary();
    if (request_ && !report_)
      emit told(tr("Not all files were checked. Broken files are found during training."));
  });
  connect(ui_.checkAgain, &QPushButton::clicked, this, &SoundsPage::checkAgain);
  connect(ui_.cancel, &QPushButton::clicked, this, [this] {
    if (editor_->jobs()->isRunning())
      editor_->jobs()->cancel();
    else
      scan_->cancel();
  });
}

void SoundsPage::connectEditor() {
  connect(editor_->jobs(), &SoundJobs::progressed, this,
          [this](const QString& what, qulonglong done, qulonglong total) {
            ui_.showProgress(what, done, total);
          });
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
    ui_.undo->setText(text);
    ui_.undo->setVisible(!text.isEmpty());
  });
  connect(ui_.undo, &QPushButton::clicked, editor_, &SoundSetEditor::undo);
  auto* undoKey = new QShortcut(QKeySequence::Undo, this);
  undoKey->setContext(Qt::WidgetWithChildrenShortcut);
  connect(undoKey, &QShortcut::activated, editor_, &SoundSetEditor::undo);
  connect(ui_.classActions, &ClassActions::newClass, editor_, &SoundSetEditor::makeClass);
  connect(ui_.classActions, &ClassActions::renamed, this,
          [this](const QString& name) { editor_->renameClass(currentLabel(), name); });
  connect(ui_.classActions, &ClassActions::removeAsked, this,
          [this] { editor_->removeClass(currentLabel()); });
  connect(ui_.classActions, &ClassActions::recordAsked, this,
          [this] { record(ui_.classView->currentRow()); });
  connect(ui_.classActions, &ClassActions::filesChosen, this,
          [this](const QStringList& files) { editor_->addFiles(currentLabel(), pathsOf(files)); });
}

void SoundsPage::connectViews() {
  const auto reveal = [](const fs::path& file) {
    revealFile(QString::fromStdString(placeOf(file.string()).path.string()));
  };
  connect(ui_.classView, &ClassView::currentRowChanged, this, &SoundsPage::showClass);
  connect(ui_.classView, &ClassView::playAsked, this, &SoundsPage::playFirst);
  connect(ui_.classView, &ClassView::recordAsked, this, &SoundsPage::record);
  connect(ui_.classView, &ClassView::openDropped, this, &SoundsPage::openDropped);
  connect(ui_.classView, &ClassView::soundsDropped, this,
          [this](int row, const std::vector<fs::path>& paths) {
            editor_->addFiles(classes_->at(row).label, paths);
          });
  connect(ui_.clips, &ClipList::playAsked, this, [this](const fs::path& file) { play(file); });
  connect(ui_.clips, &ClipList::revealAsked, this, reveal);
  connect(ui_.clips, &ClipList::deleteAsked, editor_, &SoundSetEditor::removeFiles);
  connect(ui_.problems, &ProblemList::playAsked, this,
          [this](const fs::path& file) { play(file); });
  connect(ui_.problems, &ProblemList::revealAsked, this, reveal);
  connect(ui_.problems, &ProblemList::deleteAsked, editor_, &SoundSetEditor::removeFiles);
  connect(ui_.problems, &ProblemList::joinAsked, this, [this] {
    DataRequest request = listing_->request;
    request.joinAlike = true;
    readAnew(request);
  });
  connect(ui_.problems, &ProblemList::foldersAsked, this, [this] {
    DataRequest request = listing_->request;
    request.layout = Layout::Folders;
    readAnew(request);
  });
  connect(playback_, &PlaybackHost::finished, this, [this] {
    playing_.clear();
    ui_.classView->setPlaying(-1);
  });
  connect(playback_, &PlaybackHost::failed, this, &SoundsPage::told);
  connect(ui_.next, &QPushButton::clicked, this, &SoundsPage::nextAsked);
}

void SoundsPage::connectStart() {
  const auto openPath = [this](const QString& path) { open(path.toStdString()); };
  connect(ui_.start, &StartPane::opened, this, openPath);
  connect(ui_.source, &SourceBar::opened, this, openPath);
  connect(ui_.start, &StartPane::exampleAsked, editor_, &SoundSetEditor::makeExample);
  connect(ui_.start, &StartPane::recordAsked, this,
          [this] { editor_->openSet(SoundSetEditor::standardSetName()); });
  connect(ui_.source, &SourceBar::newSet, editor_, &SoundSetEditor::makeSet);
  connect(ui_.source, &SourceBar::renamed, editor_, &SoundSetEditor::renameSet);
  connect(ui_.source, &SourceBar::removed, editor_, &SoundSetEditor::removeSet);
  connect(ui_.source, &SourceBar::copied, this,
          [this](const QString& name) { editor_->copyAsSet(name, listing_); });
}

void SoundsPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refreshSets();
}

void SoundsPage::refreshSets() {
  auto sets = std::make_shared<std::vector<fs::path>>();
  inBackground(
      this,
      [sets] {
        try {
          *sets = soundSets();
        } catch (const std::exception&) {  // without a home, or a folder that cannot be read
        }
      },
      [this, sets] {
        ui_.start->setSets(*sets);
        ui_.source->setSets(*sets);
      });
}

void SoundsPage::open(const fs::path& folderOrTable) {
  DataRequest request;
  request.root = folderOrTable.has_filename() ? folderOrTable : folderOrTable.parent_path();
  try {
    if (isOwnSet(request.root)) request.layout = Layout::Folders;
  } catch (const std::exception&) {  // without a home there are no own sets
  }
  ui_.banner->setText({});
  scan_->start(request);
  ui_.showProgress(tr("Reading “%1”").arg(QString::fromStdString(request.root.filename().string())),
                   0, 0);
}

void SoundsPage::checkAgain() {
  if (listing_) readAnew(listing_->request);
}

void SoundsPage::readAnew(const DataRequest& request) {
  ui_.banner->setText({});
  scan_->start(request);
}

void SoundsPage::take(std::shared_ptr<const DataListing> listing) {
  const bool isNew = !listing_ || listing_->request.root != listing->request.root;
  if (wantedLabel_.empty() && !isNew) wantedLabel_ = currentLabel();
  listing_ = std::move(listing);
  request_ = listing_->clips > 0 ? std::make_unique<const DataRequest>(listing_->request) : nullptr;
  if (isNew) {
    report_.reset();
    classes_->clear();
    ui_.clips->setFindings(nullptr);
    ui_.problems->setReport(nullptr, isOwn());
    ui_.tabs->setCurrentWidget(ui_.clips);
    editor_->setShown(listing_->request.root, isOwn());
    refreshSets();
  }
  classes_->setListing(listing_);
  const fs::path& root = listing_->request.root;
  const fs::path name = listing_->layout == Layout::Table ? root.stem() : root.filename();
  ui_.source->setCurrent(root, isOwn(), QString::fromStdString(name.string()));
  ui_.classActions->setVisible(isOwn());
  ui_.stack->setCurrentIndex(1);
  chooseClass();
  showSummary();
  emit dataChanged();
}

void SoundsPage::closeSet() {
  listing_.reset();
  request_.reset();
  report_.reset();
  scan_->cancel();
  classes_->clear();
  ui_.clips->setFindings(nullptr);
  ui_.problems->setReport(nullptr, false);
  showClass(-1);
  editor_->setShown({}, false);
  ui_.source->setCurrent({}, false, {});
  ui_.banner->setText({});
  ui_.summary->setText({});
  ui_.stack->setCurrentIndex(0);
  ui_.start->setFocus();
  refreshSets();
  showSummary();
  emit dataChanged();
}

void SoundsPage::takeFindings(std::shared_ptr<const DataFindings> findings) {
  report_ = findings ? std::shared_ptr<const DataReport>(findings, &findings->report) : nullptr;
  if (report_) classes_->setReport(*report_);
  ui_.clips->setFindings(std::move(findings));
  ui_.problems->setReport(report_, isOwn());
  hideProgress();
  showSummary();
  emit dataChanged();
}

void SoundsPage::takeFailure(const QString& sentence) {
  hideProgress();
  ui_.banner->setText(sentence);
  showSummary();
  if (!isVisible()) emit told(sentence);
}

/// The class that is wanted, else the first with clips.
void SoundsPage::chooseClass() {
  int row = classes_->rowOf(std::exchange(wantedLabel_, {}));
  for (int i = 0; row < 0 && i < classes_->rowCount(); ++i)
    if (!classes_->clipsAt(i).empty()) row = i;
  if (row < 0 && classes_->rowCount() > 0) row = 0;
  ui_.classView->setCurrentIndex(row < 0 ? QModelIndex() : classes_->index(row));
  showClass(row);
}

void SoundsPage::showClass(int row) {
  if (row < 0) {
    ui_.clips->setClass({}, {}, isOwn());
    ui_.classActions->setClass({}, false, false);
    return;
  }
  const ClassModel::Class& its = classes_->at(row);
  ui_.clips->setClass(its.name, *its.clips, isOwn());
  ui_.classActions->setClass(its.label, its.isBackground, !its.clips->empty());
}

std::string SoundsPage::currentLabel() const {
  return ui_.classView->currentRow() < 0 ? std::string()
                                         : classes_->at(ui_.classView->currentRow()).label;
}

void SoundsPage::showSummary() {
  const bool enough = listing_ && classesWithClips(*listing_) >= 2;
  // The settings say which of the two it is to be.
  const bool trainable = !report_ || report_->isUsable() || report_->severalLabelsObstacles.empty();
  const bool usable = request_ && enough && listing_->obstacles.empty() && trainable;
  ui_.next->setVisible(listing_ != nullptr);
  ui_.next->setEnabled(usable);
  ui_.checkAgain->setVisible(listing_ && request_ && !report_ && !scan_->isRunning());
  ui_.hint->setText(!listing_ ? QString()
                    : !enough && isOwn()
                        ? tr("A model needs at least two classes with clips. Create "
                             "a class, or record the background.")
                    : isOwn() ? tr("Drop sounds on a class tile to add them.")
                              : QString());
  const qulonglong count = ui_.problems->count();
  ui_.tabs->setTabText(1, count == 0 ? tr("Problems") : tr("Problems (%L1)").arg(count));
  if (!listing_) return;
  const QString what = listing_->isOwn ? tr("your own data set") : layoutText(listing_->layout);
  ui_.summary->setText(
      tr("%1 – %2", "what it is, what is in it").arg(summaryText(*listing_, report_.get()), what));
  // While it checks, the report is of what was there before.
  if (report_ && !scan_->isRunning() && !report_->isUsable() && (enough || !isOwn()))
    ui_.banner->setText(obstacleSentences(*report_).join(u' '));
}

void SoundsPage::hideProgress() {
  if (!scan_->isRunning() && !editor_->jobs()->isRunning()) ui_.progress->hide();
}

void SoundsPage::addStretch(const QString& className, AudioHistory::Segment stretch) {
  editor_->addStretch(className, std::move(stretch));
}

void SoundsPage::dragEnterEvent(QDragEnterEvent* event) {
  const auto paths = localPaths(event->mimeData()->urls());
  if (paths.empty()) return;
  event->acceptProposedAction();
  ui_.overlay->showWith(
      tr("Drop to open"),
      tr("A folder with one folder per class, a data set, or a table of files and labels"));
}

void SoundsPage::dragLeaveEvent(QDragLeaveEvent*) {
  ui_.overlay->hide();
}

void SoundsPage::dropEvent(QDropEvent* event) {
  ui_.overlay->hide();
  event->acceptProposedAction();
  openDropped(localPaths(event->mimeData()->urls()));
}

void SoundsPage::openDropped(const std::vector<fs::path>& paths) {
  const bool isSound = std::any_of(paths.begin(), paths.end(), looksLikeAudioFile);
  if (isSound && isOwn())
    ui_.banner->setText(tr("Unknown class. Drop sounds on the tile of their class."));
  else if (isSound)
    ui_.banner->setText(
        tr("A model needs many clips. Drop the folder that contains them, or create your own data "
           "set."));
  else if (paths.size() > 1)
    ui_.banner->setText(tr("Drop one data set at a time: the folder that contains all clips."));
  else if (!paths.empty())
    open(paths.front());
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

void SoundsPage::playFirst(int row) {
  if (!classes_->clipsAt(row).empty()) play(classes_->clipsAt(row).front(), row);
}

/// Once more stops it.
void SoundsPage::play(const fs::path& file, int row) {
  if (playback_->playing() && playing_ == file) return playback_->stop();
  const ClipPlace place = placeOf(file.string());
  playback_->playFile(place.path, place.segment.begin, place.segment.end);
  playing_ = file;
  ui_.classView->setPlaying(row);
}

}  // namespace earwitness::gui
