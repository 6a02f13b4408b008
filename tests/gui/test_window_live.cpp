// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QScreen>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

#include "app/gui/base/saved_state.h"
#include "app/gui/base/system_colours.h"
#include "app/gui/base/theme.h"
#include "app/gui/live/health_strip.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/model_host.h"
#include "app/gui/shell/main_window.h"
#include "app/gui/shell/shortcuts_dialog.h"
#include "app/gui/shell/status_line.h"
#include "app/gui/sound_view/class_panel.h"
#include "app/gui/sound_view/device_combo.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/level_meter.h"
#include "tests/gui/gui_test_support.h"
#include "tests/unit/listening/model_files.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;

class TestWindowLive : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    settings_ = std::make_unique<QTemporaryDir>();
    QVERIFY(settings_->isValid());
    isolateSettings(*settings_);
    world_ = std::make_unique<TestWorld>();
    theme_ = std::make_unique<Theme>();
  }
  void cleanup() {
    qunsetenv("EARWITNESS_PEER");
    player_.stop();
    world_->classifier->setReady(true);
    window_.reset();
  }

  void soundMovesPictureLevelBarsAndList() {
    world_->classifier->say({0.05F, 0.9F, 0.02F, 0.01F, 0.01F, 0.01F});
    open();
    playOn();
    QTRY_VERIFY(picture().history().end() > 80);
    QTRY_VERIFY(picture().shownEnd() > 80);
    QTRY_VERIFY(meter().rmsDb() > -15.0F && meter().rmsDb() < -5.0F);  // a sine of amplitude 0.5
    QTRY_VERIFY(!bars().rows().empty() && bars().rows()[0].score > 0.6F);
    QCOMPARE(bars().labelText(bars().rows()[0].label), QString("Siren"));
    QVERIFY(std::abs(bars().rows()[0].instant - 0.9F) < 1e-5F);
    QTRY_COMPARE(heard().rowCount(), 1);
    QCOMPARE(heard().eventAt(0).label, QString("Siren"));
    QCOMPARE(heard().eventAt(0).source, QString("Test microphone"));
    QVERIFY(heard().eventAt(0).open);
    QVERIFY(std::abs(heard().eventAt(0).clock.secsTo(QDateTime::currentDateTime())) < 30);
    const double before = heard().eventAt(0).seconds;
    QTRY_VERIFY(heard().eventAt(0).seconds > before);
    QCOMPARE(heard().rowCount(), 1);
    QTRY_VERIFY(health().inferenceText().contains("ms"));
    QCOMPARE(health().droppedText(), QString("0"));
    QTRY_VERIFY2(status().modelText().contains("ready"), qPrintable(status().modelText()));

    // Quiet again: the event ends, its row stays.
    world_->classifier->say({0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    QTRY_VERIFY(!heard().eventAt(0).open);
  }

  void thePictureMovesBeforeTheModelIsReady() {
    world_->classifier->setReady(false);
    open();
    playOn();
    QTRY_VERIFY(picture().shownEnd() > 40);
    QVERIFY(bars().rows().empty());
    QVERIFY2(status().modelText().contains("starting"), qPrintable(status().modelText()));
    world_->classifier->say({0.0F, 0.0F, 0.8F, 0.0F, 0.0F, 0.0F});
    world_->classifier->setReady(true);
    QTRY_VERIFY(!bars().rows().empty());
  }

  void itListensWithoutAModel() {
    world_->modelIsBroken = true;
    open();
    playOn();
    QTRY_VERIFY(picture().shownEnd() > 40);
    QVERIFY(bars().rows().empty());
    QVERIFY2(status().healthMessage().contains("is not a model file"),
             qPrintable(status().healthMessage()));
  }

  /// Of a microphone that has one only.
  void theMicrophonesChannelIsChosen() {
    open();
    playOn();
    QTRY_VERIFY(picture().shownEnd() > 20);
    auto* kind = window_->findChild<QWidget*>("microphoneChannel")->findChild<QComboBox*>();
    kind->setCurrentIndex(2);
    QTRY_VERIFY2(banner().text().contains("has only 1 channel, so the right channel"),
                 qPrintable(banner().text()));
    QVERIFY(window_->findChild<QWidget*>("fileChannel")->findChild<QComboBox*>()->currentIndex() ==
            0);
    kind->setCurrentIndex(0);
    QTRY_VERIFY(!banner().isVisible());
    QTRY_VERIFY(picture().shownEnd() > 20);
  }

  void noMicrophoneIsSaidInTheBannerAndOneIsTakenWhenItComes() {
    world_->microphone.setPresent(false);
    open();
    QTRY_VERIFY2(banner().text().startsWith("No microphone found."), qPrintable(banner().text()));
    QVERIFY(banner().isVisible());
    world_->microphone.setPresent(true);
    playOn();
    QTRY_VERIFY_WITH_TIMEOUT(picture().shownEnd() > 20, 15000);
    QTRY_VERIFY(!banner().isVisible());
  }

  void aLostMicrophoneIsSaidAndPickedUpAgain() {
    open();
    playOn();
    QTRY_VERIFY(picture().shownEnd() > 20);
    world_->microphone.setPresent(false);
    QTRY_VERIFY_WITH_TIMEOUT(banner().isVisible() && !banner().text().isEmpty(), 15000);
    world_->microphone.setPresent(true);
    QTRY_VERIFY_WITH_TIMEOUT(!banner().isVisible(), 15000);
    const long end = picture().shownEnd();
    QTRY_VERIFY(picture().shownEnd() > end + 20);
  }

  void aDeadModelIsOneLineAndComesBack() {
    world_->classifier->say({0.9F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    open();
    playOn();
    QTRY_VERIFY(!bars().rows().empty());
    world_->classifier->setDead(true);
    QTRY_VERIFY2(status().modelText().contains("restarting"), qPrintable(status().modelText()));
    QVERIFY(status().healthMessage().endsWith('.'));
    const long end = picture().shownEnd();
    QTRY_VERIFY(picture().shownEnd() > end + 20);  // the picture does not wait for it
    const int calls = world_->classifier->calls();
    world_->classifier->setDead(false);
    QTRY_VERIFY2(status().modelText().contains("ready"), qPrintable(status().modelText()));
    QTRY_VERIFY(world_->classifier->calls() > calls + 2);
    QTRY_VERIFY2(status().healthMessage().isEmpty(), qPrintable(status().healthMessage()));
  }

  void aModelThatNeverStartsIsReportedWithARemedy() {
    openSilent("hang-at-start");
    QTRY_COMPARE(
        status().healthMessage(),
        QString("The model does not answer. No sounds are detected until it answers. Wait, or "
                "choose another model in the Model menu."));
    QCOMPARE(status().modelText(), QString("Test model · not answering"));
    QCOMPARE(bars().accessibleDescription(),
             QString("The model does not answer. Wait, or choose another one in the Model menu."));
    playOn();
    const long end = picture().shownEnd();
    QTRY_VERIFY(picture().shownEnd() > end + 20);  // the picture does not wait for it
    window_->openModel("test.pt");                 // the remedy
    QTRY_COMPARE(status().modelText(), QString("Test model · ready"));
    QTRY_COMPARE(status().healthMessage(), QString());
  }

  void aModelThatStartsButNeverAnswersIsReported() {
    openSilent("hang-at-every-request");
    QSignalSpy statuses(window_->findChild<ModelHost*>(), &ModelHost::statusChanged);
    playOn();
    QTRY_VERIFY2(status().healthMessage().startsWith("The model gave no answer within 0.1 s and is "
                                                     "being started again. No sounds are detected"),
                 qPrintable(status().healthMessage()));
    // Each new child is ready for a moment; the message stays.
    const auto newest = [&statuses] { return statuses.last()[0].value<ModelStatus>(); };
    QTRY_VERIFY(newest().restarts >= 3);
    bool wasSilent = false;
    for (const QList<QVariant>& arguments : statuses) {
      const auto change = arguments[0].value<ModelStatus>();
      QVERIFY(change.isSilent || !wasSilent);
      wasSilent = change.isSilent;
    }
  }

  void listenAndStop() {
    open();
    playOn();
    auto* button = window_->findChild<QToolButton*>("listenButton");
    QTRY_VERIFY(button->isChecked());
    QCOMPARE(button->text(), QString("Stop"));
    QTRY_VERIFY(picture().shownEnd() > 20);
    QTest::keyClick(window_.get(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!button->isChecked());
    QCOMPARE(button->text(), QString("Listen"));
    QVERIFY(bars().rows().empty());
    const int opened = world_->microphone.opened();
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(button->isChecked());
    QTRY_COMPARE(world_->microphone.opened(), opened + 1);
    QTRY_VERIFY(picture().shownEnd() > 20);
  }

  void stoppingEndsWhatIsOpen() {
    world_->classifier->say({0.9F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    open();
    playOn();
    QTRY_VERIFY(heard().rowCount() == 1 && heard().eventAt(0).open);
    QTest::keyClick(window_.get(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(!heard().eventAt(0).open);
    QCOMPARE(heard().rowCount(), 1);
  }

  void itDoesNotListenWhereToldNotTo() {
    StartOptions options = liveOptions();
    options.listen = false;
    open(options);
    QTRY_VERIFY(status().modelText().contains("ready"));
    QVERIFY(!window_->findChild<QToolButton*>("listenButton")->isChecked());
    QCOMPARE(world_->microphone.opened(), 0);
  }

  void spaceFreezesThePicture() {
    open();
    playOn();
    QTRY_VERIFY(picture().shownEnd() > 20);
    picture().setFocus();
    QTest::keyClick(window_.get(), Qt::Key_Space);
    QVERIFY(picture().isFrozen());
    QVERIFY(window_->findChild<QToolButton*>("freezeButton")->isChecked());
    const long end = picture().shownEnd();
    QTRY_VERIFY(picture().history().end() > end + 40);  // listening goes on
    QCOMPARE(picture().shownEnd(), end);
    QTest::keyClick(window_.get(), Qt::Key_Space);
    QVERIFY(!picture().isFrozen());
    QTRY_VERIFY(picture().shownEnd() > end + 40);
  }

  void spaceStillPressesTheButtonThatHasTheFocus() {
    open();
    auto* button = window_->findChild<QToolButton*>("listenButton");
    QTRY_VERIFY(button->isChecked());
    window_->activateWindow();
    button->setFocus();
    QTRY_VERIFY(button->hasFocus());
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(!button->isChecked());
    QVERIFY(!picture().isFrozen());
  }

  void f1ShowsEveryShortcut() {
    open();
    QTest::keyClick(window_.get(), Qt::Key_F1);
    QTRY_VERIFY(window_->findChild<ShortcutsDialog*>() != nullptr);
    auto* dialog = window_->findChild<ShortcutsDialog*>();
    QStringList texts;
    for (const auto* label : dialog->findChildren<QLabel*>()) texts.append(label->text());
    for (const char* keys : {"Ctrl+L", "Ctrl+O", "Space", "F1", "Ctrl+Q"})
      QVERIFY2(texts.contains(QString::fromLatin1(keys)), keys);
    dialog->reject();
  }

  void everyControlHasAnAccessibleName() {
    open();
    for (const char* name :
         {"deviceMenu", "levelMeter", "healthStrip", "liveSpectrogram", "liveBars", "classFilter",
          "fileSpectrogram", "scorePlot", "fileBars", "heardTable"}) {
      const auto* widget = window_->findChild<QWidget*>(QString::fromLatin1(name));
      QVERIFY2(widget != nullptr && !widget->accessibleName().isEmpty(), name);
    }
    for (const auto* button : window_->findChildren<QToolButton*>())
      if (button->isVisible()) QVERIFY(!button->text().isEmpty() && !button->toolTip().isEmpty());
  }

  void theChosenDeviceIsListenedToAndKept() {
    open();
    auto* combo = window_->findChild<DeviceCombo*>();
    combo->refresh();
    QTRY_COMPARE(combo->count(), 3);
    combo->setCurrentIndex(2);
    emit combo->activated(2);
    QTRY_COMPARE(world_->microphone.lastWanted(), world_->devices[1].id);
    window_.reset();
    open();
    QTRY_COMPARE(world_->microphone.lastWanted(), world_->devices[1].id);
    QCOMPARE(window_->findChild<DeviceCombo*>()->wanted(), world_->devices[1].id);
  }

  void aDeviceIsFoundByAPartOfItsName() {
    StartOptions options = liveOptions();
    options.device = "usb";
    open(options);
    QTRY_COMPARE(world_->microphone.lastWanted(), world_->devices[1].id);
  }

  void newDevicesAreLookedForWhileTheMicrophoneIsClosed() {
    open();
    QTRY_COMPARE(world_->microphone.opened(), 1);
    world_->devices.push_back({{"New one", "ALSA"}, 1, 48000.0, false});
    QTest::keyClick(window_.get(), Qt::Key_M, Qt::ControlModifier);
    QTRY_COMPARE(window_->findChild<DeviceCombo*>()->count(), 4);
    QTRY_COMPARE(world_->microphone.opened(), 2);
  }

  void aModelThatIsNotUsableAnyMoreGivesWayToTheBundledOne() {
    const QString broken = settings_->filePath("broken.pt");
    QVERIFY(QFile(broken).open(QIODevice::WriteOnly));
    savedState::setModel(broken.toStdString());
    StartOptions options = liveOptions();
    options.model.clear();
    open(options);
    QTRY_VERIFY2(status().modelText().contains("ready"), qPrintable(status().modelText()));
    QVERIFY2(status().currentMessage().contains("broken.pt"),
             qPrintable(status().currentMessage()));
  }

  void sizeAndPanesAreKept() {
    open();
    // Since Qt 6.8 a size that is restored is cut to the screen's.
    const QSize size = QSize(1100, 700).boundedTo(window_->screen()->availableSize() * 0.95);
    window_->resize(size);
    QCOMPARE(window_->size(), size);
    auto* panes = window_->findChild<QSplitter*>("panes");
    panes->setSizes({220, 260});
    const QList<int> sizes = panes->sizes();
    window_->close();
    window_.reset();
    open();
    QCOMPARE(window_->size(), size);
    QCOMPARE(window_->findChild<QSplitter*>("panes")->sizes(), sizes);
  }

  void themeIsKept() {
    theme_->setChoice(Theme::Choice::Dark);
    QVERIFY(isDark(QApplication::palette()));
    theme_ = std::make_unique<Theme>();
    QCOMPARE(theme_->choice(), Theme::Choice::Dark);
    QVERIFY(isDark(QApplication::palette()));
    theme_->setChoice(Theme::Choice::Light);
    QVERIFY(!isDark(QApplication::palette()));
  }

  void theSystemsThemeIsFollowed() {
    theme_->setChoice(Theme::Choice::System);
    theme_->setSystemIsDark(true);
    QVERIFY(isDark(QApplication::palette()));
    theme_->setSystemIsDark(false);
    QVERIFY(!isDark(QApplication::palette()));
    theme_->setChoice(Theme::Choice::Dark);
    theme_->setSystemIsDark(false);
    QVERIFY(isDark(QApplication::palette()));
    theme_->setChoice(Theme::Choice::Light);
    // As the portal says it, in one or two wrappings.
    const QVariant once = QVariant::fromValue(QDBusVariant(QVariant(1U)));
    QCOMPARE(isDarkScheme(once), std::optional(true));
    QCOMPARE(isDarkScheme(QVariant::fromValue(QDBusVariant(once))), std::optional(true));
    QCOMPARE(isDarkScheme(QVariant(2U)), std::optional(false));
    QVERIFY(!isDarkScheme(QVariant(0U)).has_value());
    QVERIFY(!isDarkScheme(QVariant("dark")).has_value());

    SystemColours colours;
    QSignalSpy changes(&colours, &SystemColours::darkChanged);
    for (const char* key : {"accent-color", "color-scheme"}) {
      QDBusMessage message = QDBusMessage::createSignal("/", "a.b", "SettingChanged");
      message << "org.freedesktop.appearance" << key << once;
      QVERIFY(QMetaObject::invokeMethod(&colours, "settingChanged", Q_ARG(QDBusMessage, message)));
    }
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes[0][0].toBool(), true);
  }

  void anotherModelTakesOverWhileListening() {
    world_->classifier->say({0.9F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    open();
    playOn();
    QTRY_VERIFY(!bars().rows().empty());
    auto other = std::make_shared<TestClassifier>(describe({"cat", "cow"}));
    other->say({0.1F, 0.8F});
    world_->classifier = other;
    window_->openModel("other.pt");
    QTRY_VERIFY(!bars().rows().empty() && bars().labelText(bars().rows()[0].label) == "Cow");
    QTRY_VERIFY(heard().rowCount() > 1);
    QVERIFY(!heard().eventAt(heard().rowCount() - 1).open);  // the dog's stream is over
  }

  void eventsAreLogged() {
    world_->classifier->say({0.0F, 0.0F, 0.0F, 0.95F, 0.0F, 0.0F});
    StartOptions options = liveOptions();
    options.eventLog = settings_->filePath("events.jsonl");
    open(options);
    playOn();
    QTRY_VERIFY(heard().rowCount() == 1);
    QTest::keyClick(window_.get(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(!lastLogLine().isEmpty() && !lastLogLine()["open"].toBool());
    const QJsonObject line = lastLogLine();
    QCOMPARE(line["label"].toString(), QString("bell"));
    QCOMPARE(line["source"].toString(), QString("live"));
    QVERIFY(line["offset"].toDouble() > line["onset"].toDouble());
    QVERIFY(line["score"].toDouble() > 0.5);
    const QDateTime time = QDateTime::fromString(line["time"].toString(), Qt::ISODateWithMs);
    QVERIFY(time.isValid() && time.timeSpec() == Qt::UTC);
  }

  void aLogThatCannotBeWrittenIsSaid() {
    StartOptions options = liveOptions();
    options.eventLog = "/nowhere/at/all/events.jsonl";
    open(options);
    QTRY_VERIFY2(status().currentMessage().contains("/nowhere/at/all/events.jsonl"),
                 qPrintable(status().currentMessage()));
  }

 private:
  static StartOptions liveOptions() {
    StartOptions options;
    options.model = "test.pt";
    options.openSample = false;
    return options;
  }

  void open(const StartOptions& options = liveOptions()) {
    window_ = std::make_unique<MainWindow>(world_->backend(), options, theme_.get());
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    QTRY_VERIFY(status().modelText() != "No model" || world_->modelIsBroken);
  }

  /// On a model whose child misbehaves as serve_peer does in this mode; "test.pt" is as usual.
  void openSilent(const char* mode) {
    qputenv("EARWITNESS_PEER", mode);
    qputenv("EARWITNESS_PEER_LOG", settings_->filePath("starts").toUtf8());
    const std::filesystem::path file = settings_->filePath("silent.pt").toStdString();
    writeModelFile(file, smallDescription());
    Backend backend = world_->backend();
    backend.modelPatience = std::chrono::milliseconds(200);
    backend.openModel = [usual = backend.openModel, file](const std::filesystem::path& wanted,
                                                          bool unconfined) {
      if (wanted != file) return usual(wanted, unconfined);
      return openInChild({.program = EARWITNESS_SERVE_PEER,
                          .modelFile = file,
                          .answerTimeout = std::chrono::milliseconds(100)});
    };
    StartOptions options = liveOptions();
    options.model = file;
    window_ = std::make_unique<MainWindow>(backend, options, theme_.get());
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
  }

  /// A tone that goes on, faster than real time.
  void playOn() {
    player_.disconnect();
    connect(&player_, &QTimer::timeout, this,
            [this] { world_->microphone.play(sine(1000.0, 0.1, TestMicrophone::kRate)); });
    player_.start(25);
  }

  QJsonObject lastLogLine() const {
    QFile file(settings_->filePath("events.jsonl"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    return QJsonDocument::fromJson(lines.last()).object();
  }

  SpectrogramView& picture() const { return *window_->findChild<SpectrogramView*>(); }
  ClassPanel& bars() const { return *window_->findChild<ClassPanel*>("liveBars"); }
  HealthStrip& health() const { return *window_->findChild<HealthStrip*>(); }
  LevelMeter& meter() const { return *window_->findChild<LevelMeter*>(); }
  Banner& banner() const { return *window_->findChild<Banner*>(); }
  StatusLine& status() const { return *window_->findChild<StatusLine*>(); }
  EventTableModel& heard() const { return *window_->findChild<EventTableModel*>(); }

  std::unique_ptr<QTemporaryDir> settings_;
  std::unique_ptr<TestWorld> world_;
  std::unique_ptr<Theme> theme_;
  std::unique_ptr<MainWindow> window_;
  QTimer player_;
};

QTEST_MAIN(TestWindowLive)
#include "test_window_live.moc"
