// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/sounds_page.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <algorithm>
#include <utility>

#include "app/gui/base/background.h"
#include "app/gui/services/dropped_files.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/sound_view/thumbnail_maker.h"
#include "app/gui/training/data_sentences.h"
#include "app/gui/training/sound_set.h"
#include "app/gui/training/sounds/class_actions.h"
#include "app/gui/training/sounds/class_model.h"
#include "app/gui/training/sounds/class_view.h"
#include "app/gui/training/sounds/clip_list.h"
#include "app/gui/training/sounds/problem_list.h"
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

}  // namespace

SoundsPage::SoundsPage(Backend backend, PlaybackHost* playback, QWidget* parent)
    : QWidget(parent),
      backend_(std::move(backend)),
      playback_(playback),
      scan_(new DataScan(this)),
      editor_(new SoundSetEditor(this)),
      thumbnails_(new ThumbnailMaker(this)),
      classes_(new ClassModel(thumbnails_, this)) {
  setObjectName(QStringLiteral("soundsPage"));
  setAcceptDrops(true);
  build();
  connectScan();
  connectEditor();
  connectViews();
  connectStart();
  showSummary();
}

SoundsPage::~SoundsPage() = default;

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
        start_->setSets(*sets);
        source_->setSets(*sets);
      });
}

void SoundsPage::open(const fs::path& folderOrTable) {
  DataRequest request;
  request.root = folderOrTable.has_filename() ? folderOrTable : folderOrTable.parent_path();
  try {
    if (isOwnSet(request.root)) request.layout = Layout::Folders;
  } catch (const std::exception&) {  // without a home there are no own sets
  }
  banner_->setText({});
  scan_->start(request);
  showProgress(tr("Reading “%1”").arg(QString::fromStdString(request.root.filename().string())), 0,
               0);
}

void SoundsPage::checkAgain() {
  if (listing_) readAnew(listing_->request);
}

void SoundsPage::readAnew(const DataRequest& request) {
  banner_->setText({});
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
    clips_->setFindings(nullptr);
    problems_->setReport(nullptr, isOwn());
    tabs_->setCurrentWidget(clips_);
    editor_->setShown(listing_->request.root, isOwn());
    refreshSets();
  }
  classes_->setListing(listing_);
  source_->setCurrent(listing_->request.root, isOwn());
  actions_->setVisible(isOwn());
  stack_->setCurrentIndex(1);
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
  clips_->setFindings(nullptr);
  problems_->setReport(nullptr, false);
  showClass(-1);
  editor_->setShown({}, false);
  source_->setCurrent({}, false);
  banner_->setText({});
  summary_->setText({});
  stack_->setCurrentIndex(0);
  start_->setFocus();
  refreshSets();
  showSummary();
  emit dataChanged();
}

void SoundsPage::takeFindings(std::shared_ptr<const DataFindings> findings) {
  report_ = findings ? std::shared_ptr<const DataReport>(findings, &findings->report) : nullptr;
  if (report_) classes_->setReport(*report_);
  clips_->setFindings(std::move(findings));
  problems_->setReport(report_, isOwn());
  hideProgress();
  showSummary();
  emit dataChanged();
}

void SoundsPage::takeFailure(const QString& sentence) {
  hideProgress();
  banner_->setText(sentence);
  showSummary();
  if (!isVisible()) emit told(sentence);
}

/// The class that is wanted, else the first with clips.
void SoundsPage::chooseClass() {
  int row = classes_->rowOf(std::exchange(wantedLabel_, {}));
  for (int i = 0; row < 0 && i < classes_->rowCount(); ++i)
    if (!classes_->clipsAt(i).empty()) row = i;
  if (row < 0 && classes_->rowCount() > 0) row = 0;
  view_->setCurrentIndex(row < 0 ? QModelIndex() : classes_->index(row));
  showClass(row);
}

