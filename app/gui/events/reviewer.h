// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPair>
#include <QStringList>
#include <QUndoStack>
#include <memory>
#include <string>
#include <vector>

#include "core/monitoring/event_store.h"

namespace earwitness::gui {

class EventSelection;
class EventTableModel;
struct EventRow;
class EventStoreWorker;

/// Right, wrong, another label, none: what the user says of the events that are selected in the
/// list. Goes on to the next event that nobody judged, can be undone, and is kept in the event
/// store; what is judged before its event has a row there is written when it has. Thread: GUI.
class Reviewer : public QObject {
  Q_OBJECT
 public:
  /// `store` null: reviews last as long as the window.
  Reviewer(EventTableModel* model, EventSelection* selection, EventStoreWorker* store,
           QObject* parent = nullptr);

  QUndoStack* undoStack() { return &undo_; }
  /// Labels that relabelling offers.
  void setLabels(std::vector<std::string> labels) { labels_ = std::move(labels); }

  void judge(Verdict verdict, const std::string& correctedLabel = {});
  /// Asks for the label.
  void askForLabel();
  /// Selects the next older event that has no verdict.
  void selectNext();
  /// The event has its row in the store now.
  void eventStored(int stream, qint64 eventId, qint64 rowId);

 signals:
  /// One sentence for the status line.
  void told(const QString& sentence);
  /// The user says that this event was something else, or takes that back.
  void falseAlarmChanged(const earwitness::gui::EventRow& event, bool isFalseAlarm);

 private:
  using EventKey = QPair<int, qint64>;
  struct Judgement {
    Verdict verdict = Verdict::None;
    std::string correctedLabel;
  };
  class Command;

  void apply(const EventRow& event, const Judgement& before, const Judgement& after);
  void write(qint64 rowId, const Judgement& judgement);

  EventTableModel* model_;
  EventSelection* selection_;
  EventStoreWorker* store_;
  std::vector<std::string> labels_;
  QHash<EventKey, Judgement> waiting_;  ///< for their row in the store
  QUndoStack undo_;
};

}  // namespace earwitness::gui
