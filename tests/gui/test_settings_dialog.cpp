// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTimeEdit>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "app/gui/base/language.h"
#include "app/gui/base/theme.h"
#include "app/gui/services/monitoring_settings_store.h"
#include "app/gui/settings/command_text.h"
#include "app/gui/settings/settings_dialog.h"
#include "core/base/atomic_file.h"
#include "tests/gui/gui_test_support.h"

using namespace earwitness;
using namespace earwitness::gui;
using earwitness::gui::test::isolateSettings;
namespace fs = std::filesystem;

namespace {

SettingsContext contextOf() {
  SettingsContext context;
  context.labels = {"dog", "siren", "crackling_fire", "rain"};
  context.thresholds = {0.5F, 0.6F, 0.7F, 0.5F};
  context.usualFolder = "/home/somebody/Music/Earwitness";
  context.recordingsBytes = 1'610'612'736;
  context.storeFile = "/home/somebody/.local/state/earwitness/events.sqlite";
  context.storeBytes = 3'145'728;
  return context;
}

/// The control with this accessible name.
template <typename Control>
Control* named(const QWidget& parent, const QString& name) {
  for (Control* control : parent.findChildren<Control*>())
    if (control->accessibleName() == name) return control;
  qWarning("no control is named %s", qPrintable(name));
  return nullptr;
}

QPushButton* button(const SettingsDialog& dialog, QDialogButtonBox::StandardButton which) {
  return dialog.findChild<QDialogButtonBox*>()->button(which);
}

void typeInto(QLineEdit* edit, const QString& text) {
  edit->setFocus();
  edit->selectAll();
  QTest::keyClick(edit, Qt::Key_Delete);
  QTest::keyClicks(edit, text);
}

bool shows(const QWidget& parent, const QString& part) {
  const QList<QLabel*> labels = parent.findChildren<QLabel*>();
  return std::any_of(labels.begin(), labels.end(), [&part](const QLabel* label) {
    return !label->isHidden() && label->text().contains(part);
  });
}

void click(QAbstractButton* control) {
  QTest::mouseClick(control, Qt::LeftButton, Qt::NoModifier, QPoint(8, control->height() / 2));
}

/// The same settings, all of them.
bool same(const MonitoringSettings& left, const MonitoringSettings& right) {
  return toJson(left) == toJson(right);
}

}  // namespace

