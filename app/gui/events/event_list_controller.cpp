// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/events/event_list_controller.h"

#include <QAction>
#include <QFileDialog>
#include <QItemSelectionModel>
#include <QMenu>
#include <QSettings>
#include <QTableView>
#include <algorithm>

#include "app/gui/base/actions.h"
#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/shown_label.h"
#include "app/gui/events/reviewer.h"
#include "app/gui/events/suggestions_dialog.h"
#include "app/gui/services/file_library.h"
#include "app/gui/services/live_record.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/services/store_worker.h"
#include "app/gui/sound_view/event_export.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/sound_view/why_dialog.h"
#include "app/gui/widgets/axis_ticks.h"
#include "app/gui/widgets/selected_rows.h"

namespace earwitness::gui {

namespace {

constexpr double kAroundSeconds = 0.5;  // of an event that is played or sent
constexpr const char* kDataSetKey = "dataSet/folder";

}  // namespace

EventListController::EventListController(Parts parts, QObject* parent)
    : QObject(parent),
      parts_(std::move(parts)),
      reviewer_(new Reviewer(parts_.model, parts_.table, parts_.store, this)) {
  connectActions();
  connect(reviewer_, &Reviewer::told, this, &EventListController::told);
  parts_.table->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(parts_.table, &QWidget::customContextMenuRequested, this, &EventListController::showMenu);
  connect(parts_.table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& now) {
            if (now.isValid()) emit eventChosen(parts_.model->eventAt(now.row()));
          });
  connect(parts_.table, &QTableView::doubleClicked, this,
          [this](const QModelIndex& index) { playEvent(parts_.model->eventAt(index.row())); });
}

void EventListController::connectActions() {
  Actions* actions = parts_.actions;
  connect(actions->reviewRight, &QAction::triggered, this,
          [this] { reviewer_->judge(Verdict::Right); });
  connect(actions->reviewWrong, &QAction::triggered, this,
          [this] { reviewer_->judge(Verdict::Wrong); });
  connect(actions->relabel, &QAction::triggered, reviewer_, &Reviewer::askForLabel);
  connect(actions->nextToReview, &QAction::triggered, reviewer_, &Reviewer::selectNext);
  connect(actions->playEvent, &QAction::triggered, this, &EventListController::playSelected);
  connect(actions->whyNot, &QAction::triggered, this, &EventListController::explainSelected);
  connect(actions->sendToDataSet, &QAction::triggered, this, &EventListController::sendSelected);
  connect(actions->suggestRules, &QAction::triggered, this, &EventListController::suggest);
  connect(actions->exportEvents, &QAction::triggered, this, &EventListController::exportAll);
  QUndoStack* undo = reviewer_->undoStack();
  connect(actions->undo, &QAction::triggered, undo, &QUndoStack::undo);
  connect(actions->redo, &QAction::triggered, undo, &QUndoStack::redo);
  connect(undo, &QUndoStack::canUndoChanged, actions->undo, &QAction::setEnabled);
  connect(undo, &QUndoStack::canRedoChanged, actions->redo, &QAction::setEnabled);
  actions->undo->setEnabled(false);
  actions->redo->setEnabled(false);
}

void EventListController::setLabels(const std::vector<std::string>& labels,
                                    std::vector<bool> hidden) {
  labels_ = labels;
  hidden_ = std::move(hidden);
  labelTexts_.clear();
  labelTexts_ = shownLabels(labels_);
  reviewer_->setLabels(labels_);
}

void EventListController::showMenu(const QPoint& position) {
  if (!parts_.table->indexAt(position).isValid()) return;
  const Actions& actions = *parts_.actions;
  auto* menu = new QMenu(parts_.table);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addActions({actions.playEvent, actions.whyNot});
  menu->addSeparator();
  menu->addActions({actions.reviewRight, actions.reviewWrong, actions.relabel});
  menu->addSeparator();
  menu->addActions({actions.teach, actions.sendToDataSet});
  menu->popup(parts_.table->viewport()->mapToGlobal(position));
}

std::vector<EventRow> EventListController::selected() const {
  std::vector<EventRow> events;
  for (const int row : selectedRows(*parts_.table->selectionModel()))
    events.push_back(parts_.model->eventAt(row));
  return events;
}

std::vector<EventRow> EventListController::selectedOrTold() {
  std::vector<EventRow> events = selected();
  if (events.empty()) emit told(tr("Select an event in the list first."));
  return events;
}

// ---- Hearing
// ---------------------------------------------------------------------------------------

ClipSource EventListController::clipOf(const EventRow& event, double aroundSeconds) const {
  ClipSource clip;
  clip.label = event.finalLabel();
  clip.startSeconds = std::max(0.0, event.onsetSeconds - aroundSeconds);
  clip.endSeconds = event.onsetSeconds + event.seconds + aroundSeconds;
  clip.file = event.file;
  if (const FileRecord* file = parts_.files->find(event.fileId)) clip.channel = file->channel;
  // Sound of an earlier stream is no more; its recording may be.
  const auto& history = parts_.live->history();
  const bool held = event.file.empty() && event.stream == parts_.live->stream() && history &&
                    clip.startSeconds >= history->beginSeconds();
  if (event.file.empty() && !held) {
    clip.file = event.clip;
    clip.startSeconds = clip.endSeconds = 0.0;
  }
  return clip;
}

void EventListController::playSelected() {
  const std::vector<EventRow> events = selectedOrTold();
  if (!events.empty()) playEvent(events.front());
}

