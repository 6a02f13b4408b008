// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does with what it hears: thresholds, review, recorder, room, explanations,
// history.
#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QTableView>
#include <QTableWidget>
#include <QThreadPool>
#include <QtTest>

#include "app/gui/base/theme.h"
#include "app/gui/history/history_page.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/settings/settings_dialog.h"
#include "app/gui/shell/main_window.h"
#include "app/gui/sound_view/class_panel.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/sound_view/why_dialog.h"
#include "app/gui/widgets/banner.h"
#include "core/audio/audio_file.h"
#include "core/monitoring/event_store.h"
#include "core/monitoring/monitoring_settings.h"
#include "tests/gui/gui_test_support.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;
namespace fs = std::filesystem;

class TestWindowDesk : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    isolateSettings(*folder_);
    world_ = std::make_unique<TestWorld>();
    theme_ = std::make_unique<Theme>();
  }
  void cleanup() {
    player_.stop();
    window_.reset();
    QThreadPool::globalInstance()->waitForDone();
  }

  void theMarkOfAClassMakesEvents() {
    world_->classifier->say({0.4F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    open();
    playOn();
    QTRY_VERIFY(!panel().rows().empty() && panel().rows()[0].score > 0.35F);
    QCOMPARE(heard().rowCount(), 0);
    panel().setFocus();
    QTRY_COMPARE(panel().currentLabel(), std::optional(0));
    for (int i = 0; i < 2; ++i) QTest::keyClick(&panel(), Qt::Key_Left, Qt::ShiftModifier);
    QTRY_COMPARE(heard().rowCount(), 1);
    QCOMPARE(heard().eventAt(0).labelName, std::string("dog"));
    // And it is kept.
    QTRY_VERIFY(keptSettings().classNamed("dog").threshold.has_value());
    QVERIFY(std::abs(*keptSettings().classNamed("dog").threshold - 0.3F) < 0.001F);
  }

  void aHiddenClassMakesNone() {
    world_->classifier->say({0.9F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    open();
    playOn();
    QTRY_COMPARE(heard().rowCount(), 1);
    panel().setFocus();
    QTRY_COMPARE(panel().currentLabel(), std::optional(0));
    QTest::keyClick(&panel(), Qt::Key_H);
    QTRY_VERIFY(!heard().eventAt(0).open);
    QTRY_VERIFY(keptSettings().classNamed("dog").hidden);
    QCOMPARE(heard().rowCount(), 1);
  }

  void yNAndLReview() {
    hearOnce();
    table().selectRow(0);
    QTest::keyClick(&table(), Qt::Key_N);
    QCOMPARE(heard().eventAt(0).verdict, Verdict::Wrong);
    QTRY_COMPARE(storedVerdict(), Verdict::Wrong);
    QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(heard().eventAt(0).verdict, Verdict::None);
    QTest::keyClick(&table(), Qt::Key_Y);
    QTRY_COMPARE(storedVerdict(), Verdict::Right);
  }

  void ePlaysTheEvent() {
    hearOnce();
    table().selectRow(0);
    QTest::keyClick(&table(), Qt::Key_E);
    QTRY_COMPARE(playedSeconds_.size(), size_t(1));
    // Half a second before and after it.
    const double seconds = heard().eventAt(0).seconds + 1.0;
    QVERIFY2(std::abs(playedSeconds_[0] - seconds) < 0.6,
             qPrintable(QString::number(playedSeconds_[0])));
  }

  void wExplains() {
    hearOnce();
    table().selectRow(0);
    QTest::keyClick(&table(), Qt::Key_W);
    auto* dialog = window_->findChild<WhyDialog*>();
    QVERIFY(dialog != nullptr);
    auto* rows = dialog->findChild<QTableWidget*>("whyTable");
    QVERIFY(rows->rowCount() == 6);
    QCOMPARE(rows->item(0, 0)->text(), QString("Dog"));
    dialog->reject();
  }

  void whatTriggersIsRecorded() {
    open();
    QTest::keyClick(window_.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(keptSettings().recorder.mode, RecorderSettings::Mode::Triggered);
    world_->classifier->say({0.9F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    playOn();
    QTRY_COMPARE(heard().rowCount(), 1);
    world_->classifier->say({0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    QTRY_VERIFY_WITH_TIMEOUT(!heard().eventAt(0).clip.empty(), 30000);
    const fs::path clip = heard().eventAt(0).clip;
    QVERIFY2(clip.string().find("/dog/") != std::string::npos, clip.c_str());
    QVERIFY(AudioFileReader(clip).seconds() > heard().eventAt(0).seconds + 2.5);
  }

  void theRoomIsLearned() {
    open();
    playOn();
    QTRY_VERIFY(picture().shownEnd() > 20);
    QTest::keyClick(window_.get(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!keptSettings().room.empty(), 30000);
    QVERIFY(keptSettings().room.seconds >= 20.0);
  }

  void noSignalIsSaid() {
    open();
    player_.disconnect();
    connect(&player_, &QTimer::timeout, this, [this] {
      world_->microphone.play(std::vector<float>(size_t(0.1 * TestMicrophone::kRate), 0.0F));
    });
    player_.start(10);
    auto* banner = window_->findChild<Banner*>();
    QTRY_VERIFY_WITH_TIMEOUT(banner->text().startsWith("No signal from 'Test microphone'"), 30000);
    playOn();
    QTRY_VERIFY(banner->text().isEmpty());
  }

  void theHistoryShowsWhatWasStored() {
    hearOnce();
    QTRY_VERIFY(heard().eventAt(0).rowId != 0);
    QTest::keyClick(window_.get(), Qt::Key_H, Qt::ControlModifier);
    auto* page = window_->findChild<HistoryPage*>();
    QVERIFY(page != nullptr && page->isVisible());
    auto* rows = page->findChild<QTableView*>();
    QTRY_COMPARE(rows->model()->rowCount(), 1);
  }

  void theSettingsTakeEffect() {
    open();
    QTest::keyClick(window_.get(), Qt::Key_Comma, Qt::ControlModifier);
    auto* dialog = window_->findChild<SettingsDialog*>();
    QVERIFY(dialog != nullptr);
    MonitoringSettings settings = dialog->settings();
    settings.recorder.mode = RecorderSettings::Mode::Everything;
    emit dialog->settingsChanged(settings);
    QTRY_COMPARE(keptSettings().recorder.mode, RecorderSettings::Mode::Everything);
    dialog->reject();
  }

  void everyControlSaysWhatItIs() {
    open();
    for (const auto* widget : window_->findChildren<QWidget*>()) {
      if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)) continue;
      const auto* button = qobject_cast<const QAbstractButton*>(widget);
      const bool named =
          !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
      QVERIFY2(named, qPrintable(QString("%1 '%2'").arg(widget->metaObject()->className(),
                                                        widget->objectName())));
    }
  }

 private:
  void open() {
    StartOptions options;
    options.model = "test.pt";
    options.openSample = false;
    Backend backend = world_->backend();
    backend.playSamples = [this](std::vector<float> samples, double rate, double) {
      playedSeconds_.push_back(double(samples.size()) / rate);
      return world_->loudspeaker.play({}, 0.0, 0.0);
    };
    playedSeconds_.clear();
    window_ = std::make_unique<MainWindow>(backend, options, theme_.get());
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    window_->activateWindow();
  }
  /// A tone that goes on, faster than real time.
  void playOn() {
    player_.disconnect();
    connect(&player_, &QTimer::timeout, this,
            [this] { world_->microphone.play(sine(1000.0, 0.1, TestMicrophone::kRate)); });
    player_.start(20);
  }
  /// One event of a dog, which is over.
  void hearOnce() {
    world_->classifier->say({0.9F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    open();
    playOn();
    QTRY_COMPARE(heard().rowCount(), 1);
    QTRY_VERIFY(heard().eventAt(0).seconds > 1.0);
    world_->classifier->say({0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    QTRY_VERIFY(!heard().eventAt(0).open);
  }
  MonitoringSettings keptSettings() const {
    return readMonitoringSettings(monitoringSettingsFile());
  }
  Verdict storedVerdict() const {
    const auto rows = EventStore(EventStore::usualFile()).query({});
    return rows.empty() ? Verdict::None : rows[0].verdict;
  }
  ClassPanel& panel() const { return *window_->findChild<ClassPanel*>("liveBars"); }
  EventTableModel& heard() const { return *window_->findChild<EventTableModel*>(); }
  QTableView& table() const { return *window_->findChild<QTableView*>("heardTable"); }
  SpectrogramView& picture() const { return *window_->findChild<SpectrogramView*>(); }

  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<TestWorld> world_;
  std::unique_ptr<Theme> theme_;
  std::unique_ptr<MainWindow> window_;
  std::vector<double> playedSeconds_;
  QTimer player_;
};

QTEST_MAIN(TestWindowDesk)
#include "test_window_desk.moc"
