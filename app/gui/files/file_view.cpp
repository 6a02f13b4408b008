// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/file_view.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/base/icons.h"
#include "app/gui/base/shown_label.h"
#include "app/gui/files/cursor_overlay.h"
#include "app/gui/files/detail_reader.h"
#include "app/gui/files/event_strip.h"
#include "app/gui/files/overview_view.h"
#include "app/gui/files/score_plot.h"
#include "app/gui/files/timeline.h"
#include "app/gui/files/waveform_view.h"
#include "app/gui/services/file_library.h"
#include "app/gui/sound_view/class_column.h"
#include "app/gui/sound_view/class_panel.h"
#include "app/gui/widgets/pane_layout.h"
#include "core/events/detections.h"
#include "core/listening/event_threshold.h"
#include "core/listening/file_analysis.h"

namespace earwitness::gui {

namespace {

using State = FileUpdate::State;
constexpr int kDrawEveryMs = 80;
constexpr double kZoomStep = 0.7;
constexpr double kPanStep = 0.25;     // of what is in view
constexpr double kSharpEnough = 0.7;  // columns of the whole file's picture a pixel
constexpr double kAroundEventSeconds = 0.2;
constexpr size_t kFewestCurves = 5;
constexpr size_t kMostCurves = 12;

std::vector<ClassTreatment> treatmentsOf(const FileRecord& file) {
  const ModelDescription& model = *file.description;
  std::vector<ClassTreatment> treatments(model.labels.size());
  for (size_t i = 0; i < std::min(treatments.size(), file.rules->rules.size()); ++i) {
    const float threshold = file.rules->rules[i].onThreshold;
    const float models = eventThreshold(model, i);
    treatments[i] = {.threshold = std::min(1.0F, threshold),
                     .isModels = threshold == models,
                     .hidden = file.rules->rules[i].isIgnored};
  }
  return treatments;
}

/// The results, and where these are few, others whose scores came highest.
std::vector<int> labelsOfCurves(const std::vector<ShownLabel>& results, const ClassPanel& classes,
                                std::span<const float> highest) {
  std::vector<int> labels;
  for (const ShownLabel& result : results)
    if (labels.size() < kMostCurves) labels.push_back(result.label);
  for (const int label : topLabels(highest, int(highest.size()))) {
    if (labels.size() >= kFewestCurves) break;
    // What a result stands for has no curve beside it, and what is ignored has none.
    if (!classes.isResult(label) && !classes.treatments()[size_t(label)].hidden)
      labels.push_back(label);
  }
  return labels;
}

}  // namespace

FileView::FileView(FileLibrary* library, FilePlayer::PlayFile playFile, QWidget* parent)
    : QWidget(parent),
      library_(library),
      timeline_(new Timeline(this)),
      player_(new FilePlayer(std::move(playFile), this)),
      detail_(new DetailReader(this)) {
  setObjectName(QStringLiteral("fileView"));
  setAccessibleName(tr("The file over time"));
  setFocusPolicy(Qt::StrongFocus);
  auto* stack = new QWidget(this);
  waveform_ = new WaveformView(timeline_, stack);
  picture_ = new OverviewView(timeline_, stack);
  events_ = new EventStrip(timeline_, stack);
  plot_ = new ScorePlot(timeline_, stack);
  bars_ = new ClassColumn(this);
  bars()->setObjectName(QStringLiteral("fileBars"));
  bars()->setAccessibleName(tr("Top classes of the file"));
  bars_->setFixedWidth(barsWidth(*this));
  auto* pictures = new QVBoxLayout(stack);
  pictures->setContentsMargins(0, 0, 0, 0);
  pictures->setSpacing(2);
  pictures->addWidget(waveform_, 1);
  pictures->addWidget(picture_, 4);
  pictures->addWidget(events_);
  pictures->addWidget(plot_, 3);
  cursor_ = new CursorOverlay(timeline_, picture_, stack);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);  // pictures have room for half a label at their right
  layout->addWidget(stack, 1);
  layout->addWidget(bars_);
  picture_->setPlaceholder(tr("Drop an audio file here, or open one with Ctrl+O."));