void EventListController::playEvent(const EventRow& event) {
  const ClipSource clip = clipOf(event, kAroundSeconds);
  if (!clip.file.empty())
    return parts_.playback->playFile(clip.file, clip.startSeconds, clip.endSeconds);
  const bool held = clip.endSeconds > 0.0 && parts_.live->history();
  AudioHistory::Segment sound =
      held ? parts_.live->history()->segment(clip.startSeconds, clip.endSeconds)
           : AudioHistory::Segment{};
  if (sound.empty()) {
    emit told(
        tr("The audio of this event is no longer available. Turn on the recorder to save the audio "
           "of events."));
    return;
  }
  parts_.playback->playStretch(std::move(sound.samples), sound.sampleRate, sound.startSeconds);
}

// ---- Explaining
// ------------------------------------------------------------------------------------

void EventListController::explainSelected() {
  const std::vector<EventRow> events = selectedOrTold();
  if (events.empty()) return;
  const EventRow& event = events.front();
  if (!event.file.empty() || event.stream != parts_.live->stream()) {
    emit told(
        tr("Scores are available for the last ten minutes of listening. Scores of a file are drawn "
           "below its spectrogram."));
    return;
  }
  explain(event.onsetSeconds + event.seconds / 2.0, event.clock.toString(u"HH:mm:ss"));
}

void EventListController::explain(double streamSeconds, const QString& when) {
  const auto explanations = parts_.record->explain(parts_.live->eventSettings(), streamSeconds);
  auto* dialog = new WhyDialog(explanations, labelTexts_, hidden_, when, parts_.window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

// ---- Data sets and thresholds
// ----------------------------------------------------------------------

void EventListController::sendSelected() {
  const std::vector<EventRow> events = selectedOrTold();
  std::vector<ClipSource> clips;
  for (const EventRow& event : events)
    if (event.verdict != Verdict::Wrong) clips.push_back(clipOf(event, kAroundSeconds));
  if (!events.empty() && clips.empty()) {
    emit told(
        tr("This event is marked wrong. Give it the right label (L) before sending it to a data "
           "set."));
    return;
  }
  if (!clips.empty()) sendToDataSet(std::move(clips));
}

void EventListController::sendToDataSet(std::vector<ClipSource> clips) {
  auto* dialog = new QFileDialog(parts_.window, tr("Data set folder, with one folder per class"),
                                 QSettings().value(kDataSetKey).toString());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, clips = std::move(clips)](const QString& folder) {
            QSettings().setValue(kDataSetKey, folder);
            auto sent = std::make_shared<SentClips>();
            inBackground(
                this,
                [sent, clips, path = std::filesystem::path(folder.toStdString()),
                 history = parts_.live->history()] { *sent = sendClips(clips, path, history); },
                [this, sent, folder] {
                  QString sentence = tr("Clips saved to '%1': %2").arg(folder).arg(sent->written);
                  if (sent->forgotten > 0)
                    sentence += tr(", no longer available: %1").arg(sent->forgotten);
                  if (!sent->problem.empty()) sentence = coreText(sent->problem);
                  emit told(sentence);
                });
          });
  dialog->open();
}

void EventListController::suggest() {
  const std::vector<ClassRule> rules = parts_.live->eventSettings().rules;
  if (parts_.store == nullptr || rules.empty()) {
    emit told(tr("Thresholds cannot be suggested without a model and an event store."));
    return;
  }
  auto reviewed = std::make_shared<std::vector<ReviewedEvent>>();
  const auto collect = [reviewed, labels = labels_](EventStore& store) {
    for (const Verdict verdict : {Verdict::Right, Verdict::Wrong, Verdict::Relabelled}) {
      EventQuery query;
      query.verdict = verdict;
      query.limit = 100000;
      for (const StoredEvent& event : store.query(query)) {
        const auto label = std::find(labels.begin(), labels.end(), event.label);
        if (label == labels.end()) continue;
        reviewed->push_back({.label = int(label - labels.begin()),
                             .peakScore = event.peakScore,
                             .seconds = event.offsetSeconds - event.onsetSeconds,
                             .right = verdict == Verdict::Right});
      }
    }
  };
  parts_.store->post(collect, [this, reviewed, rules] {
    auto* dialog =
        new SuggestionsDialog(suggestRules(*reviewed, rules), labelTexts_, parts_.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { emit rulesChosen(dialog->chosen()); });
    dialog->open();
  });
}

void EventListController::exportAll() {
  std::vector<ExportedEvent> events;
  bool hasFiles = false;
  for (int row = parts_.model->rowCount() - 1; row >= 0; --row) {
    const EventRow& event = parts_.model->eventAt(row);
    ExportedEvent& out = events.emplace_back(exportedEvent(storedEvent(event)));
    const FileRecord* file = parts_.files->find(event.fileId);
    if (file == nullptr) continue;
    hasFiles = true;
    out.sourceSeconds = file->seconds;
    out.sourceRate = file->sampleRate;
    if (file->start.start) out.sourceStart = file->start.start->time;
  }
  if (events.empty()) return emit told(tr("There are no events to export yet."));
  // Files without events count, too, where times run on from file to file.
  std::vector<ExportedFile> files;
  for (const FileRecord& file : parts_.files->files())
    if (hasFiles && file.state == FileUpdate::State::Done)
      files.push_back({file.path.string(), file.seconds});
  const auto write = [this, events = std::move(events), files = std::move(files)](
                         const QString& file, ExportFormat format) {
    inBackground(
        this,
        [events, files, format, path = std::filesystem::path(file.toStdString())] {
          exportEvents(path, events, format, files);
          return events.size();
        },
        [this, file](size_t count) { emit told(exportedText(int(count), file)); },
        [this](const QString& sentence) { emit told(sentence); });
  };
  askWhereToExport(parts_.window, write);
}

}  // namespace earwitness::gui
