// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <thread>

#include <nlohmann/json.hpp>

#include "app/gui/base/theme.h"
#include "app/gui/history/history_model.h"
#include "app/gui/history/history_page.h"
#include "app/gui/history/history_plot.h"
#include "app/gui/services/event_store_worker.h"
#include "app/gui/widgets/banner.h"
#include "core/base/atomic_file.h"
#include "core/monitoring/event_store.h"

using namespace earwitness;
using namespace earwitness::gui;
namespace fs = std::filesystem;

namespace {

QDateTime at(int day, int hour) {
  return {QDate(2026, 3, day), QTime(hour, 30)};
}

StoredEvent live(const std::string& label, const QDateTime& onset, float score = 0.9F) {
  StoredEvent event;
  event.source = "USB microphone";
  event.onsetUtcMs = onset.toMSecsSinceEpoch();
  event.offsetSeconds = 1.5;
  event.label = label;
  event.peakScore = score;
  event.modelName = "Test model";
  event.modelFingerprint = "test";
  return event;
}

/// Twelve days with some of everything.
void fill(const fs::path& file) {
  EventStore store(file);
  for (int day = 1; day <= 12; ++day) {
    for (int hour = 6; hour < 6 + day; ++hour) store.put(live("siren", at(day, hour), 0.6F));
    for (int i = 0; i < day % 5; ++i) store.put(live("dog_bark", at(day, 20), 0.8F));
    if (day % 3 == 0) store.put(live("Глухой удар", at(day, 21)));
  }
  for (const char* label : {"engine", "rain", "speech", "clock"})
    store.put(live(label, at(12, 22)));
  StoredEvent recorded = live("siren", at(12, 23));
  recorded.clip = "/music/siren.flac";
  store.put(recorded);
  StoredEvent file1 = live("siren", at(5, 12));
  file1.live = false;
  file1.source = "/sounds/street.wav";
  file1.onsetSeconds = 61.0;
  file1.offsetSeconds = 62.0;
  store.put(file1);
}

}  // namespace

