// SPDX-License-Identifier: GPL-3.0-or-later
// What the lists of events have in common: rows, columns, and what is done with those selected.
#include <QAction>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>
#include <utility>

#include "app/gui/base/actions.h"
#include "app/gui/history/history_model.h"
#include "app/gui/sound_view/event_selection.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/widgets/table_style.h"
#include "tests/gui/gui_test_support.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;
namespace fs = std::filesystem;

namespace {

EventRow liveRow(qint64 id) {
  EventRow row;
  row.stream = 1;
  row.id = id;
  row.labelName = "dog_bark";
  row.clock = QDateTime(QDate(2026, 3, 12), QTime(23, 30, 1));
  row.onsetSeconds = 61.0;
  row.seconds = 1.5;
  row.score = 0.8F;
  row.meanScore = 0.6F;
  row.source = "USB microphone";
  row.rowId = 7;
  row.clip = "/clips/dog.wav";
  row.modelName = "Test model";
  row.modelFingerprint = "abc";
  row.highHz = 8000.0F;
  return row;
}

EventRow fileRow() {
  EventRow row = liveRow(2);
  row.analysed = std::exchange(row.clock, QDateTime());
  row.file = "/sounds/street.wav";
  row.source = "street.wav";
  row.clip.clear();
  return row;
}

QString cell(const EventRowModel& model, EventColumn column, int role = Qt::DisplayRole) {
  return model.index(0, model.indexOf(column)).data(role).toString();
}

}  // namespace

