// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStringListModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QWindow>
#include <QtTest>
#include <thread>

#include "app/gui/base/text_format.h"
#include "app/gui/shell/status_line.h"
#include "app/gui/sound_view/device_combo.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/elided_label.h"
#include "app/gui/widgets/level_meter.h"
#include "app/gui/widgets/selected_rows.h"
#include "app/gui/widgets/sentence_view.h"
#include "app/gui/widgets/table_style.h"
#include "tests/gui/gui_test_support.h"

using namespace earwitness;
using namespace earwitness::gui;

namespace {

EventRow heardEvent(int stream, qint64 id, const QString& label) {
  EventRow heard;
  heard.stream = stream;
  heard.id = id;
  heard.label = label;
  heard.clock = QDateTime(QDate(2024, 5, 1), QTime(12, 0, int(id % 60)));
  heard.seconds = 1.5;
  heard.score = 0.8F;
  heard.open = true;
  heard.source = "Test";
  return heard;
}

QString cell(const EventTableModel& model, int row, EventColumn column) {
  return model.index(row, model.indexOf(column)).data().toString();
}

}  // namespace

class TestWidgets : public QObject {
  Q_OBJECT

 private slots:
  void texts() {
    QCOMPARE(displayLabel("crackling_fire"), QString("Crackling fire"));
    QCOMPARE(displayLabel("Heavy engine (low frequency)"), QString("Heavy engine (low frequency)"));
    QCOMPARE(percentText(0.734F), QString("73%"));
    QCOMPARE(percentText(0.0F), QString("0%"));
    QCOMPARE(percentText(0.001F), QString("<1%"));
    QCOMPARE(percentText(1.4F), QString("100%"));
    QCOMPARE(durationText(0.9), QString("0.9 s"));
    QCOMPARE(durationText(75.0), QString("1 min 15 s"));
    QCOMPARE(durationText(59.99), QString("1 min 00 s"));
  }

  void meterHoldsItsPeakAndLightsItsLamp() {
    LevelMeter meter;
    meter.setLevel({-6.0F, -20.0F, false});
    QCOMPARE(meter.peakDb(), -6.0F);
    QCOMPARE(meter.rmsDb(), -20.0F);
    meter.setLevel({-30.0F, -40.0F, false});
    QCOMPARE(meter.peakDb(), -6.0F);
    QVERIFY(!meter.clipLampLit());
    meter.setLevel({0.0F, -3.0F, true});
    QVERIFY(meter.clipLampLit());
    QTRY_VERIFY((meter.advance(), meter.rmsDb() < -20.0F));
    meter.clear();
    QVERIFY(!meter.clipLampLit());
    QVERIFY(meter.peakDb() < LevelMeter::kLowestDb);
  }

  void tableHasTheNewestFirst() {
    EventTableModel model;
    model.put(heardEvent(1, 1, "Dog"));
    model.put(heardEvent(1, 2, "Siren"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, EventColumn::Class), QString("Siren"));
    QCOMPARE(cell(model, 0, EventColumn::Time), QString("12:00:02"));
    QCOMPARE(cell(model, 0, EventColumn::Duration), QString("in progress"));
    QCOMPARE(cell(model, 0, EventColumn::Score), QString("80%"));
    QCOMPARE(cell(model, 0, EventColumn::Source), QString("Test"));
  }

  void tableUpdatesInPlace() {
    EventTableModel model;
    for (int id = 1; id <= 5; ++id) model.put(heardEvent(1, id, "Dog"));
    QSignalSpy changes(&model, &EventTableModel::dataChanged);
    QSignalSpy rows(&model, &EventTableModel::rowsInserted);
    EventRow longer = heardEvent(1, 2, "Dog");
    longer.seconds = 9.0;
    longer.open = false;
    model.put(longer);
    QCOMPARE(rows.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes[0][0].toModelIndex().row(), 3);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(cell(model, 3, EventColumn::Duration), QString("9.0 s"));
    QVERIFY(!model.eventAt(3).open);
  }

  void streamsDoNotMixTheirIds() {
    EventTableModel model;
    model.put(heardEvent(1, 1, "Dog"));
    model.put(heardEvent(2, 1, "Siren"));
    QCOMPARE(model.rowCount(), 2);
    model.closeStream(1);
    QVERIFY(!model.eventAt(1).open);
    QVERIFY(model.eventAt(0).open);
  }

