// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "app/gui/base/theme.h"
#include "app/gui/files/batch_pane.h"
#include "app/gui/files/event_export_job.h"
#include "app/gui/files/file_pane.h"
#include "app/gui/files/file_table.h"
#include "app/gui/files/file_table_model.h"
#include "app/gui/files/file_view.h"
#include "app/gui/files/waveform_view.h"
#include "app/gui/services/dropped_files.h"
#include "app/gui/services/file_library.h"
#include "app/gui/services/file_text.h"
#include "app/gui/services/monitoring_settings_store.h"
#include "app/gui/settings/settings_dialog.h"
#include "app/gui/shell/main_window.h"
#include "app/gui/shell/status_line.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/widgets/elided_label.h"
#include "core/base/atomic_file.h"
#include "tests/gui/dropping.h"
#include "tests/gui/gui_test_support.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;
namespace fs = std::filesystem;

/// Files as recorders leave them: when they were made, what cannot be read, what is no sound.
class TestWindowRecordings : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    settings_ = std::make_unique<QTemporaryDir>();
    folder_ = std::make_unique<QTemporaryDir>();
    isolateSettings(*settings_);
    world_ = std::make_unique<TestWorld>();
    world_->classifier->say({0.9F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    theme_ = std::make_unique<Theme>();
  }

  void cleanup() {
    window_.reset();
    QThreadPool::globalInstance()->waitForDone();
  }

  void theStartOfARecordingIsShown() {
    open();
    QVERIFY(drop(*window_, {wav("SITE_20240701_043000.wav", 3.0)}));
    QTRY_COMPARE(countIn(FileUpdate::State::Done), 1);
    const auto* start = window_->findChild<ElidedLabel*>("fileStart");
    QTRY_COMPARE(startText(), QString("Recorded from 2024-07-01 04:30:00 (the file name)"));
    QVERIFY(start->isVisible());
    // It is not cut off, nor is the file's state.
    QTRY_VERIFY(start->width() >= start->sizeHint().width());
    const auto* state = window_->findChild<ElidedLabel*>("fileState");
    QTRY_VERIFY(state->width() >= state->sizeHint().width());
    // The mouse tells the clock time of its position.
    QSignalSpy readOut(pane().view(), &FileView::readOut);
    WaveformView* waveform = pane().view()->waveform();
    const QRect plot = waveform->plotRect();
    QTest::mouseMove(waveform, QPoint(plot.left() + plot.width() / 2, plot.center().y()));
    QTRY_VERIFY(!readOut.isEmpty());
    QVERIFY2(readOut.last()[0].toString().contains("· 2024-07-01 04:30:01."),
             qPrintable(readOut.last()[0].toString()));
    // So does the list of events.
    QTRY_VERIFY(heard().rowCount() > 0);
    const QString tip =
        heard().index(0, heard().indexOf(EventColumn::Time)).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.startsWith("2024-07-01 04:30:0"), qPrintable(tip));

    // A zone that is set counts at once.
    library().setRecordingZone(TimeZone::named("Europe/Berlin"));
    QTRY_VERIFY(startText().contains("2024-07-01 04:30:00 +02:00"));
    QCOMPARE(library().files()[0].start.start->time.utcOffsetMinutes, std::optional(120));
    library().setRecordingZone({});
    QTRY_VERIFY(startText().contains("2024-07-01 04:30:00 (the"));
  }

  void theZoneOfTheSettingsCounts() {
    const fs::path file = settings_->filePath("zone.json").toStdString();
    MonitoringSettings settings;
    settings.recordingZone = "America/New_York";
    writeMonitoringSettings(file, settings);
    QCOMPARE(readMonitoringSettings(file).recordingZone, std::string("America/New_York"));
    open();
    QVERIFY(drop(*window_, {wav("20240701_043000.wav", 1.0)}));
    QTRY_COMPARE(countIn(FileUpdate::State::Done), 1);
    window_->findChild<MonitoringSettingsStore*>()->setSettings(settings);
    QTRY_VERIFY2(startText().contains("-04:00"), qPrintable(startText()));
  }

  void theZoneIsChosenInTheSettings() {
    SettingsDialog dialog({}, {}, nullptr);
    auto* zone = dialog.findChild<QComboBox*>("recordingZone");
    QVERIFY(zone != nullptr);
    QSignalSpy applied(&dialog, &SettingsDialog::settingsChanged);
    const auto chosen = [&](const QString& text) {
      zone->setEditText(text);
      dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Apply)->click();
      return applied.isEmpty()
                 ? QString("nothing")
                 : QString::fromStdString(
                       applied.takeLast()[0].value<MonitoringSettings>().recordingZone);
    };
    QCOMPARE(chosen("Europe/Berlin"), QString("Europe/Berlin"));
    QCOMPARE(chosen("+05:30"), QString("+05:30"));
    QCOMPARE(chosen(zone->itemText(1)), QString("local"));
    QCOMPARE(chosen("Atlantis"), QString("nothing"));
    QCOMPARE(chosen(zone->itemText(0)), QString(""));
  }

  void whyAFileWasNotAnalysedIsSeenFirst() {
    std::ofstream(path("empty.wav"));
    open();
    QVERIFY(drop(*window_, {url("empty.wav"), wav("good.wav", 1.0)}));
    QTRY_COMPARE(countIn(FileUpdate::State::Failed), 1);
    QTRY_COMPARE(countIn(FileUpdate::State::Done), 1);
    const FileRecord& bad = library().files()[0];
    const QModelIndex cell = table().model()->index(0, FileTableModel::BestSound);
    QCOMPARE(cell.data().toString(), bad.reason);
    QVERIFY2(!bad.reason.contains("empty.wav") && !bad.reason.contains('/') &&
                 bad.reason[0].isUpper() && bad.reason.endsWith('.'),
             qPrintable(bad.reason));
    QVERIFY(
        cell.data(Qt::ToolTipRole).toString().contains(QString::fromStdString(bad.path.string())));
    pane().show(bad.id);
    QCOMPARE(stateText(), "Not analysed: " + bad.reason);
    QVERIFY(pane().message().contains("empty.wav"));
  }

  void reasonsWithoutPaths_data() {
    QTest::addColumn<Message>("problem");
    QTest::addColumn<QString>("reason");
    QTest::newRow("opened") << Message("'%1' cannot be opened as audio: %2", "/a/b.wav",
                                       Message("there is no such file."))
                            << "There is no such file.";
    QTest::newRow("path first") << Message(
                                       "'%1' is damaged: it contains samples that are not "
                                       "numbers.",
                                       "/a/b.wav")
                                << "Is damaged: it contains samples that are not numbers.";
    QTest::newRow("no path") << Message("The model went away.") << "The model went away.";
    QTest::newRow("another path") << Message("'%1' is gone.", "/a/c.wav") << "'/a/c.wav' is gone.";
  }
  void reasonsWithoutPaths() {
    QFETCH(Message, problem);
    QFETCH(QString, reason);
    QCOMPARE(failureReason(problem, "/a/b.wav"), reason);
  }

  void soundOfOtherKindsIsListedWithItsReason() {
    QDir(folder_->path()).mkpath("card/__MACOSX");
    QDir(folder_->path()).mkpath("card/.trash");
    wav("card/a.wav", 0.5);
    wav("card/.trash/b.wav", 0.5);
    for (const char* name : {"card/memo.dss", "card/._a.wav", "card/__MACOSX/c.wav", "card/x.txt"})
      std::ofstream(path(name)) << "no sound";
    open();
    QVERIFY(drop(*window_, {url("card")}));
    QTRY_COMPARE(int(library().files().size()), 2);
    QCOMPARE(library().files()[0].title, QString("a.wav"));
    QCOMPARE(library().files()[1].title, QString("memo.dss"));
    QTRY_COMPARE(countIn(FileUpdate::State::Failed), 1);
    QVERIFY(!library().files()[1].reason.isEmpty());
  }

  void aFolderThatCannotBeReadIsSaid() {
    DroppedFiles dropped;
    dropped.unreadableFolders = 2;
    dropped.firstUnreadable = "/media/card/locked";
    const QString sentence = refusalSentence(dropped);
    QVERIFY2(sentence.contains("2") && sentence.contains("/media/card/locked"),
             qPrintable(sentence));
  }

  void exportsCountEachFileOnceAndHaveTimes() {
    open();
    const QUrl first = wav("20240701_043000.wav", 3.0);
    // Silence has no events; the same file is in the list twice.
    world_->classifier->say({0.9F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    QVERIFY(drop(*window_, {first, first}));
    QTRY_COMPARE(countIn(FileUpdate::State::Done), 2);
    world_->classifier->say({0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    QVERIFY(drop(*window_, {wav("silence.wav", 10.0)}));
    QTRY_COMPARE(countIn(FileUpdate::State::Done), 3);
    world_->classifier->say({0.9F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    QVERIFY(drop(*window_, {wav("last.wav", 3.0)}));
    QTRY_COMPARE(countIn(FileUpdate::State::Done), 4);
    QVERIFY(library().files()[2].events.empty());
    EventExportJob job;
    job.format = ExportFormat::Raven;
    job.target = path("all.selections.txt");
    for (const FileRecord& file : library().files()) job.add(file);
    runExport(job);
    const QStringList lines =
        QString::fromStdString(readFile(job.target)).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);  // a header, and one event of each file that has one
    const QStringList one = lines[1].split('\t');
    const QStringList other = lines[2].split('\t');
    QCOMPARE(one[11], QString("2024/07/01"));
    QVERIFY(one[12].startsWith("04:30:0"));
    QVERIFY(std::abs(other[3].toDouble() - other[10].toDouble() - 13.0) < 0.01);
    QCOMPARE(other[11], QString());
  }

 private:
  void open() {
    StartOptions options;
    options.model = "test.pt";
    options.listen = false;
    options.openSample = false;
    window_ = std::make_unique<MainWindow>(world_->backend(), options, theme_.get());
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    QTRY_VERIFY(window_->findChild<StatusLine*>()->modelText() != "No model");
  }

  fs::path path(const QString& name) const { return folder_->filePath(name).toStdString(); }
  QUrl url(const QString& name) const { return QUrl::fromLocalFile(folder_->filePath(name)); }
  QUrl wav(const QString& name, double seconds) const {
    writeWav(path(name), sine(700.0, seconds, 16000.0));
    return url(name);
  }
  FilePane& pane() const { return *window_->findChild<FilePane*>(); }
  FileTable& table() const { return *window_->findChild<FileTable*>(); }
  FileLibrary& library() const { return *window_->findChild<FileLibrary*>(); }
  EventTableModel& heard() const { return *window_->findChild<EventTableModel*>(); }
  QString startText() const { return window_->findChild<ElidedLabel*>("fileStart")->text(); }
  QString stateText() const { return window_->findChild<ElidedLabel*>("fileState")->text(); }
  int countIn(FileUpdate::State state) const {
    return int(std::count_if(library().files().begin(), library().files().end(),
                             [state](const FileRecord& file) { return file.state == state; }));
  }

  std::unique_ptr<QTemporaryDir> settings_;
  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<TestWorld> world_;
  std::unique_ptr<Theme> theme_;
  std::unique_ptr<MainWindow> window_;
};

QTEST_MAIN(TestWindowRecordings)
#include "test_window_recordings.moc"