void SoundsPage::showClass(int row) {
  if (row < 0) {
    clips_->setClass({}, {}, isOwn());
    actions_->setClass({}, false, false);
    return;
  }
  const ClassModel::Class& its = classes_->at(row);
  clips_->setClass(its.name, *its.clips, isOwn());
  actions_->setClass(its.label, its.isBackground, !its.clips->empty());
}

std::string SoundsPage::currentLabel() const {
  return view_->currentRow() < 0 ? std::string() : classes_->at(view_->currentRow()).label;
}

void SoundsPage::showSummary() {
  const bool enough = listing_ && classesWithClips(*listing_) >= 2;
  // The settings say which of the two it is to be.
  const bool trainable = !report_ || report_->isUsable() || report_->severalLabelsObstacles.empty();
  const bool usable = request_ && enough && listing_->obstacles.empty() && trainable;
  next_->setVisible(listing_ != nullptr);
  next_->setEnabled(usable);
  checkAgain_->setVisible(listing_ && request_ && !report_ && !scan_->isRunning());
  hint_->setText(!listing_            ? QString()
                 : !enough && isOwn() ? tr("A model needs at least two classes with clips. Create "
                                           "a class, or record the background.")
                 : isOwn()            ? tr("Drop sounds on a class tile to add them.")
                                      : QString());
  const qulonglong count = problems_->count();
  tabs_->setTabText(1, count == 0 ? tr("Problems") : tr("Problems (%L1)").arg(count));
  if (!listing_) return;
  const QString what = listing_->isOwn ? tr("your own data set") : layoutText(listing_->layout);
  summary_->setText(
      tr("%1 – %2", "what it is, what is in it").arg(summaryText(*listing_, report_.get()), what));
  // While it checks, the report is of what was there before.
  if (report_ && !scan_->isRunning() && !report_->isUsable() && (enough || !isOwn()))
    banner_->setText(obstacleSentences(*report_).join(u' '));
}

void SoundsPage::showProgress(const QString& what, qulonglong done, qulonglong total) {
  progressText_->setText(
      total == 0 ? what
                 : tr("%1: %L2 of %L3", "what is done, how far").arg(what).arg(done).arg(total));
  progressBar_->setRange(0, total == 0 ? 0 : 1000);
  if (total > 0) progressBar_->setValue(int(1000 * done / total));
  progress_->show();
}

void SoundsPage::hideProgress() {
  if (!scan_->isRunning() && !editor_->jobs()->isRunning()) progress_->hide();
}

void SoundsPage::addStretch(const QString& className, AudioHistory::Segment stretch) {
  editor_->addStretch(className, std::move(stretch));
}

void SoundsPage::dragEnterEvent(QDragEnterEvent* event) {
  const auto paths = localPaths(event->mimeData()->urls());
  if (paths.empty()) return;
  event->acceptProposedAction();
  overlay_->showWith(
      tr("Drop to open"),
      tr("A folder with one folder per class, a data set, or a table of files and labels"));
}

void SoundsPage::dragLeaveEvent(QDragLeaveEvent*) {
  overlay_->hide();
}

void SoundsPage::dropEvent(QDropEvent* event) {
  overlay_->hide();
  event->acceptProposedAction();
  openDropped(localPaths(event->mimeData()->urls()));
}

void SoundsPage::openDropped(const std::vector<fs::path>& paths) {
  const bool isSound = std::any_of(paths.begin(), paths.end(), looksLikeAudioFile);
  if (isSound && isOwn())
    banner_->setText(tr("Unknown class. Drop sounds on the tile of their class."));
  else if (isSound)
    banner_->setText(
        tr("A model needs many clips. Drop the folder that contains them, or create your own data "
           "set."));
  else if (paths.size() > 1)
    banner_->setText(tr("Drop one data set at a time: the folder that contains all clips."));
  else if (!paths.empty())
    open(paths.front());
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
  view_->setPlaying(row);
}

}  // namespace earwitness::gui