  void tableIsBounded() {
    EventTableModel model(100);
    for (int id = 1; id <= 250; ++id) model.put(heardEvent(1, id, QString::number(id)));
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(cell(model, 0, EventColumn::Class), QString("250"));
    QCOMPARE(cell(model, 99, EventColumn::Class), QString("151"));
    // A row that is still there is found; one that has gone comes as a new one.
    EventRow there = heardEvent(1, 200, "again");
    model.put(there);
    QCOMPARE(cell(model, 50, EventColumn::Class), QString("again"));
    model.put(heardEvent(1, 1, "late"));
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(cell(model, 0, EventColumn::Class), QString("late"));
  }

  void tableHoldsTenThousandByDefault() {
    EventTableModel model;
    for (int id = 1; id <= 10'100; ++id) model.put(heardEvent(1, id, "x"));
    QCOMPARE(model.rowCount(), 10'000);
  }

  void devicesAreNamedForPeople() {
    QCOMPARE(deviceLabel("HDA Intel PCH: ALC257 Analog (hw:0,0)"),
             QString("HDA Intel PCH: ALC257 Analog"));
    QCOMPARE(deviceLabel("pulse"), QString("PulseAudio"));
  }

  void devicesAreListedAnewWhenOpened() {
    std::vector<AudioDevice> devices{{{"Built-in (hw:0,0)", "ALSA"}, 2, 48000.0, true}};
    DeviceCombo combo([&devices] { return devices; });
    QSignalSpy refreshed(&combo, &DeviceCombo::refreshed);
    combo.refresh();
    QTRY_COMPARE(refreshed.count(), 1);
    QCOMPARE(combo.count(), 2);
    QCOMPARE(combo.itemText(0), QString("System default (Built-in)"));
    QCOMPARE(combo.itemText(1), QString("Built-in"));
    devices.push_back({{"USB microphone (hw:1,0)", "ALSA"}, 1, 44100.0, false});
    combo.showPopup();
    QTRY_COMPARE(refreshed.count(), 2);
    combo.hidePopup();
    QCOMPARE(combo.count(), 3);
    QCOMPARE(combo.currentIndex(), 0);
  }

  void aDeviceThatIsAwayKeepsItsEntry() {
    std::vector<AudioDevice> devices{{{"Built-in (hw:0,0)", "ALSA"}, 2, 48000.0, true}};
    DeviceCombo combo([&devices] { return devices; });
    combo.setWanted({"USB microphone (hw:1,0)", "ALSA"});
    QSignalSpy refreshed(&combo, &DeviceCombo::refreshed);
    combo.refresh();
    QTRY_COMPARE(refreshed.count(), 1);
    QCOMPARE(combo.currentText(), QString("USB microphone (not connected)"));
    devices.push_back({{"USB microphone (hw:1,0)", "ALSA"}, 1, 44100.0, false});
    combo.refresh();
    QTRY_COMPARE(refreshed.count(), 2);
    QCOMPARE(combo.currentText(), QString("USB microphone"));
    QCOMPARE(combo.wanted(), DeviceId({"USB microphone (hw:1,0)", "ALSA"}));
  }

  void twoDevicesOfOneNameAreToldApart() {
    const std::vector<AudioDevice> devices{{{"USB microphone (hw:1,0)", "ALSA"}, 1, 44100.0, false},
                                           {{"USB microphone (hw:2,0)", "ALSA"}, 1, 44100.0, true}};
    DeviceCombo combo([&devices] { return devices; });
    QSignalSpy refreshed(&combo, &DeviceCombo::refreshed);
    combo.refresh();
    QTRY_COMPARE(refreshed.count(), 1);
    QVERIFY(combo.itemText(1) != combo.itemText(2));
  }

  void whatTheComputerPlaysStandsApart() {
    const std::vector<AudioDevice> devices{
        {{"alsa_input.usb", "PulseAudio"}, 1, 48000.0, true, "Yeti", false, {}},
        {{"speaker.monitor", "PulseAudio"}, 2, 48000.0, false, "Computer sound", true, {}}};
    DeviceCombo combo([&devices] { return devices; });
    combo.setWanted({"pulse", "ALSA"});  // as it was saved before
    QSignalSpy refreshed(&combo, &DeviceCombo::refreshed);
    combo.refresh();
    QTRY_COMPARE(refreshed.count(), 1);
    QStringList entries;
    for (int i = 0; i < combo.count(); ++i) entries << combo.itemText(i);
    QCOMPARE(entries, QStringList({"System default (Yeti)", "Microphones", "Yeti",
                                   "Computer audio output", "Computer sound"}));
    QCOMPARE(combo.currentIndex(), 0);
    QSignalSpy chosen(&combo, &DeviceCombo::deviceChosen);
    // The keyboard steps over the headings.
    for (const int expected : {2, 4}) {
      QTest::keyClick(&combo, Qt::Key_Down);
      QCOMPARE(combo.currentIndex(), expected);
    }
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(combo.wanted(), devices[1].id);
    emit combo.activated(3);
    QCOMPARE(combo.wanted(), devices[1].id);
  }

  void theListFollowsThePlugs() {
    std::vector<AudioDevice> devices{{{"one", "PulseAudio"}, 1, 48000.0, true, "One"},
                                     {{"two", "PulseAudio"}, 1, 48000.0, false, "Two"}};
    std::function<void()> changed;
    DeviceCombo combo([&devices] { return devices; });
    combo.watch([&changed](std::function<void()> call) {
      changed = std::move(call);
      return std::make_shared<int>();
    });
    QVERIFY(changed);
    combo.setWanted(devices[1].id);
    QSignalSpy refreshed(&combo, &DeviceCombo::refreshed);
    std::thread(changed).join();
    QTRY_COMPARE(refreshed.count(), 1);
    QCOMPARE(combo.currentText(), QString("Two"));
    devices.pop_back();
    std::thread(changed).join();
    QTRY_COMPARE(combo.currentText(), QString("Two (not connected)"));
    devices.push_back({{"two", "PulseAudio"}, 1, 48000.0, false, "Two"});
    std::thread(changed).join();
    QTRY_COMPARE(combo.currentText(), QString("Two"));
  }

  /// A path has no blanks to break it at; it must not widen the window.
  void aLongPathIsBrokenIntoLines() {
    const QString path = QStringLiteral("/recordings/") + QString(900, u'x') + ".wav";
    QWidget window;
    Banner banner(&window);
    QVBoxLayout layout(&window);
    layout.addWidget(&banner);
    banner.setText(QStringLiteral("The file '%1' cannot be written.").arg(path));
    window.resize(320, 500);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(window.width(), 320);
    QVERIFY(window.minimumSizeHint().width() < 320);
    const auto* text = banner.findChild<SentenceView*>();
    const int line = text->fontMetrics().height();
    const int needed = text->fontMetrics().horizontalAdvance(path) / text->width();
    // More than eight lines are scrolled to.
    QVERIFY2(text->height() >= std::min(needed, 8) * line - line / 2,
             qPrintable(QString::number(text->height())));
    QVERIFY(text->sentence().contains(path));  // and it can be copied as it is
    banner.setText({});
    QVERIFY(!banner.isVisible());
  }

  void aLongMessageIsElidedInTheStatusLine() {
    StatusLine status;
    const QString sentence = QStringLiteral("The file '/%1' is damaged.").arg(QString(500, u'x'));
    status.resize(400, 24);
    status.showMessage(sentence);
    status.show();
    QVERIFY(QTest::qWaitForWindowExposed(&status));
    const auto* shown = status.findChild<ElidedLabel*>("statusMessage");
    QVERIFY(shown != nullptr && shown->isVisible());
    QCOMPARE(shown->text(), sentence);
    QCOMPARE(shown->toolTip(), sentence);
    QVERIFY(shown->width() < 400 && status.minimumSizeHint().width() <= 400);
    // What is wrong comes back after it.
    status.setModelProblem("There is no model.");
    QCOMPARE(shown->text(), sentence);
    status.showMessage("Something else.", 1);
    QTRY_COMPARE(shown->text(), QString("There is no model."));
    QCOMPARE(status.currentMessage(), QString());
  }

  void rowsAreSelectedAndRead() {
    QStringListModel model(QStringList(10, QStringLiteral("row")));
    QTableView view;
    view.setModel(&model);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    QItemSelectionModel& selection = *view.selectionModel();
    QCOMPARE(selectedRows(selection), std::vector<int>{});
    selectRows(selection, {7, 2, 3, 2});
    selectRows(selection, {0});
    QCOMPARE(selectedRows(selection), (std::vector<int>{0, 2, 3, 7}));
  }

  void selectedRowsAreCopied() {
    QStandardItemModel model;
    for (const char* row : {"a", "b", "c"})
      model.appendRow({new QStandardItem(row), new QStandardItem(QString(row) + "\n 2"),
                       new QStandardItem("hidden"), new QStandardItem("4")});
    QTableView table;
    table.setModel(&model);
    styleTable(table);
    table.setColumnHidden(2, true);
    table.horizontalHeader()->moveSection(3, 0);
    table.selectRow(2);
    selectRows(*table.selectionModel(), {0});
    copyAction(table)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("4\ta\ta 2\n4\tc\tc 2"));
    QCOMPARE(copyAction(table)->shortcut(), QKeySequence(QKeySequence::Copy));
    table.clearSelection();
    QCOMPARE(rowsAsText(table), QString());
  }

  void rowsBelowRowsAreCopiedInOrder() {
    QTreeWidget tree;
    tree.setColumnCount(2);
    auto* first = new QTreeWidgetItem(&tree, {"first", "1"});
    auto* below = new QTreeWidgetItem(first, {"below", "2"});
    auto* last = new QTreeWidgetItem(&tree, {"last", "3"});
    styleTable(tree);
    tree.setSelectionMode(QAbstractItemView::ExtendedSelection);
    tree.expandAll();
    for (QTreeWidgetItem* item : {last, below}) item->setSelected(true);
    QCOMPARE(rowsAsText(tree), QString("below\t2\nlast\t3"));
  }

  void anEmptyTableSaysWhatWillBeThere() {
    QStandardItemModel model(0, 2);
    QTableView table;
    table.setModel(&model);
    styleTable(table);
    int asked = 0;
    setEmptyText(table, [&asked] {
      ++asked;
      return QStringLiteral("Nothing yet.");
    });
    table.show();
    QTRY_VERIFY(asked > 0);
    model.appendRow({new QStandardItem("a"), new QStandardItem("b")});
    asked = 0;
    table.grab();
    QCOMPARE(asked, 0);
  }

  /// Those that the user set, not what the program does.
  void widthsOfColumnsAreSaved() {
    const QTemporaryDir folder;
    test::isolateSettings(folder);
    QStandardItemModel model(1, 3);
    const auto shownTable = [&model] {
      auto table = std::make_unique<QTableView>();
      table->setObjectName("testTable");
      table->setModel(&model);
      styleTable(*table, {20, 20});
      table->resize(800, 200);
      table->show();
      return table;
    };
    auto table = shownTable();
    QHeaderView* header = table->horizontalHeader();
    QVERIFY(QTest::qWaitForWindowExposed(table.get()));
    const int before = header->sectionSize(0);
    header->resizeSection(1, 333);
    QCOMPARE(shownTable()->horizontalHeader()->sectionSize(1), before);
    const QPoint handle = header->viewport()->mapTo(
        table.get(), QPoint(header->sectionViewportPosition(1) - 1, header->height() / 2));
    QTest::mouseMove(table->windowHandle(), handle);
    QTest::mousePress(table->windowHandle(), Qt::LeftButton, {}, handle);
    QTest::mouseMove(table->windowHandle(), handle + QPoint(20, 0));
    QTest::mouseMove(table->windowHandle(), handle + QPoint(40, 0));
    QTest::mouseRelease(table->windowHandle(), Qt::LeftButton, {}, handle + QPoint(40, 0));
    QVERIFY(header->sectionSize(0) > before);
    QCOMPARE(shownTable()->horizontalHeader()->sectionSize(0), header->sectionSize(0));
    QCOMPARE(shownTable()->horizontalHeader()->sectionSize(1), 333);
  }
};

QTEST_MAIN(TestWidgets)

#include "test_widgets.moc"
