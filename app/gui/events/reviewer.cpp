// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/events/reviewer.h"

#include <QComboBox>
#include <QCompleter>
#include <QInputDialog>
#include <QItemSelectionModel>
#include <QTableView>
#include <algorithm>

#include "app/gui/base/shown_label.h"
#include "app/gui/services/event_store_worker.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/widgets/selected_rows.h"

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

Reviewer::Reviewer(EventTableModel* model, QTableView* table, EventStoreWorker* store,
                   QObject* parent)
    : QObject(parent), model_(model), table_(table), store_(store) {}

std::vector<int> Reviewer::selectedRows() const {
  std::vector<int> rows = gui::selectedRows(*table_->selectionModel());
  if (rows.empty() && table_->currentIndex().isValid())
    rows.push_back(table_->currentIndex().row());
  return rows;
}

void Reviewer::judge(Verdict verdict, const std::string& correctedLabel) {
  const std::vector<int> rows = selectedRows();
  if (rows.empty()) {
    emit told(tr("Select an event in the list first."));
    return;
  }
  std::vector<Command::Change> changes;
  for (const int row : rows) {
    const EventRow& event = model_->eventAt(row);
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
  if (rows.size() == 1) selectNext();
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
  const std::vector<int> rows = selectedRows();
  const int after = rows.empty() ? -1 : rows.back();
  for (int row = after + 1; row < model_->rowCount(); ++row) {
    if (model_->eventAt(row).verdict != Verdict::None) continue;
    table_->selectRow(row);
    table_->scrollTo(model_->index(row, 0));
    return;
  }
  emit told(tr("All older events have a review."));
}

void Reviewer::askForLabel() {
  const std::vector<int> rows = selectedRows();
  if (rows.empty()) {
    emit told(tr("Select an event in the list first."));
    return;
  }
  QStringList names;
  for (const std::string& label : labels_) names.append(shownLabel(label));
  names.sort(Qt::CaseInsensitive);
  auto* dialog = new QInputDialog(table_->window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Change label"));
  dialog->setLabelText(rows.size() == 1
                           ? tr("What was it, if not %1?").arg(model_->eventAt(rows[0]).label)
                           : tr("What were these %n events?", nullptr, int(rows.size())));
  dialog->setComboBoxItems(names);
  dialog->setComboBoxEditable(true);
  if (auto* combo = dialog->findChild<QComboBox*>()) {
    combo->completer()->setFilterMode(Qt::MatchContains);
    combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    combo->setCurrentText({});
  }
  connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
    const QString name = text.trimmed();
    if (name.isEmpty()) return;
    const auto known = std::find_if(labels_.begin(), labels_.end(), [&](const std::string& label) {
      return isCalled(label, name);
    });
    judge(Verdict::Relabelled, known != labels_.end() ? *known : name.toStdString());
  });
  dialog->open();
}

}  // namespace earwitness::gui