  buildActions();
  connectTimeline();
  connectPlayer();
  connect(library_, &FileLibrary::changed, this, &FileView::showState);
  connect(library_, &FileLibrary::dataChanged, this, &FileView::showData);
  // The model may have learned a class while the file was analysed.
  connect(library_, &FileLibrary::scored, this, [this](int id) {
    if (id == shownId_ && isVisible()) library_->refresh(id);
  });
  connect(library_, &FileLibrary::refiltered, this, [this](int id) {
    const FileRecord* file = library_->find(id);
    if (id != shownId_ || file == nullptr) return;
    showEvents(*file);
    showScores(*file);
  });
  drawPause_.setSingleShot(true);
  drawPause_.setInterval(kDrawEveryMs);
  connect(&drawPause_, &QTimer::timeout, this, [this] {
    if (drawnLate_) showData(shownId_);
  });
}

QAction* FileView::addKey(const QString& text, const QList<QKeySequence>& keys,
                          const std::function<void()>& act) {
  auto* action = new QAction(text, this);
  action->setShortcuts(keys);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  action->setToolTip(
      QStringLiteral("%1 (%2)").arg(text, keys.front().toString(QKeySequence::NativeText)));
  connect(action, &QAction::triggered, this, act);
  addAction(action);
  return action;
}

void FileView::buildActions() {
  play_ = addKey(tr("Play"), {Qt::Key_P}, [this] { playOrPause(); });
  play_->setIcon(icon(Glyph::Play));
  play_->setEnabled(false);
  addKey(tr("Previous event"), {Qt::Key_Left}, [this] { stepEvent(-1); });
  addKey(tr("Next event"), {Qt::Key_Right}, [this] { stepEvent(1); });
  addKey(tr("Play the selected event"), {Qt::Key_Return, Qt::Key_Enter},
         [this] { chooseEvent(events_->track()->current().value_or(0), true); });
  addKey(tr("Zoom in"), {Qt::Key_Plus, Qt::Key_Equal},
         [this] { timeline_->zoom(kZoomStep, timeline_->cursor()); });
  addKey(tr("Zoom out"), {Qt::Key_Minus},
         [this] { timeline_->zoom(1.0 / kZoomStep, timeline_->cursor()); });
  addKey(tr("Show the whole file"), {Qt::Key_0}, [this] { timeline_->showAll(); });
  addKey(tr("Earlier"), {Qt::SHIFT | Qt::Key_Left},
         [this] { timeline_->pan(-kPanStep * timeline_->span()); });
  addKey(tr("Later"), {Qt::SHIFT | Qt::Key_Right},
         [this] { timeline_->pan(kPanStep * timeline_->span()); });
  const auto jump = [this](double seconds) {
    timeline_->setCursor(seconds);
    timeline_->reveal(seconds, seconds);
    player_->seek(seconds);
  };
  addKey(tr("To the start"), {Qt::Key_Home}, [jump] { jump(0.0); });
  addKey(tr("To the end"), {Qt::Key_End}, [this, jump] { jump(timeline_->seconds()); });
  selectNothing_ = addKey(tr("Clear selection"), {Qt::Key_Escape}, [this] {
    timeline_->clearSelection();
    events_->track()->setCurrent(std::nullopt);
  });
}

void FileView::connectTimeline() {
  for (TimeView* view : {static_cast<TimeView*>(waveform_), static_cast<TimeView*>(picture_),
                         static_cast<TimeView*>(events_), static_cast<TimeView*>(plot_)}) {
    connect(view, &TimeView::readOut, this, &FileView::readOut);
    connect(view, &TimeView::positionChosen, this, [this](double seconds) {
      events_->track()->setCurrent(std::nullopt);
      player_->seek(seconds);
    });
  }
  connect(events_, &EventStrip::eventChosen, this, [this](qint64 id) { chooseEvent(id, true); });
  connect(timeline_, &Timeline::viewChanged, this, &FileView::wantDetail);
  connect(detail_, &DetailReader::changed, this, [this] {
    picture_->setDetail(detail_->picture());
    waveform_->setDetail(detail_->picture());
  });
}

