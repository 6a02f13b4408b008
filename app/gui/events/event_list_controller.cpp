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
#include "app/gui/services/live_monitor.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/services/services.h"
#include "app/gui/sound_view/event_export.h"
#include "app/gui/sound_view/event_selection.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/sound_view/why_dialog.h"

namespace earwitness::gui {

EventListController::EventListController(Services& services, Actions* actions, QTableView* table,
                                         EventTableModel* model, QWidget* window)
    : QObject(window),
      services_(services),
      actions_(actions),
      table_(table),
      model_(model),
      window_(window),
      selection_(
          new EventSelection(table_, model_, *actions_, {.afterPlay = {actions_->whyNot}}, this)),
      reviewer_(new Reviewer(model_, selection_, services_.store, this)) {
  connectActions();
  connect(selection_, &EventSelection::told, this, &EventListController::told);
  connect(reviewer_, &Reviewer::told, this, &EventListController::told);
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& now) {
            if (now.isValid()) emit eventChosen(model_->eventAt(now.row()));
          });
}

void EventListController::connectActions() {
  connect(actions_->reviewRight, &QAction::triggered, this,
          [this] { reviewer_->judge(Verdict::Right); });
  connect(actions_->reviewWrong, &QAction::triggered, this,
          [this] { reviewer_->judge(Verdict::Wrong); });
  connect(actions_->clearReview, &QAction::triggered, this,
          [this] { reviewer_->judge(Verdict::None); });
  connect(actions_->relabel, &QAction::triggered, reviewer_, &Reviewer::askForLabel);
  connect(actions_->nextToReview, &QAction::triggered, reviewer_, &Reviewer::selectNext);
  connect(actions_->playEvent, &QAction::triggered, this, &EventListController::playSelected);
  connect(actions_->whyNot, &QAction::triggered, this, &EventListController::explainSelected);
  connect(actions_->sendToDataSet, &QAction::triggered, this, [this] {
    selection_->sendToDataSet(
        [this](const EventRow& event) { return clipOf(event, kSoundAroundSeconds); },
        services_.live->history());
  });
  connect(actions_->suggestRules, &QAction::triggered, this, &EventListController::suggest);
  connect(actions_->exportEvents, &QAction::triggered, this, &EventListController::exportAll);
  QUndoStack* undo = reviewer_->undoStack();
  connect(actions_->undo, &QAction::triggered, undo, &QUndoStack::undo);
  connect(actions_->redo, &QAction::triggered, undo, &QUndoStack::redo);
  connect(undo, &QUndoStack::canUndoChanged, actions_->undo, &QAction::setEnabled);
  connect(undo, &QUndoStack::canRedoChanged, actions_->redo, &QAction::setEnabled);
  actions_->undo->setEnabled(false);
  actions_->redo->setEnabled(false);
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
  if (const FileRecord* file = services_.files->find(event.fileId)) clip.channel = file->channel;
  // Sound of an earlier stream is no more; its recording may be.
  const auto& history = services_.live->history();
  const double start = std::max(0.0, event.onsetSeconds - aroundSeconds);
  if (event.file.empty() && event.stream == services_.live->stream() && history &&
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
    return services_.playback->playFile(clip.file, clip.startSeconds, clip.endSeconds);
  const bool held = clip.endSeconds > 0.0 && services_.live->history();
  AudioHistory::Segment sound =
      held ? services_.live->history()->segment(clip.startSeconds, clip.endSeconds)
           : AudioHistory::Segment{};
  if (sound.empty())
    return emit told(
        tr("The audio of this event is no longer available. Turn on the recorder to save the audio "
           "of events."));
  services_.playback->playStretch(std::move(sound.samples), sound.sampleRate, sound.startSeconds);
}

// ---- Explaining
// ------------------------------------------------------------------------------------

void EventListController::explainSelected() {
  const std::vector<EventRow> events = selection_->eventsOrMessage();
  if (events.empty()) return;
  const EventRow& event = events.front();
  if (!event.file.empty() || event.stream != services_.live->stream()) {
    emit told(
        tr("Scores are available for the last ten minutes of listening. Scores of a file are drawn "
           "below its spectrogram."));
    return;
  }
  explain(event.onsetSeconds + event.seconds / 2.0, event.clock.toString(u"HH:mm:ss"));
}

void EventListController::explain(double streamSeconds, const QString& when) {
  const auto explanations =
      services_.monitor->record().explain(services_.live->eventSettings(), streamSeconds);
  auto* dialog = new WhyDialog(explanations, labelTexts_, hidden_, when, window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

// ---- Data sets and thresholds
// ----------------------------------------------------------------------

void EventListController::sendToDataSet(std::vector<ClipSource> clips) {
  askToSendClips(window_, std::move(clips), services_.live->history(),
                 [this](const QString& sentence) { emit told(sentence); });
}

void EventListController::suggest() {
  const std::vector<ClassRule> rules = services_.live->eventSettings().rules;
  if (rules.empty()) {
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
  services_.store->read(this, collect, [this, reviewed, rules] {
    auto* dialog = new SuggestionsDialog(suggestRules(*reviewed, rules), labelTexts_, window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { emit rulesChosen(dialog->chosen()); });
    dialog->open();
  });
}

void EventListController::exportAll() {
  std::vector<ExportedEvent> events;
  bool hasFiles = false;
  for (int row = model_->rowCount() - 1; row >= 0; --row) {
    const EventRow& event = model_->eventAt(row);
    ExportedEvent& out = events.emplace_back(exportedEvent(storedEvent(event)));
    const FileRecord* file = services_.files->find(event.fileId);
    if (file == nullptr) continue;
    hasFiles = true;
    out.sourceSeconds = file->seconds;
    out.sourceRate = file->sampleRate;
    if (file->start.start) out.sourceStart = file->start.start->time;
  }
  if (events.empty()) return emit told(tr("There are no events to export yet."));
  // Files without events count, too, where times run on from file to file.
  std::vector<ExportedFile> files;
  for (const FileRecord& file : services_.files->files())
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
  askWhereToExport(window_, write);
}

}  // namespace earwitness::gui
