// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/events/reviewer.h"

#include "app/gui/services/event_store_worker.h"
#include "app/gui/sound_view/event_selection.h"
#include "app/gui/sound_view/event_table_model.h"

namespace earwitness::gui {

/// One judgement of one or several events.
class Reviewer::Command : public QUndoCommand {
 public:
  struct Change {
    EventRow event;  ///< as it was judged: by now the list may have another, or none
    Judgement before;
    Judgement after;
  };
  Command(Reviewer* reviewer, std::vector<Change> changes, const QString& text)
      : QUndoCommand(text), reviewer_(reviewer), changes_(std::move(changes)) {}

  void redo() override {
    for (const Change& change : changes_)
      reviewer_->apply(change.event, change.before, change.after);
  }
  void undo() override {
    for (const Change& change : changes_)
      reviewer_->apply(change.event, change.after, change.before);
  }

 private:
  Reviewer* reviewer_;
  std::vector<Change> changes_;
};

Reviewer::Reviewer(EventTableModel* model, EventSelection* selection, EventStoreWorker* store,
                   QObject* parent)
    : QObject(parent), model_(model), selection_(selection), store_(store) {}

void Reviewer::judge(Verdict verdict, const std::string& correctedLabel) {
  const std::vector<EventRow> events = selection_->eventsOrMessage();
  if (events.empty()) return;
  std::vector<Command::Change> changes;
  for (const EventRow& event : events) {
    Command::Change change;
    change.event = event;
    change.before = {event.verdict, event.correctedLabel};
    change.after = {verdict, correctedLabel};
    // Another label that is its own is no other label.
    if (verdict == Verdict::Relabelled && correctedLabel == event.labelName)
      change.after = {Verdict::Right, {}};
    changes.push_back(std::move(change));
  }
  undo_.push(new Command(this, std::move(changes), tr("review")));
  if (events.size() == 1 && verdict != Verdict::None) selectNext();
}

void Reviewer::apply(const EventRow& event, const Judgement& before, const Judgement& after) {
  if (isFalseAlarm(before.verdict) != isFalseAlarm(after.verdict))
    emit falseAlarmChanged(event, isFalseAlarm(after.verdict));
  const auto row = model_->rowOf(event.stream, event.id);
  if (!row) return;
  model_->setVerdict(*row, after.verdict, after.correctedLabel);
  if (store_ == nullptr) return;
  const qint64 rowId = model_->eventAt(*row).rowId;
  if (rowId == 0)
    waiting_.insert({event.stream, event.id}, after);
  else
    write(rowId, after);
}

void Reviewer::write(qint64 rowId, const Judgement& judgement) {
  store_->write(this, [rowId, judgement](EventStore& store) {
    store.review(rowId, judgement.verdict, judgement.correctedLabel);
  });
}

void Reviewer::eventStored(int stream, qint64 eventId, qint64 rowId) {
  model_->setRowId(stream, eventId, rowId);
  const auto waiting = waiting_.constFind(EventKey(stream, eventId));
  if (waiting == waiting_.constEnd()) return;
  write(rowId, *waiting);
  waiting_.erase(waiting);
}

void Reviewer::selectNext() {
  const std::vector<int> rows = selection_->rows();
  const int after = rows.empty() ? -1 : rows.back();
  for (int row = after + 1; row < model_->rowCount(); ++row) {
    if (model_->eventAt(row).verdict != Verdict::None) continue;
    return selection_->select(row);
  }
  emit told(tr("All older events have a review."));
}

void Reviewer::askForLabel() {
  selection_->askForLabel(labels_,
                          [this](const std::string& label) { judge(Verdict::Relabelled, label); });
}

}  // namespace earwitness::gui