void FileView::connectPlayer() {
  connect(player_, &FilePlayer::positionChanged, this, [this](double seconds) {
    timeline_->setCursor(seconds);
    // The view follows the cursor out of its right edge, not where the user has panned away.
    if (seconds > timeline_->to() && seconds < timeline_->to() + 0.2 * timeline_->span())
      timeline_->show(seconds, seconds + timeline_->span());
  });
  connect(player_, &FilePlayer::stateChanged, this, [this] {
    play_->setIcon(icon(player_->isPlaying() ? Glyph::Pause : Glyph::Play));
    play_->setText(player_->isPlaying() ? tr("Pause") : tr("Play"));
  });
  connect(player_, &FilePlayer::failed, this, &FileView::failed);
}

void FileView::mousePressEvent(QMouseEvent* event) {
  setFocus(Qt::MouseFocusReason);
  QWidget::mousePressEvent(event);
}

void FileView::setMenuActions(const QList<QAction*>& always, const QList<QAction*>& ofEvents) {
  menuActions_ = always;
  eventActions_ = ofEvents;
}

/// An event that is clicked on with the right button is selected first.
void FileView::contextMenuEvent(QContextMenuEvent* event) {
  if (library_->find(shownId_) == nullptr) return event->ignore();
  if (event->reason() == QContextMenuEvent::Mouse)
    if (const auto id = events_->eventAt(events_->mapFrom(this, event->pos())))
      chooseEvent(*id, false);
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(play_);
  menu->addActions(menuActions_);
  if (events_->track()->current().value_or(0) > 0) {
    menu->addSeparator();
    menu->addActions(eventActions_);
  }
  menu->addSeparator();
  menu->addAction(selectNothing_);
  menu->popup(event->globalPos());
}

void FileView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  library_->refresh(shownId_);
}

void FileView::show(int id) {
  if (id != shownId_) {
    player_->stop();
    detail_->forget();
    events_->track()->setCurrent(std::nullopt);
    const FileRecord* file = library_->find(id);
    timeline_->reset(file != nullptr ? file->seconds : 0.0);
  }
  shownId_ = id;
  drawPause_.stop();
  if (isVisible()) library_->refresh(id);
  showState(id);
  showData(id);
}

void FileView::playOrPause() {
  const FileRecord* file = library_->find(shownId_);
  if (file == nullptr || !player_->canPlay()) return;
  if (player_->isActive()) return player_->setPaused(player_->isPlaying());
  if (timeline_->hasSelection())
    return player_->play(file->path, timeline_->selectedFrom(), timeline_->selectedTo());
  const bool atEnd = timeline_->cursor() >= timeline_->seconds() - 0.01;
  player_->play(file->path, atEnd ? 0.0 : timeline_->cursor());
}

void FileView::chooseEvent(int64_t id, bool play) {
  const FileRecord* file = library_->find(shownId_);
  const auto index = events_->track()->indexOf(id);
  if (file == nullptr || !index) return;
  const PictureEvent chosen = events_->track()->at(*index);
  events_->track()->setCurrent(id);
  timeline_->select(chosen.onsetSeconds, chosen.offsetSeconds);
  timeline_->setCursor(chosen.onsetSeconds);
  timeline_->reveal(chosen.onsetSeconds, chosen.offsetSeconds);
  emit eventSelected(shownId_, id);
  if (!play) return player_->stop();
  player_->play(file->path, std::max(0.0, chosen.onsetSeconds - kAroundEventSeconds),
                std::min(file->seconds, chosen.offsetSeconds + kAroundEventSeconds));
}

void FileView::stepEvent(int direction) {
  if (events_->track()->step(direction, timeline_->cursor()))
    chooseEvent(*events_->track()->current(), false);
}