class TestSettingsDialog : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    isolateSettings(directory_);
    new Theme(qApp);
  }
  void init() {
    folder_ = fs::path(directory_.path().toStdString()) / QTest::currentTestFunction();
    fs::create_directories(folder_);
  }

  void everyControlIsNamedAndReachable() {
    SettingsDialog dialog(MonitoringSettings{}, contextOf());
    dialog.show();
    for (const QWidget* control : dialog.findChildren<QWidget*>()) {
      if (control->focusPolicy() == Qt::NoFocus || control->objectName().startsWith("qt_"))
        continue;
      if (control->window() != &dialog) continue;  // the list that a combo box opens
      if (qobject_cast<const QStackedWidget*>(control) != nullptr) continue;
      const auto* press = qobject_cast<const QAbstractButton*>(control);
      QVERIFY2(
          !control->accessibleName().isEmpty() || (press != nullptr && !press->text().isEmpty()),
          control->metaObject()->className());
      QVERIFY2(control->focusPolicy() & Qt::TabFocus, qPrintable(control->accessibleName()));
    }
  }

  void nothingChangesByLooking() {
    MonitoringSettings odd;  // what the fields would round
    odd.recorder.beforeSeconds = 1.2345;
    odd.recorder.quotaBytes = 5'000'000'001;
    odd.smoothingSeconds = 0.123456;
    odd.alerts.command = {"bell", "", "a \"b\""};
    odd.classes["dog"].threshold = 0.123F;
    odd.classes["of another model"].hidden = true;
    SettingsDialog dialog(odd, contextOf());
    dialog.show();
    const QSignalSpy changes(&dialog, &SettingsDialog::settingsChanged);
    QVERIFY(!button(dialog, QDialogButtonBox::Apply)->isEnabled());
    dialog.showPage(SettingsDialog::Page::Alerts);
    click(named<QCheckBox>(dialog, "Sound"));
    click(button(dialog, QDialogButtonBox::Apply));
    odd.alerts.sound = true;
    QCOMPARE(changes.count(), 1);
    QVERIFY(same(dialog.settings(), odd));
    click(button(dialog, QDialogButtonBox::Ok));
    QCOMPARE(changes.count(), 1);  // nothing more
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
  }

  void recordingIsSetUp() {
    SettingsDialog dialog(MonitoringSettings{}, contextOf());
    dialog.show();
    QVERIFY(shows(dialog, "1.5 GiB used now"));
    click(named<QRadioButton>(dialog, "Record detected sounds"));
    typeInto(named<QLineEdit>(dialog, "Folder"), "/srv/sounds");
    named<QComboBox>(dialog, "Format")->setFocus();
    QTest::keyClick(named<QComboBox>(dialog, "Format"), Qt::Key_Down);
    named<QDoubleSpinBox>(dialog, "Before")->setFocus();
    QTest::keyClick(named<QDoubleSpinBox>(dialog, "Before"), Qt::Key_Up);
    click(named<QCheckBox>(dialog, "Limit the disk space for recordings"));
    QTest::keyClick(&dialog, Qt::Key_Return);
    const RecorderSettings recorder = dialog.settings().recorder;
    QVERIFY(recorder.mode == RecorderSettings::Mode::Triggered);
    QCOMPARE(recorder.folder, fs::path("/srv/sounds"));
    QVERIFY(recorder.format == RecorderSettings::Format::Wav);
    QCOMPARE(recorder.beforeSeconds, 3.5);
    QCOMPARE(recorder.quotaBytes, int64_t(0));
    QVERIFY(!dialog.isVisible());
  }

  void aWrongEntryIsToldAndCannotBeApplied() {
    SettingsDialog dialog(MonitoringSettings{}, contextOf());
    dialog.show();
    typeInto(named<QLineEdit>(dialog, "Folder"), "sounds");
    QVERIFY(shows(dialog, "absolute path"));
    QVERIFY(!button(dialog, QDialogButtonBox::Ok)->isEnabled());
    typeInto(named<QLineEdit>(dialog, "Folder"), "/sounds");
    QVERIFY(!shows(dialog, "absolute path"));
    QVERIFY(button(dialog, QDialogButtonBox::Apply)->isEnabled());

    dialog.showPage(SettingsDialog::Page::Alerts);
    typeInto(named<QLineEdit>(dialog, "Webhook"), "example.org");
    QVERIFY(shows(dialog, "https:// and a name"));
    QVERIFY(!button(dialog, QDialogButtonBox::Apply)->isEnabled());
    typeInto(named<QLineEdit>(dialog, "Webhook"), "https://example.org/x");
    QVERIFY(button(dialog, QDialogButtonBox::Apply)->isEnabled());
    typeInto(named<QLineEdit>(dialog, "Command"), "bell \"loud");
    QVERIFY(shows(dialog, "not closed"));
    QVERIFY(!button(dialog, QDialogButtonBox::Ok)->isEnabled());
    QTest::keyClicks(named<QLineEdit>(dialog, "Command"), " ring\"");
    click(button(dialog, QDialogButtonBox::Apply));
    QCOMPARE(dialog.settings().alerts.command, (std::vector<std::string>{"bell", "loud ring"}));
    QCOMPARE(dialog.settings().alerts.webhookUrl, std::string("https://example.org/x"));
  }

  void commandsAreOneLine() {
    const std::vector<std::string> command{"/usr/bin/bell", "two words", "say \"hi\"", "$HOME"};
    QCOMPARE(commandFromText(commandText(command)), command);
    QVERIFY(!hasOpenQuote(commandText(command)));
    QVERIFY(hasOpenQuote("a \"b"));
    QVERIFY(!hasOpenQuote("\"a \"\"\"b\""));
  }

  void quietHoursAndClassesAreChosen() {
    SettingsDialog dialog(MonitoringSettings{}, contextOf());
    dialog.show();
    dialog.showPage(SettingsDialog::Page::Alerts);
    auto* from = named<QTimeEdit>(dialog, "Quiet hours begin");
    QVERIFY(!from->isEnabled());
    QTest::keyClick(named<QCheckBox>(dialog, "Quiet hours from"), Qt::Key_Space);
    QVERIFY(from->isEnabled());
    from->setFocus();
    from->setCurrentSection(QDateTimeEdit::HourSection);
    QTest::keyClick(from, Qt::Key_Up);

    typeInto(named<QLineEdit>(dialog, "Find"), "fire");
    auto* list = named<QListView>(dialog, "Classes");
    QCOMPARE(list->model()->rowCount(), 1);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Space);
    click(button(dialog, QDialogButtonBox::Apply));
    QVERIFY(dialog.settings().alerts.quietHours);
    QCOMPARE(dialog.settings().alerts.quietFromMinute, 23 * 60);
    QVERIFY(dialog.settings().classNamed("crackling_fire").alert);
    QCOMPARE(dialog.settings().classes.size(), size_t(1));
  }

  void aTestAlertThatFailsIsTold() {
    qputenv("DBUS_SESSION_BUS_ADDRESS",
            QByteArray::fromStdString("unix:path=" + (folder_ / "none").string()));
    SettingsDialog dialog(MonitoringSettings{}, contextOf());
    dialog.show();
    dialog.showPage(SettingsDialog::Page::Alerts);
    auto* test = named<QPushButton>(dialog, "Test the desktop notification");
    click(test);
    QTRY_VERIFY(shows(dialog, "no session bus"));
    QVERIFY(test->isEnabled());
  }

  void aTestAlertReachesTheCommand() {
    SettingsDialog dialog(MonitoringSettings{}, contextOf());
    dialog.show();
    dialog.showPage(SettingsDialog::Page::Alerts);
    auto* test = named<QPushButton>(dialog, "Test the command");
    QVERIFY(!test->isEnabled());
    const fs::path file = folder_ / "heard";
    typeInto(named<QLineEdit>(dialog, "Command"),
             QString::fromStdString("tee \"" + file.string() + "\""));
    click(test);
    QTRY_VERIFY(shows(dialog, "Sent."));
    const auto alert = nlohmann::json::parse(readFile(file));
    QCOMPARE(alert.at("label").get<std::string>(), std::string("Test alert"));
    QVERIFY(dialog.settings().alerts.command.empty());  // nothing was applied
  }

  void classesAreSetInTheTable() {
    MonitoringSettings settings;
    settings.classes["siren"].minimumSeconds = 2.0;
    SettingsDialog dialog(settings, contextOf());
    dialog.show();
    dialog.showPage(SettingsDialog::Page::Classes);
    auto* table = named<QTableView>(dialog, "Classes");
    const auto cell = [table](int row, int column) { return table->model()->index(row, column); };
    QCOMPARE(cell(0, 1).data().toString(), QString("50%"));
    QCOMPARE(cell(1, 2).data().toString(), QString("2 s"));

    table->setFocus();
    table->setCurrentIndex(cell(0, 1));
    QTest::keyClick(table, Qt::Key_F2);
    auto* editor = table->findChild<QDoubleSpinBox*>();
    QVERIFY(editor != nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, QLocale().toString(37.5));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(cell(0, 1).data(Qt::EditRole).toDouble(), 37.5);
    table->setCurrentIndex(cell(3, 4));
    QTest::keyClick(table, Qt::Key_Space);
    click(button(dialog, QDialogButtonBox::Apply));
    QCOMPARE(dialog.settings().classNamed("dog").threshold, std::optional(0.375F));
    QVERIFY(dialog.settings().classNamed("rain").hidden);

    typeInto(named<QLineEdit>(dialog, "Find classes"), "sir");
    QCOMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    for (QPushButton* press : dialog.findChildren<QPushButton*>())
      if (press->text() == "&Reset to the model's") click(press);
    click(button(dialog, QDialogButtonBox::Apply));
    QVERIFY(dialog.settings().classes.find("siren") == dialog.settings().classes.end());
    QCOMPARE(dialog.settings().classes.size(), size_t(2));
  }

  void anEditorThatChangesNothingSetsNothing() {
    SettingsDialog dialog(MonitoringSettings{}, contextOf());
    dialog.show();
    dialog.showPage(SettingsDialog::Page::Classes);
    auto* table = named<QTableView>(dialog, "Classes");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 1));
    QTest::keyClick(table, Qt::Key_F2);
    QTest::keyClick(table->findChild<QDoubleSpinBox*>(), Qt::Key_Return);
    QTRY_VERIFY(table->findChild<QDoubleSpinBox*>() == nullptr);
    QVERIFY(!button(dialog, QDialogButtonBox::Apply)->isEnabled());
  }

  void aRoomIsLearnedAndForgotten() {
    SettingsDialog dialog(MonitoringSettings{}, contextOf());
    dialog.show();
    dialog.showPage(SettingsDialog::Page::Detection);
    QVERIFY(shows(dialog, "Room noise has not been measured yet"));
    const QSignalSpy requests(&dialog, &SettingsDialog::learnRoomRequested);
    QPushButton* learn = nullptr;
    QPushButton* forget = nullptr;
    for (QPushButton* press : dialog.findChildren<QPushButton*>()) {
      if (press->text().contains("oom noise (20 s)")) learn = press;
      if (press->text().contains("orget room noise")) forget = press;
    }
    click(learn);
    QCOMPARE(requests.count(), 1);
    dialog.setRoomLearning(5.0);
    QVERIFY(!learn->isEnabled());
    QCOMPARE(dialog.findChild<QProgressBar*>()->value(), 25);
    dialog.endRoomLearning("Nothing was heard.");
    QVERIFY(learn->isEnabled() && shows(dialog, "Nothing was heard."));

    NoiseProfile room;
    room.floorDb.assign(80, -60.0F);
    room.seconds = 20.0;
    dialog.setRoom(room, 1'767'323'045'678);
    QVERIFY(shows(dialog, "measured on"));
    click(button(dialog, QDialogButtonBox::Apply));
    QCOMPARE(dialog.settings().room.floorDb.size(), size_t(80));
    QCOMPARE(dialog.settings().roomLearnedUtcMs, int64_t(1'767'323'045'678));
    click(forget);
    click(button(dialog, QDialogButtonBox::Apply));
    QVERIFY(dialog.settings().room.empty());
  }

  void defaultsComeBackButNotBeforeApply() {
    MonitoringSettings settings;
    settings.recorder.mode = RecorderSettings::Mode::Everything;
    settings.classes["dog"].hidden = true;
    settings.classes["of another model"].hidden = true;
    settings.storeEvents = false;
    SettingsDialog dialog(settings, contextOf());
    dialog.show();
    click(button(dialog, QDialogButtonBox::RestoreDefaults));
    QVERIFY(same(dialog.settings(), settings));
    click(button(dialog, QDialogButtonBox::Apply));
    MonitoringSettings expected;
    expected.classes["of another model"].hidden = true;
    QVERIFY(same(dialog.settings(), expected));
  }

  void cancelKeepsWhatWas() {
    SettingsDialog dialog(MonitoringSettings{}, contextOf());
    dialog.show();
    const QSignalSpy changes(&dialog, &SettingsDialog::settingsChanged);
    click(named<QRadioButton>(dialog, "Record everything"));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(changes.count(), 0);
    QVERIFY(same(dialog.settings(), MonitoringSettings{}));
  }

  void aLanguageIsKeptWithApply() {
    SettingsDialog dialog(MonitoringSettings{}, contextOf());
    dialog.show();
    dialog.showPage(SettingsDialog::Page::Language);
    auto* language = named<QComboBox>(dialog, "Language");
    QCOMPARE(language->currentIndex(), 0);
    language->setCurrentText("Русский");
    QVERIFY(keptLanguage().isEmpty());
    click(button(dialog, QDialogButtonBox::Apply));
    QCOMPARE(keptLanguage(), QString("ru"));
    QVERIFY(!button(dialog, QDialogButtonBox::Apply)->isEnabled());
    const SettingsDialog later(MonitoringSettings{}, contextOf());
    QCOMPARE(named<QComboBox>(later, "Language")->currentText(), QString("Русский"));
    language->setCurrentIndex(0);
    click(button(dialog, QDialogButtonBox::Ok));
    QVERIFY(keptLanguage().isEmpty());
  }

  void pagesFitASmallScreen_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
  }
  void pagesFitASmallScreen() {
    QFETCH(bool, dark);
    qApp->findChild<Theme*>()->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    SettingsDialog dialog(MonitoringSettings{}, contextOf());
    dialog.show();
    QVERIFY(dialog.width() <= 1024 && dialog.height() <= 600);
    for (int page = 0; page < 6; ++page) {
      dialog.showPage(SettingsDialog::Page(page));
      QCoreApplication::processEvents();
      // Everything fits from left to right; from top to bottom a page may scroll.
      if (auto* area =
              qobject_cast<QScrollArea*>(dialog.findChild<QStackedWidget*>()->widget(page)))
        QVERIFY2(area->widget()->width() <= area->viewport()->width(),
                 qPrintable(QString::number(page)));
      if (const QString shots = qEnvironmentVariable("EARWITNESS_SCREENSHOTS"); !shots.isEmpty())
        dialog.grab().save(QString("%1/settings-%2-%3.png").arg(shots).arg(page).arg(dark));
    }
  }

  // ---- The keeper -------------------------------------------------------------------------------

  void changesAreWrittenAMomentLater() {
    const fs::path file = folder_ / "earwitness" / "desk.json";
    MonitoringSettingsStore keeper(file);
    QSignalSpy loaded(&keeper, &MonitoringSettingsStore::loaded);
    QSignalSpy changed(&keeper, &MonitoringSettingsStore::changed);
    QSignalSpy saved(&keeper, &MonitoringSettingsStore::saved);
    keeper.load();
    QVERIFY(loaded.wait());
    QCOMPARE(changed.count(), 0);
    MonitoringSettings settings;
    for (const double seconds : {1.0, 2.0, 3.0}) {
      settings.smoothingSeconds = seconds;
      keeper.setSettings(settings);
    }
    QCOMPARE(changed.count(), 3);
    QVERIFY(!fs::exists(file));
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(readMonitoringSettings(file).smoothingSeconds, 3.0);
    keeper.setSettings(settings);  // the same
    QCOMPARE(changed.count(), 3);
  }

  void whatWasWrittenIsReadAgain() {
    MonitoringSettings settings;
    settings.classes["dog"].alert = true;
    writeMonitoringSettings(folder_ / "desk.json", settings);
    MonitoringSettingsStore keeper(folder_ / "desk.json");
    QSignalSpy changed(&keeper, &MonitoringSettingsStore::changed);
    keeper.load();
    QVERIFY(changed.wait());
    QVERIFY(keeper.isLoaded() && same(keeper.settings(), settings));
  }

  void aDamagedFileIsMovedAsideAndTold() {
    writeFileAtomically(folder_ / "desk.json", "{\"recorder\": 3}");
    MonitoringSettingsStore keeper(folder_ / "desk.json");
    QSignalSpy problems(&keeper, &MonitoringSettingsStore::problem);
    QSignalSpy saved(&keeper, &MonitoringSettingsStore::saved);
    keeper.load();
    QVERIFY(problems.wait());
    const QString sentence = problems[0][0].toString();
    QVERIFY2(sentence.contains("'recorder'") && sentence.contains("saved as"),
             qPrintable(sentence));
    QVERIFY(!fs::exists(folder_ / "desk.json"));
    MonitoringSettings settings;
    settings.storeEvents = false;
    keeper.setSettings(settings);
    QTRY_COMPARE(saved.count(), 1);
    int aside = 0;
    for (const auto& entry : fs::directory_iterator(folder_))
      if (readFile(entry.path()) == "{\"recorder\": 3}") ++aside;
    QCOMPARE(aside, 1);
    QVERIFY(!readMonitoringSettings(folder_ / "desk.json").storeEvents);
  }

  void whatIsNotWrittenYetIsWrittenAtTheEnd() {
    const fs::path file = folder_ / "desk.json";
    {
      MonitoringSettingsStore keeper(file);
      QSignalSpy loaded(&keeper, &MonitoringSettingsStore::loaded);
      keeper.load();
      QVERIFY(loaded.wait());
      MonitoringSettings settings;
      settings.smoothingSeconds = 7.0;
      keeper.setSettings(settings);
    }
    QTRY_VERIFY(fs::exists(file));
    QCOMPARE(readMonitoringSettings(file).smoothingSeconds, 7.0);
  }

  void aChangeBeforeTheFileIsReadGoesBeforeIt() {
    MonitoringSettings old;
    old.smoothingSeconds = 1.0;
    writeMonitoringSettings(folder_ / "desk.json", old);
    MonitoringSettingsStore keeper(folder_ / "desk.json");
    QSignalSpy saved(&keeper, &MonitoringSettingsStore::saved);
    keeper.load();
    MonitoringSettings settings;
    settings.smoothingSeconds = 2.0;
    keeper.setSettings(settings);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(keeper.settings().smoothingSeconds, 2.0);
    QCOMPARE(readMonitoringSettings(folder_ / "desk.json").smoothingSeconds, 2.0);
  }

  void aFolderThatCannotBeMadeIsTold() {
    writeFileAtomically(folder_ / "file", "");
    MonitoringSettingsStore keeper(folder_ / "file" / "desk.json");
    QSignalSpy problems(&keeper, &MonitoringSettingsStore::problem);
    keeper.load();
    QTRY_VERIFY(keeper.isLoaded());
    problems.clear();
    MonitoringSettings settings;
    settings.storeEvents = false;
    keeper.setSettings(settings);
    QVERIFY(problems.wait());
  }

 private:
  QTemporaryDir directory_;
  fs::path folder_;
};

QTEST_MAIN(TestSettingsDialog)
#include "test_settings_dialog.moc"
