// SPDX-License-Identifier: GPL-3.0-or-later
// Reviewing events in the list, sending their sound to a data set, and the thresholds that come
// out.
#include <QInputDialog>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QUndoStack>
#include <QtTest>

#include "app/gui/base/actions.h"
#include "app/gui/events/reviewer.h"
#include "app/gui/events/suggestions_dialog.h"
#include "app/gui/services/clip_sender.h"
#include "app/gui/services/event_store_worker.h"
#include "app/gui/sound_view/event_selection.h"
#include "app/gui/sound_view/event_table_model.h"
#include "core/audio/audio_file.h"
#include "tests/gui/gui_test_support.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;
namespace fs = std::filesystem;

class TestReview : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    model_ = std::make_unique<EventTableModel>();
    table_ = std::make_unique<QTableView>();
    table_->setModel(model_.get());
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    store_ = std::make_unique<EventStoreWorker>(path("events.sqlite"));
    selection_ = std::make_unique<EventSelection>(table_.get(), model_.get(), actions_);
    reviewer_ = std::make_unique<Reviewer>(model_.get(), selection_.get(), store_.get());
    reviewer_->setLabels({"dog", "siren", "clock_alarm"});
    for (int id = 1; id <= 3; ++id) put(id);
  }
  void cleanup() {
    reviewer_.reset();
    selection_.reset();
    store_.reset();
    table_.reset();
  }

  void aVerdictIsShownKeptAndLeadsOn() {
    const qint64 rowId = storeRow(3);
    table_->selectRow(0);
    reviewer_->judge(Verdict::Right);
    QCOMPARE(model_->eventAt(0).verdict, Verdict::Right);
    QVERIFY(reviewText(0).contains("correct"));
    QCOMPARE(table_->currentIndex().row(), 1);
    QTRY_COMPARE(storedVerdict(rowId), Verdict::Right);
  }

  void aVerdictIsUndoneAndDoneAgain() {
    const qint64 rowId = storeRow(3);
    table_->selectRow(0);
    reviewer_->judge(Verdict::Wrong);
    QTRY_COMPARE(storedVerdict(rowId), Verdict::Wrong);
    reviewer_->undoStack()->undo();
    QCOMPARE(model_->eventAt(0).verdict, Verdict::None);
    QTRY_COMPARE(storedVerdict(rowId), Verdict::None);
    reviewer_->undoStack()->redo();
    QTRY_COMPARE(storedVerdict(rowId), Verdict::Wrong);
  }

  void aVerdictWaitsForItsRow() {
    table_->selectRow(0);
    reviewer_->judge(Verdict::Wrong);
    const qint64 rowId = storeRow(3);
    QTRY_COMPARE(storedVerdict(rowId), Verdict::Wrong);
  }

  void anotherLabelIsAskedFor() {
    const qint64 rowId = storeRow(3);
    table_->show();
    table_->selectRow(0);
    reviewer_->askForLabel();
    auto* dialog = table_->findChild<QInputDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->setTextValue("clock alarm");
    dialog->accept();
    QCOMPARE(model_->eventAt(0).verdict, Verdict::Relabelled);
    QCOMPARE(model_->eventAt(0).correctedLabel, std::string("clock_alarm"));
    QTRY_COMPARE(storedVerdict(rowId), Verdict::Relabelled);
  }

  void itsOwnLabelIsRight() {
    table_->selectRow(0);
    reviewer_->judge(Verdict::Relabelled, "dog");
    QCOMPARE(model_->eventAt(0).verdict, Verdict::Right);
  }

  void aReviewIsClearedAndTheSelectionStays() {
    const qint64 rowId = storeRow(3);
    table_->selectRow(0);
    reviewer_->judge(Verdict::Wrong);
    table_->selectRow(0);
    reviewer_->judge(Verdict::None);
    QCOMPARE(model_->eventAt(0).verdict, Verdict::None);
    QCOMPARE(table_->currentIndex().row(), 0);
    QTRY_COMPARE(storedVerdict(rowId), Verdict::None);
    reviewer_->undoStack()->undo();
    QCOMPARE(model_->eventAt(0).verdict, Verdict::Wrong);
  }

  void severalAreJudgedAtOnce() {
    table_->selectAll();
    reviewer_->judge(Verdict::Wrong);
    for (int row = 0; row < 3; ++row) QCOMPARE(model_->eventAt(row).verdict, Verdict::Wrong);
    reviewer_->undoStack()->undo();
    for (int row = 0; row < 3; ++row) QCOMPARE(model_->eventAt(row).verdict, Verdict::None);
  }

  void nothingSelectedIsSaid() {
    QSignalSpy told(selection_.get(), &EventSelection::told);
    table_->clearSelection();
    table_->setCurrentIndex({});
    reviewer_->judge(Verdict::Right);
    QCOMPARE(told.size(), 1);
  }

  void clipsAreWrittenIntoTheirClasses() {
    writeWav(path("long.wav"), sine(500.0, 4.0, 16000.0));
    auto history = std::make_shared<AudioHistory>(60.0);
    history->begin(16000.0, 10.0);
    history->push(sine(700.0, 3.0, 16000.0));
    const std::vector<ClipSource> sources{
        {.label = "dog", .file = path("long.wav"), .startSeconds = 1.0, .endSeconds = 2.5},
        {.label = "a/b", .file = {}, .startSeconds = 10.5, .endSeconds = 12.0},
        {.label = "gone", .file = {}, .startSeconds = 1.0, .endSeconds = 2.0}};
    const SentClips sent = sendClips(sources, path("set"), history);
    QVERIFY(sent.problem.empty());
    QCOMPARE(sent.written, 2);
    QCOMPARE(sent.forgotten, 1);
    QVERIFY(std::abs(secondsOfOnlyFile(path("set") / "dog") - 1.5) < 0.01);
    QVERIFY(std::abs(secondsOfOnlyFile(path("set") / "a_b") - 1.5) < 0.01);
    // The same clip again is the same file.
    QCOMPARE(sendClips({sources[0]}, path("set"), history).written, 1);
    QVERIFY(secondsOfOnlyFile(path("set") / "dog") > 0.0);
  }

  void aClipThatCannotBeReadIsSaid() {
    const SentClips sent =
        sendClips({{.label = "dog", .file = path("not there.wav")}}, path("set"), nullptr);
    QCOMPARE(sent.written, 0);
    QVERIFY2(sent.problem.english().find("not there.wav") != std::string::npos,
             sent.problem.english().c_str());
  }

  void suggestionsAreTakenOneByOne() {
    std::vector<ReviewedEvent> reviewed;
    for (const float score : {0.8F, 0.85F, 0.9F})
      reviewed.push_back({.label = 0, .peakScore = score, .seconds = 1.0, .right = true});
    for (const float score : {0.55F, 0.6F})
      reviewed.push_back({.label = 0, .peakScore = score, .seconds = 1.0, .right = false});
    auto suggestions = suggestRules(reviewed, std::vector<ClassRule>(2));
    QCOMPARE(suggestions.size(), size_t(1));
    QVERIFY(suggestions[0].suggested.onThreshold > 0.6F);
    QVERIFY(suggestions[0].suggested.onThreshold <= 0.8F);
    SuggestionsDialog dialog(suggestions, {"Dog", "Siren"});
    QCOMPARE(dialog.chosen().size(), size_t(1));
    auto* table = dialog.findChild<QTableWidget*>("suggestionsTable");
    QVERIFY(table->item(0, 0)->text() == "Dog");
    table->item(0, 0)->setCheckState(Qt::Unchecked);
    QVERIFY(dialog.chosen().empty());
  }

 private:
  fs::path path(const char* name) const { return folder_->path().toStdString() + "/" + name; }

  void put(qint64 id) {
    EventRow event;
    event.stream = 1;
    event.id = id;
    event.labelName = "dog";
    event.label = "Dog";
    event.seconds = 1.0;
    model_->put(event);
  }
  /// Gives an event of the list its row in the store, as the desk does.
  qint64 storeRow(qint64 eventId) {
    qint64 rowId = 0;
    bool done = false;
    store_->write(
        this,
        [&rowId](EventStore& store) {
          StoredEvent row;
          row.label = "dog";
          row.offsetSeconds = 1.0;
          rowId = store.put(row);
        },
        [&done] { done = true; });
    [&] { QTRY_VERIFY(done); }();
    reviewer_->eventStored(1, eventId, rowId);
    return rowId;
  }
  Verdict storedVerdict(qint64 rowId) {
    Verdict verdict = Verdict::None;
    bool done = false;
    store_->read(
        this,
        [&verdict, rowId](const EventStore& store) {
          if (const auto row = store.find(rowId)) verdict = row->verdict;
          return false;
        },
        [&done] { done = true; });
    [&] { QTRY_VERIFY(done); }();
    return verdict;
  }
  QString reviewText(int row) const {
    return model_->index(row, model_->indexOf(EventColumn::Review)).data().toString();
  }
  static double secondsOfOnlyFile(const fs::path& folder) {
    double seconds = 0.0;
    int files = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
      seconds = AudioFileReader(entry.path()).seconds();
      ++files;
    }
    return files == 1 ? seconds : -1.0;
  }

  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<EventTableModel> model_;
  std::unique_ptr<QTableView> table_;
  std::unique_ptr<EventStoreWorker> store_;
  EventActions actions_{this};
  std::unique_ptr<EventSelection> selection_;
  std::unique_ptr<Reviewer> reviewer_;
};

QTEST_MAIN(TestReview)
#include "test_review.moc"