void FileView::showState(int id) {
  const FileRecord* file = library_->find(id);
  if (id != shownId_) return;
  play_->setEnabled(file != nullptr && player_->canPlay() && file->seconds > 0.0);
  if (file == nullptr) {
    timeline_->setStart(std::nullopt);
    picture_->setPlaceholder(tr("Drop an audio file here, or open one with Ctrl+O."));
    return bars()->setPlaceholder({});
  }
  picture_->setPlaceholder(file->reason);
  timeline_->setStart(file->start.start ? std::optional(file->start.start->time) : std::nullopt);
  if (file->whole.empty())
    bars()->setPlaceholder(!file->error.isEmpty() ? QString()
                           : file->busy()         ? tr("The top classes appear here.")
                                                  : tr("No model is loaded."));
}

void FileView::showData(int id) {
  if (id != shownId_) return;
  const FileRecord* file = library_->find(id);
  if (file == nullptr) {
    shownPicture_.reset();
    picture_->setPicture(nullptr);
    waveform_->setPicture(nullptr);
    timeline_->reset(0.0);
    events_->setEvents({}, {}, {});
    return clearScores();
  }
  // A file of many hours has many thousands of scores: they are drawn anew some times a second.
  drawnLate_ = file->busy() && drawPause_.isActive();
  if (drawnLate_) return;
  drawPause_.start();
  timeline_->setSeconds(file->seconds);
  shownPicture_ = file->picture ? file->picture->snapshot() : nullptr;
  picture_->setPicture(shownPicture_);
  waveform_->setPicture(shownPicture_);
  showEvents(*file);
  wantDetail();
  showScores(*file);
}

void FileView::clearScores() {
  bars()->clear();
  plot_->clear();
  highestOf_.reset();
}

/// The classes of the events are the results; without events, and until they are known, nothing
/// looks like one.
void FileView::showScores(const FileRecord& file) {
  if (!file.description || file.scores->empty() || file.scores->nLabels() != file.labels().size())
    return clearScores();
  updateHighest(file);
  if (barsModel_ != file.description) {
    barsModel_ = file.description;
    bars()->setLabels(shownLabels(file.labels()), treatmentsOf(file));
  } else {
    bars()->setTreatments(treatmentsOf(file));
  }
  const std::vector<ShownLabel> results = resultsOf(file.events, *file.rules, highest_);
  bars()->setResults(highest_, results);
  plot_->setScores(file.scores, labelsOfCurves(results, *bars(), highest_),
                   std::min(results.size(), kMostCurves), !file.busy());
}

/// Looks at the windows that came since the last call only: a file may be hours long.
void FileView::updateHighest(const FileRecord& file) {
  const ScoreTrack& scores = *file.scores;
  if (highestOf_ != file.scores) {
    highestOf_ = file.scores;
    highestWindows_ = 0;
    highest_.assign(scores.nLabels(), 0.0F);
    bars()->clear();
  }
  for (; highestWindows_ < scores.size(); ++highestWindows_) {
    const auto window = scores.scores(highestWindows_);
    for (size_t label = 0; label < window.size(); ++label)
      highest_[label] = std::max(highest_[label], window[label]);
  }
}

ClassPanel* FileView::bars() const {
  return bars_->panel();
}

void FileView::showEvents(const FileRecord& file) {
  events_->setEvents(file.events, file.nearMisses, file.labels());
}

/// Zoomed in so far that the whole file's picture is coarser than the screen, the stretch in view
/// is read once more.
void FileView::wantDetail() {
  const FileRecord* file = library_->find(shownId_);
  if (file == nullptr || !shownPicture_ || file->state != State::Done) return detail_->forget();
  const SpectrogramOverview& whole = shownPicture_->spectrogram;
  const double columns = timeline_->span() / whole.columnSeconds();
  const double pixels = picture_->plotRect().width() * devicePixelRatioF();
  const bool coarse = whole.framesPerColumn() > 1 && columns < kSharpEnough * pixels;
  if (!coarse) return detail_->forget();
  detail_->want(file->path, file->channel, whole.features(), timeline_->from(), timeline_->to());
}

}  // namespace earwitness::gui
