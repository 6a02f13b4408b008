// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/events/event_list_controller.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QTableView>
#include <algorithm>

#include "app/gui/base/actions.h"
#include "app/gui/base/background.h"
#include "app/gui/base/shown_label.h"
#include "app/gui/events/reviewer.h"
#include "app/gui/events/suggestions_dialog.h"
#include "app/gui/services/event_store_worker.h"
#include "app/gui/services/file_library.h"
#include "app/gui/services/live_record.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/sound_view/event_export.h"
#include "app/gui/sound_view/event_selection.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/sound_view/why_dialog.h"

namespace earwitness::gui {

EventListController::EventListController(Parts parts, QObject* parent)
    : QObject(parent),
      parts_(std::move(parts)),
      selection_(new EventSelection(parts_.table, parts_.model, *parts_.actions,
                                    {.afterPlay = {parts_.actions->whyNot}}, this)),
      reviewer_(new Reviewer(parts_.model, selection_, parts_.store, this)) {
  connectActions();
  connect(selection_, &EventSelection::told, this, &EventListController::told);
  connect(reviewer_, &Reviewer::told, this, &EventListController::told);
  connect(parts_.table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& now) {
            if (now.isValid()) emit eventChosen(parts_.model->eventAt(now.row()));
          });
}

void EventListController::connectActions() {
  Actions* actions = parts_.actions;
  connect(actions->reviewRight, &QAction::triggered, this,
          [this] { reviewer_->judge(Verdict::Right); });
  connect(actions->reviewWrong, &QAction::triggered, this,
          [this] { reviewer_->judge(Verdict::Wrong); });
  connect(actions->clearReview, &QAction::triggered, this,
          [this] { reviewer_->judge(Verdict::None); });
  connect(actions->relabel, &QAction::triggered, reviewer_, &Reviewer::askForLabel);
  connect(actions->nextToReview, &QAction::triggered, reviewer_, &Reviewer::selectNext);
  connect(actions->playEvent, &QAction::triggered, this, &EventListController::playSelected);
  connect(actions->whyNot, &QAction::triggered, this, &EventListController::explainSelected);
  connect(actions->sendToDataSet, &QAction::triggered, this, [this] {
    selection_->sendToDataSet(
        [this](const EventRow& event) { return clipOf(event, kSoundAroundSeconds); },
        parts_.live->history());
  });
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
  labelTexts_ = shownLabels(labels_);
  reviewer_->setLabels(labels_);
}

// ---- Hearing
// ---------------------------------------------------------------------------------------

ClipSource EventListController::clipOf(const EventRow& event, double aroundSeconds) const {
  ClipSource clip = savedSound(event, aroundSeconds);
  if (const FileRecord* file = parts_.files->find(event.fileId)) clip.channel = file->channel;
  // Sound of an earlier stream is no more; its recording may be.
  const auto& history = parts_.live->history();
  const double start = std::max(0.0, event.onsetSeconds - aroundSeconds);
  if (event.file.empty() && event.stream == parts_.live->stream() && history &&
      start >= history->beginSeconds()) {
    clip.file.clear();
    clip.startSeconds = start;
    clip.endSeconds = event.onsetSeconds + event.seconds + aroundSeconds;
  }
  return clip;
}

void EventListController::playSelected() {
  const std::vector<EventRow> events = selection_->eventsOrMessage();
  if (!events.empty()) playEvent(events.front());
}

void EventListController::playEvent(const EventRow& event) {
  const ClipSource clip = clipOf(event, kSoundAroundSeconds);
  if (!clip.file.empty())
    return parts_.playback->playFile(clip.file, clip.startSeconds, clip.endSeconds);
  const bool held = clip.endSeconds > 0.0 && parts_.live->history();
  AudioHistory::Segment sound =
      held ? parts_.live->history()->segment(clip.startSeconds, clip.endSeconds)
           : AudioHistory::Segment{};
  if (sound.empty())
    return emit told(
        tr("The audio of this event is no longer available. Turn on the recorder to save the audio "
           "of events."));
  parts_.playback->playStretch(std::move(sound.samples), sound.sampleRate, sound.startSeconds);
}

// ---- Explaining
// ------------------------------------------------------------------------------------

void EventListController::explainSelected() {
  const std::vector<EventRow> events = selection_->eventsOrMessage();
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

void EventListController::sendToDataSet(std::vector<ClipSource> clips) {
  askToSendClips(parts_.window, std::move(clips), parts_.live->history(),
                 [this](const QString& sentence) { emit told(sentence); });
}

void EventListController::suggest() {
  const std::vector<ClassRule> rules = parts_.live->eventSettings().rules;
  if (parts_.store == nullptr || rules.empty()) {
    emit told(tr("Thresholds cannot be suggested without a model and an event store."));
    return;
  }
  auto reviewed = std::make_shared<std::vector<ReviewedEvent>>();
  std::vector verdicts{Verdict::Relabelled, Verdict::Wrong, Verdict::Right};
  const auto collect = [reviewed, verdicts, labels = labels_](const EventStore& store) mutable {
    EventQuery query;
    query.verdict = verdicts.back();
    query.limit = 100000;
    verdicts.pop_back();
    for (const StoredEvent& event : store.query(query)) {
      const auto label = std::find(labels.begin(), labels.end(), event.label);
      if (label == labels.end()) continue;
      reviewed->push_back({.label = int(label - labels.begin()),
                           .peakScore = event.peakScore,
                           .seconds = event.offsetSeconds - event.onsetSeconds,
                           .right = query.verdict == Verdict::Right});
    }
    return !verdicts.empty();
  };
  parts_.store->read(this, collect, [this, reviewed, rules] {
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