class TestEventLists : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    isolateSettings(folder_);
    model_ = std::make_unique<EventTableModel>();
    table_ = std::make_unique<QTableView>();
    table_->setModel(model_.get());
    styleTable(*table_);
    actions_ = std::make_unique<EventActions>(table_.get());
    connect(actions_->playEvent, &QAction::triggered, this, [this] { ++played_; });
    selection_ = std::make_unique<EventSelection>(table_.get(), model_.get(), *actions_);
    played_ = 0;
    for (int id = 1; id <= 3; ++id) model_->put(liveRow(id));
  }
  void cleanup() {
    selection_.reset();
    table_.reset();
  }

  /// What the store has of an event comes back from it.
  void rowsAndStoredEventsAreTheSame() {
    for (const EventRow& row : {liveRow(1), fileRow()}) {
      const StoredEvent stored = storedEvent(row);
      QCOMPARE(stored.id, int64_t(7));
      QCOMPARE(stored.live, row.file.empty());
      QCOMPARE(stored.source, row.file.empty() ? "USB microphone" : row.file.string());
      const EventRow again = eventRow(stored);
      QCOMPARE(again.stream, EventRow::kNoStream);
      QCOMPARE(again.clock, row.clock);
      QCOMPARE(again.analysed, row.analysed);
      QCOMPARE(again.labelName, row.labelName);
      QCOMPARE(again.onsetSeconds, row.onsetSeconds);
      QCOMPARE(again.seconds, row.seconds);
      QCOMPARE(again.score, row.score);
      QCOMPARE(again.meanScore, row.meanScore);
      QCOMPARE(again.file, row.file);
      QCOMPARE(again.clip, row.clip);
      QCOMPARE(again.modelName, row.modelName);
      QCOMPARE(again.modelFingerprint, row.modelFingerprint);
      QCOMPARE(again.highHz, row.highHz);
    }
  }

  void savedSoundIsInTheFileOrTheClip() {
    const ClipSource live = savedSound(liveRow(1), 0.5);
    QCOMPARE(live.file, fs::path("/clips/dog.wav"));
    QCOMPARE(live.endSeconds, 0.0);  // all of it
    const ClipSource file = savedSound(fileRow(), 0.5);
    QCOMPARE(file.file, fs::path("/sounds/street.wav"));
    QCOMPARE(file.startSeconds, 60.5);
    QCOMPARE(file.endSeconds, 63.0);
    QCOMPARE(file.label, std::string("dog_bark"));
    EventRow none = liveRow(1);
    none.clip.clear();
    QVERIFY(!none.hasSavedSound() && savedSound(none, 0.5).file.empty());
  }

  void bothListsHaveTheSameWords() {
    HistoryModel history;
    EventTableModel list;
    EventRow row = liveRow(1);
    const auto show = [&] {
      history.setEvents({storedEvent(row)}, 1);
      list.put(row);
      list.setVerdict(0, row.verdict, row.correctedLabel);
    };
    const std::pair<Verdict, QString> reviews[] = {{Verdict::None, {}},
                                                   {Verdict::Right, "✓ correct"},
                                                   {Verdict::Wrong, "✗ wrong"},
                                                   {Verdict::Relabelled, "was Dog bark"}};
    for (const auto& [verdict, text] : reviews) {
      row.verdict = verdict;
      row.correctedLabel = verdict == Verdict::Relabelled ? "siren" : "";
      show();
      for (const EventRowModel* model :
           {static_cast<EventRowModel*>(&history), static_cast<EventRowModel*>(&list)}) {
        QCOMPARE(cell(*model, EventColumn::Review), text);
        QCOMPARE(cell(*model, EventColumn::Class),
                 QString(verdict == Verdict::Relabelled ? "Siren" : "Dog bark"));
        QCOMPARE(cell(*model, EventColumn::Duration), QString("1.5 s"));
        QCOMPARE(cell(*model, EventColumn::Score), QString("80%"));
        QCOMPARE(cell(*model, EventColumn::Class, Qt::ToolTipRole),
                 QString("By the model Test model"));
      }
    }
    QCOMPARE(cell(list, EventColumn::Time), QString("23:30:01"));
    QCOMPARE(cell(history, EventColumn::DateAndTime), QString("2026-03-12 23:30:01"));
    QCOMPARE(list.indexOf(EventColumn::Clip), -1);
    QCOMPARE(cell(history, EventColumn::Clip), QString("Recorded"));
  }

  void eventsOfFilesSayWhereTheyAre() {
    HistoryModel history;
    EventTableModel list;
    history.setEvents({storedEvent(fileRow())}, 1);
    list.put(fileRow());
    QCOMPARE(cell(list, EventColumn::Time), QString("1:01.0"));
    QCOMPARE(cell(list, EventColumn::Source), QString("street.wav"));
    QCOMPARE(cell(history, EventColumn::SourceAndPosition), QString("street.wav at 1:01.0"));
    for (const EventRowModel* model :
         {static_cast<EventRowModel*>(&history), static_cast<EventRowModel*>(&list)})
      QCOMPARE(model->index(0, model->columnCount() - 1).data(Qt::ToolTipRole).toString(),
               QString("/sounds/street.wav"));
    QCOMPARE(cell(history, EventColumn::DateAndTime, Qt::ToolTipRole),
             QString("When the file was analysed"));
  }

  void whatIsSelectedIsMeant() {
    QSignalSpy told(selection_.get(), &EventSelection::told);
    table_->clearSelection();
    QVERIFY(selection_->eventsOrMessage().empty());
    QCOMPARE(told.size(), 1);
    actions_->revealEvent->trigger();
    QCOMPARE(told.size(), 2);
    table_->selectRow(1);
    QCOMPARE(selection_->rows(), std::vector<int>{1});
    QCOMPARE(selection_->eventsOrMessage()[0].id, qint64(2));
    QCOMPARE(told.size(), 2);
  }

  void soundThatWasNotSavedIsSaid() {
    EventRow row = liveRow(4);
    row.clip.clear();
    model_->put(row);
    table_->selectRow(0);
    QSignalSpy told(selection_.get(), &EventSelection::told);
    actions_->revealEvent->trigger();
    QCOMPARE(told.size(), 1);
    QVERIFY(told[0][0].toString().startsWith("There is no file with the audio of this event."));
  }

  void aLabelIsAskedForByItsShownName() {
    table_->selectRow(0);
    std::string chosen;
    const auto answer = [&](const QString& text) {
      chosen.clear();
      selection_->askForLabel({"dog_bark", "clock_alarm"},
                              [&chosen](const std::string& label) { chosen = label; });
      auto* dialog = table_->findChild<QInputDialog*>();
      dialog->setTextValue(text);
      dialog->accept();
      QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
      delete table_->findChild<QInputDialog*>();
    };
    answer("clock alarm");
    QCOMPARE(chosen, std::string("clock_alarm"));
    answer(" Kettle ");
    QCOMPARE(chosen, std::string("Kettle"));
    answer("  ");
    QVERIFY(chosen.empty());
  }

  void wrongEventsAreNotSent() {
    QSignalSpy told(selection_.get(), &EventSelection::told);
    model_->setVerdict(0, Verdict::Wrong, {});
    table_->selectRow(0);
    selection_->sendToDataSet([](const EventRow& event) { return savedSound(event, 0.5); },
                              nullptr);
    QCOMPARE(told.size(), 1);
    QVERIFY(told[0][0].toString().startsWith("This event is marked wrong."));
    QVERIFY(table_->findChild<QFileDialog*>() == nullptr);
    table_->selectAll();
    selection_->sendToDataSet([](const EventRow& event) { return savedSound(event, 0.5); },
                              nullptr);
    auto* dialog = table_->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->reject();
  }

  void aDoubleClickPlaysOrShows() {
    QAction show(QStringLiteral("Show"));
    int shown = 0;
    connect(&show, &QAction::triggered, this, [&shown] { ++shown; });
    selection_ = std::make_unique<EventSelection>(table_.get(), model_.get(), *actions_,
                                                  SpecialEventActions{.afterPlay = {&show}});
    table_->selectRow(0);
    emit table_->doubleClicked(model_->index(0, 0));
    QCOMPARE(played_, 1);
    actions_->playEvent->setEnabled(false);
    emit table_->doubleClicked(model_->index(0, 0));
    QCOMPARE(played_, 1);
    QCOMPARE(shown, 1);
  }

 private:
  QTemporaryDir folder_;
  std::unique_ptr<EventTableModel> model_;
  std::unique_ptr<QTableView> table_;
  std::unique_ptr<EventActions> actions_;
  std::unique_ptr<EventSelection> selection_;
  int played_ = 0;
};

QTEST_MAIN(TestEventLists)
#include "test_event_lists.moc"