class TestHistoryPage : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    store_ = fs::path(directory_.path().toStdString()) / QTest::currentTestFunction() / "e.sqlite";
    fill(store_);
    total_ = int(EventStore(store_).count({}));
    open(store_);
    page_->resize(1100, 700);
    page_->show();
    page_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page_.get()));
    QTRY_COMPARE(rows(), total_);
  }
  void cleanup() {
    page_.reset();
    worker_.reset();
  }

  void showsWhatIsStored() {
    QCOMPARE(child<QLabel>("historyCount")->text(), QString("%1 events").arg(total_));
    QCOMPARE(cell(0, EventColumn::DateAndTime), QString("2026-03-12 23:30:00"));
    QCOMPARE(cell(0, EventColumn::Class), QString("Siren"));
    QCOMPARE(cell(0, EventColumn::Clip), QString("Recorded"));
    QCOMPARE(child<HistoryPlot>("historyPlot")->bars(), 12);
    QVERIFY(!child<QPushButton>("historyShowAll")->isVisible());
    const auto widgets = page_->findChildren<QWidget*>();
    for (const QWidget* widget : widgets)
      if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
          qobject_cast<const QAbstractItemView*>(widget) != nullptr)
        QVERIFY(!widget->accessibleName().isEmpty());
  }

  void theSearchNarrows() {
    auto* search = child<QLineEdit>("historySearch");
    search->setText(QStringLiteral("УДАР"));
    QTRY_COMPARE(rows(), 4);
    QTRY_COMPARE(child<HistoryPlot>("historyPlot")->bars(), 4);
    search->clear();
    QTest::keyClicks(search, "street");
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(cell(0, EventColumn::SourceAndPosition), QString("street.wav at 1:01.0"));
    QTest::mouseClick(child<QPushButton>("historyShowAll"), Qt::LeftButton);
    QTRY_COMPARE(rows(), total_);
    QVERIFY(search->text().isEmpty());
  }

  void choicesNarrow() {
    choose("historyOrigin", 2);
    QTRY_COMPARE(rows(), 1);
    choose("historyOrigin", 0);
    auto* labels = child<QComboBox>("historyLabel");
    QCOMPARE(labels->itemText(1), QString("Siren (80)"));
    choose("historyLabel", labels->findData("rain"));
    QTRY_COMPARE(rows(), 1);
    choose("historyVerdict", 2);
    QTRY_COMPARE(rows(), 0);
    QVERIFY(child<QPushButton>("historyShowAll")->isVisible());
  }

  void countsAreThoseOfTheStore() {
    auto* plot = child<HistoryPlot>("historyPlot");
    const auto counts = EventStore(store_).countsPer(CountStep::Day, {});
    int bar = -1;
    int64_t start = 0;
    std::vector<int64_t> totals;
    for (const EventCount& count : counts) {
      if (bar < 0 || count.startUtcMs != start) {
        totals.push_back(0);
        ++bar;
      }
      start = count.startUtcMs;
      totals.back() += count.count;
    }
    QCOMPARE(plot->bars(), int(totals.size()));
    for (int i = 0; i < plot->bars(); ++i) QCOMPARE(plot->countAt(i), totals[size_t(i)]);
    // Seven sounds: four by name, the rest together.
    QCOMPARE(plot->series().size(), 5);
    QCOMPARE(plot->series()[0], QString("Siren"));
  }

  void aBarNarrowsToItsDayAndThenItsHour() {
    auto* plot = child<HistoryPlot>("historyPlot");
    const auto day = int(plot->countAt(9));
    // Laid out with its first paint.
    QTRY_VERIFY(plot->centreOf(9).x() > plot->centreOf(8).x() + 20);
    QWidget* drawn = plot->findChildren<QWidget*>(Qt::FindDirectChildrenOnly).constFirst();
    QTest::mouseClick(drawn, Qt::LeftButton, {}, drawn->mapFrom(plot, plot->centreOf(9)));
    QTRY_COMPARE(rows(), day);
    QTRY_COMPARE(plot->bars(), 10);  // hours that have events
    for (int row = 0; row < rows(); ++row)
      QVERIFY(cell(row, EventColumn::DateAndTime).startsWith("2026-03-10"));
    plot->setFocus();
    QTest::keyClick(plot, Qt::Key_Home);
    QTest::keyClick(plot, Qt::Key_Right);
    QTest::keyClick(plot, Qt::Key_Return);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(cell(0, EventColumn::DateAndTime), QString("2026-03-10 07:30:00"));
  }

  void reviewsPersist() {
    select(0);
    QTest::keyClick(table(), Qt::Key_Y);
    QTRY_COMPARE(cell(0, EventColumn::Review), QString("✓ correct"));
    QTRY_COMPARE(table()->currentIndex().row(), 1);  // the next one
    QTest::keyClick(table(), Qt::Key_N);
    QTRY_COMPARE(cell(1, EventColumn::Review), QString("✗ wrong"));
    QTRY_COMPARE(table()->currentIndex().row(), 2);
    QTest::keyClick(table(), Qt::Key_L);
    auto* dialog = page_->findChild<QInputDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->setTextValue("doorbell");
    dialog->accept();
    page_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page_.get()));
    QTRY_COMPARE(cell(2, EventColumn::Class), QString("Doorbell"));
    QVERIFY(cell(2, EventColumn::Review).startsWith("was "));
    const auto events = EventStore(store_).query({.limit = 3});
    QCOMPARE(events[0].verdict, Verdict::Right);
    QCOMPARE(events[1].verdict, Verdict::Wrong);
    QCOMPARE(events[2].correctedLabel, std::string("doorbell"));
    select(0);
    QTest::keyClick(table(), Qt::Key_U);
    QTRY_COMPARE(cell(0, EventColumn::Review), QString());
  }

  void typingInTheSearchReviewsNothing() {
    select(0);
    QTest::keyClicks(child<QLineEdit>("historySearch"), "yn");
    QTRY_COMPARE(rows(), 0);
    EventQuery reviewed;
    reviewed.verdict = Verdict::None;
    QCOMPARE(EventStore(store_).count(reviewed), int64_t(total_));
  }

  void deletedEventsComeBack() {
    const QString sound = cell(1, EventColumn::Class);
    select(0);
    table()->selectionModel()->select(table()->model()->index(1, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_COMPARE(rows(), total_ - 2);
    QCOMPARE(EventStore(store_).count({}), int64_t(total_ - 2));
    auto* undo = child<QPushButton>("historyUndo");
    QVERIFY(undo->isVisible());
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_COMPARE(rows(), total_);
    QVERIFY(!undo->isVisible());
    QCOMPARE(cell(0, EventColumn::Clip), QString("Recorded"));
    QCOMPARE(cell(1, EventColumn::Class), sound);
  }

  void whatIsShownIsExported() {
    QTest::keyClicks(child<QLineEdit>("historySearch"), "dog");
    QTRY_VERIFY(rows() > 0 && rows() < total_);
    for (const char* ending : {".csv", ".jsonl", ".txt", ".selections.txt"}) {
      const fs::path file = store_.parent_path() / (std::string("out") + ending);
      page_->exportTo(QString::fromStdString(file.string()), exportFormatOf(file).value());
      QTRY_VERIFY(child<QLabel>("historyCount")->toolTip().contains(file.c_str()));
      const std::string text = readFile(file);
      const bool hasHeader = file.extension() == ".csv" || std::string(ending).size() > 6;
      QCOMPARE(int(std::count(text.begin(), text.end(), '\n')), rows() + int(hasHeader));
    }
    std::ifstream lines(store_.parent_path() / "out.jsonl");
    std::string line;
    QVERIFY(std::getline(lines, line));
    const auto first = nlohmann::json::parse(line);
    QCOMPARE(first.at("label").get<std::string>(), std::string("dog_bark"));
    QCOMPARE(first.at("start").get<std::string>(),
             at(1, 20).toUTC().toString(Qt::ISODateWithMs).toStdString());
  }

  void aLongHistoryIsExportedInTheOrderOfTime() {
    {
      EventStore store(store_);
      for (int i = 0; i < 4500; ++i) store.put(live("rain", at(13, 1).addSecs(i / 3)));
    }
    const fs::path file = store_.parent_path() / "long.jsonl";
    page_->exportTo(QString::fromStdString(file.string()), ExportFormat::JsonLines);
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("historyCount")->toolTip().contains(file.c_str()),
                             20'000);
    std::ifstream lines(file);
    std::string line;
    std::string before;
    int count = 0;
    for (; std::getline(lines, line); ++count) {
      const auto start = nlohmann::json::parse(line).at("start");
      if (!start.is_string()) continue;  // of a file: the position in it
      QVERIFY(before <= start.get<std::string>());
      before = start.get<std::string>();
    }
    QCOMPARE(count, total_ + 4500);
  }

  void anExportThatFailsIsTold() {
    page_->exportTo("/nowhere/at/all.csv", ExportFormat::Csv);
    QTRY_VERIFY(page_->findChild<Banner*>()->text().contains("all.csv"));
    EventStore(store_).put(live("rain", at(13, 1)));
    page_->refresh();
    QTRY_COMPARE(rows(), total_ + 1);
    QVERIFY(page_->findChild<Banner*>()->text().contains("all.csv"));
  }

  // The page follows the store by itself.
  void whatIsStoredLiveAppears() {
    std::thread([access = worker_->access()] {
      access([](EventStore& store) {
        store.put(live("rain", at(13, 1)));
        store.commit();
      });
    }).join();
    QTRY_COMPARE(rows(), total_ + 1);
    QCOMPARE(cell(0, EventColumn::Class), QString("Rain"));
  }

  void newEventsAppear() {
    select(2);
    const QString selected = cell(2, EventColumn::DateAndTime);
    EventStore(store_).put(live("rain", at(13, 1)));
    page_->refresh();
    QTRY_COMPARE(rows(), total_ + 1);
    QCOMPARE(cell(0, EventColumn::Class), QString("Rain"));
    const auto rowsSelected = table()->selectionModel()->selectedRows();
    QCOMPARE(rowsSelected.size(), 1);
    QCOMPARE(rowsSelected[0].row(), 3);
    QCOMPARE(cell(3, EventColumn::DateAndTime), selected);
  }

  void pagesFollowAsTheListIsScrolled() {
    {
      EventStore store(store_);
      for (int i = 0; i < 1200; ++i) store.put(live("rain", at(13, 1).addSecs(i)));
    }
    open(store_);
    page_->resize(900, 600);
    page_->show();
    QTRY_COMPARE(rows(), HistoryModel::kPageRows);
    for (int pages = 2; pages <= 3; ++pages) {
      table()->scrollToBottom();
      table()->model()->fetchMore({});
      QTRY_COMPARE_WITH_TIMEOUT(rows(), std::min(total_ + 1200, pages * HistoryModel::kPageRows),
                                20'000);
    }
  }

  void clipsAndFilesAreAskedFor() {
    QSignalSpy clips(page_.get(), &HistoryPage::playClip);
    QSignalSpy files(page_.get(), &HistoryPage::showFile);
    select(0);
    QTest::keyClick(table(), Qt::Key_P);
    QCOMPARE(clips.size(), 1);
    QCOMPARE(clips[0][0].toString(), QString("/music/siren.flac"));
    choose("historyOrigin", 2);
    QTRY_COMPARE(rows(), 1);
    select(0);
    QTest::keyClick(table(), Qt::Key_P);
    QCOMPARE(clips.size(), 1);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(files.size(), 1);
    QCOMPARE(files[0][0].toString(), QString("/sounds/street.wav"));
    QCOMPARE(files[0][1].toDouble(), 61.0);
  }

  /// What the list of the main window offers is offered here.
  void theMenuIsThatOfEveryList() {
    select(0);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.startsWith("2026-03-12 23:30:00\tSiren\t"), qPrintable(copied));
    emit table()->customContextMenuRequested({-100, -100});  // as the menu key does out of view
    auto* menu = table()->findChild<QMenu*>();
    QVERIFY(menu != nullptr);
    QStringList texts;
    for (const QAction* action : menu->actions())
      if (!action->isSeparator()) texts.append(action->text().remove(u'&'));
    menu->close();
    QCOMPARE(texts, QStringList({"Play event", "Show file", "Correct", "Wrong", "Change label…",
                                 "Clear review", "Teach…", "Send to data set…", "Copy",
                                 "Show in its folder", "Remove from history"}));
    table()->clearSelection();
    emit table()->customContextMenuRequested({});
    QTRY_VERIFY(table()->findChild<QMenu*>() == nullptr);
  }

  void withoutAStoreThereIsNoneMade() {
    const fs::path nowhere = store_.parent_path() / "none" / "e.sqlite";
    open(nowhere);
    page_->show();
    QTRY_COMPARE(child<QLabel>("historyCount")->text(), QString("0 events"));
    QVERIFY(!fs::exists(nowhere));
    QVERIFY(page_->findChild<Banner*>()->text().isEmpty());
  }

  void aDamagedStoreIsToldInWords() {
    const fs::path damaged = store_.parent_path() / "damaged.sqlite";
    writeFileAtomically(damaged, std::string(8000, 'x'));
    open(damaged);
    page_->show();
    QTRY_VERIFY(page_->findChild<Banner*>()->text().contains("damaged.sqlite"));
  }

  void barsHaveTheThemesColours() {
    const QString folder = qEnvironmentVariable("EARWITNESS_PICTURES");
    for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
      Theme theme;
      theme.setChoice(choice);
      QTRY_COMPARE(isDark(page_->palette()), choice == Theme::Choice::Dark);
      const QColor colour = themeColours(page_->palette()).series[0];
      QImage picture;
      const auto holdsColour = [&] {
        picture = page_->grab().toImage();
        for (int y = 0; y < picture.height(); ++y)
          for (int x = 0; x < picture.width(); ++x)
            if (picture.pixelColor(x, y) == colour) return true;
        return false;
      };
      QTRY_VERIFY(holdsColour());
      const QString name = choice == Theme::Choice::Dark ? "dark" : "light";
      if (!folder.isEmpty()) picture.save(folder + "/history-" + name + ".png");
    }
  }

 private:
  template <typename T>
  T* child(const char* name) const {
    return page_->findChild<T*>(QString::fromLatin1(name));
  }
  QTableView* table() const { return child<QTableView>("historyTable"); }
  void open(const fs::path& store) {
    page_.reset();
    worker_ = std::make_unique<EventStoreWorker>(store);
    page_ = std::make_unique<HistoryPage>(worker_.get());
  }
  int rows() const { return table()->model()->rowCount(); }
  QString cell(int row, EventColumn column) const {
    const auto* events = static_cast<const HistoryModel*>(table()->model());
    return events->index(row, events->indexOf(column)).data().toString();
  }
  void select(int row) const {
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(row, 0));
  }
  void choose(const char* combo, int index) const {
    child<QComboBox>(combo)->setCurrentIndex(index);
  }

  QTemporaryDir directory_;
  fs::path store_;
  int total_ = 0;
  std::unique_ptr<EventStoreWorker> worker_;
  std::unique_ptr<HistoryPage> page_;
};

int main(int argc, char** argv) {
  QStandardPaths::setTestModeEnabled(true);
  QApplication application(argc, argv);
  QApplication::setOrganizationName(QStringLiteral("earwitness-test-history"));
  const Theme theme;
  TestHistoryPage test;
  return QTest::qExec(&test, argc, argv);
}

#include "test_history_page.moc"
