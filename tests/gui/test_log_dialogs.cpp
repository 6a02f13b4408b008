// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QTextBlock>
#include <QtTest>

#include "app/gui/base/core_text.h"
#include "app/gui/base/theme.h"
#include "app/gui/log/log_dialog.h"
#include "app/gui/log/report_dialog.h"
#include "app/gui/log/window_log.h"
#include "app/gui/shell/main_window.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "tests/gui/gui_test_support.h"
#include "tests/gui/shown_dialog.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;
namespace fs = std::filesystem;

/// Help > Show log, Help > Copy report, and what gets into the log.
class TestLogDialogs : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    settings_ = std::make_unique<QTemporaryDir>();
    isolateSettings(*settings_);
    world_ = std::make_unique<TestWorld>();
    theme_ = std::make_unique<Theme>();
    openLog(windowLogFile(), LogLevel::Info);
    logInfo(kLogApp, "the first line");
    logWarning(kLogModel,
               "'" + home() + "/My sounds/Rose 1.wav' cannot be read; the class 'siren'");
  }
  void cleanup() {
    window_.reset();
    closeLog();
  }

  void mnemonicsAreUnique() {
    openWindow();
    QSet<QString> letters;
    for (const QAction* action : help()->actions()) {
      if (action->isSeparator()) continue;
      const QString letter = action->text().section(u'&', 1).left(1).toLower();
      QVERIFY2(!letter.isEmpty() && !letters.contains(letter), qPrintable(action->text()));
      letters.insert(letter);
    }
    QCOMPARE(letters.size(), 4);
  }

  void theLogIsShownAndFollowed() {
    openWindow();
    choose("Show &log…");
    LogDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = shownDialog<LogDialog>()) != nullptr);
    auto* text = dialog->findChild<QPlainTextEdit*>("logText");
    QTRY_VERIFY(text->toPlainText().contains("the first line"));
    QVERIFY(text->isReadOnly() && text->toPlainText().contains("Rose 1.wav"));
    logInfo(kLogApp, "a new line");
    QTRY_VERIFY(text->toPlainText().contains("a new line"));
    QCOMPARE(text->toPlainText().count("the first line"), 1);
    auto* follows = dialog->findChild<QCheckBox*>();
    QTest::mouseClick(follows, Qt::LeftButton, {}, QPoint(8, follows->height() / 2));
    QVERIFY(!follows->isChecked());
    logInfo(kLogApp, "a later line");
    QTest::qWait(LogDialog::kReadEveryMs + 300);
    QVERIFY(!text->toPlainText().contains("a later line"));
    QTest::mouseClick(follows, Qt::LeftButton, {}, QPoint(8, follows->height() / 2));
    QTRY_VERIFY(text->toPlainText().contains("a later line"));
    // Chosen again, it is the same one.
    choose("Show &log…");
    QCOMPARE(shownDialog<LogDialog>(), dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(shownDialog<LogDialog>() == nullptr);
  }

  void textIsFound() {
    for (int i = 0; i < 3; ++i) logInfo(kLogApp, "needle " + std::to_string(i));
    LogDialog dialog(windowLogFile());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto* text = dialog.findChild<QPlainTextEdit*>("logText");
    QTRY_VERIFY(text->toPlainText().contains("needle 2"));
    auto* wanted = dialog.findChild<QLineEdit*>();
    const auto line = [text] { return text->textCursor().block().text(); };
    QTest::keyClicks(wanted, "NEEDLE");
    text->moveCursor(QTextCursor::Start);
    for (const char* end : {"needle 0", "needle 1", "needle 2", "needle 0"}) {
      QTest::keyClick(wanted, Qt::Key_Return);
      QVERIFY2(line().endsWith(end), qPrintable(line()));
      QCOMPARE(text->textCursor().selectedText(), QString("needle"));
    }
    QTest::keyClick(wanted, Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY2(line().endsWith("needle 2"), qPrintable(line()));
    QVERIFY(dialog.isVisible());  // Return does not press a button
    QTest::keyClicks(wanted, " nowhere");
    QTest::keyClick(wanted, Qt::Key_Return);
    const auto* note = dialog.findChild<QLabel*>("logNote");
    QVERIFY(!note->text().isEmpty());
    QVERIFY(line().endsWith("needle 2"));
    text->setFocus();
    QTest::keyClick(&dialog, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(wanted->hasFocus() && wanted->selectedText() == "NEEDLE nowhere");
  }

  void aSelectionStaysWhileLinesCome() {
    LogDialog dialog(windowLogFile());
    dialog.show();
    auto* text = dialog.findChild<QPlainTextEdit*>("logText");
    QTRY_VERIFY(text->toPlainText().contains("the first line"));
    text->moveCursor(QTextCursor::Start);
    QVERIFY(text->find("first"));
    logInfo(kLogApp, "a new line");
    QTRY_VERIFY(text->toPlainText().endsWith("a new line"));
    QCOMPARE(text->textCursor().selectedText(), QString("first"));
  }

  void aLogMayBeginLater() {
    LogDialog dialog(home() + "/later.log");
    dialog.show();
    auto* text = dialog.findChild<QPlainTextEdit*>("logText");
    QTest::qWait(300);
    QVERIFY(text->toPlainText().isEmpty() && !text->placeholderText().isEmpty());
    QVERIFY(dialog.findChild<QLabel*>("logNote")->text().isEmpty());
    writeFileAtomically(home() + "/later.log", "now it is\n");
    QTRY_COMPARE(text->toPlainText(), QString("now it is"));
  }

  void aLogThatCannotBeReadIsReported() {
    writeFileAtomically(home() + "/file", "x");
    LogDialog dialog(home() + "/file/none.log");
    dialog.show();
    const auto* note = dialog.findChild<QLabel*>("logNote");
    QTRY_VERIFY2(note->text().contains("cannot be read"), qPrintable(note->text()));
  }

  void theReportIsShownBeforeItIsCopied() {
    openWindow();
    QTRY_VERIFY(readFile(windowLogFile()).find("Opened the model") != std::string::npos);
    QGuiApplication::clipboard()->setText("before");
    choose("&Copy report…");
    ReportDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = shownDialog<ReportDialog>()) != nullptr);
    auto* text = dialog->findChild<QPlainTextEdit*>("reportText");
    auto* copy = dialog->findChild<QPushButton*>("copyReport");
    QTRY_VERIFY(copy->isEnabled());
    const auto shows = [text](const char* part) { return text->toPlainText().contains(part); };
    for (const char* part :
         {"Qt 6", "PortAudio V", "LibTorch ", "Platform offscreen", "Audio inputs: 2",
          "* Built-in: ALC257", "Model: 'Test model'", "Classes: 6", "State: ", "the first line",
          "'<path>.wav' cannot be read; the class '<class>'", "File: '<path>.pt'"})
      QVERIFY2(shows(part), (part + ("\n" + text->toPlainText().toUtf8())).constData());
    for (const char* part : {"Rose", "My sounds", "siren", "clock"})
      QVERIFY2(!shows(part), qPrintable(text->toPlainText()));
    QVERIFY(!text->toPlainText().contains(QString::fromStdString(home())));
    QVERIFY(text->isReadOnly());
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("before"));

    const auto boxes = dialog->findChildren<QCheckBox*>();
    QCOMPARE(boxes.size(), 2);
    for (QCheckBox* box : boxes) QVERIFY(!box->isChecked());
    click(boxes[0]);
    QVERIFY2(shows("'~/My sounds/Rose 1.wav' cannot be read; the class '<class>'"),
             qPrintable(text->toPlainText()));
    QVERIFY(!shows("siren") && !text->toPlainText().contains(QString::fromStdString(home())));
    click(boxes[1]);
    QVERIFY(shows("the class 'siren'") && shows("\nclock\n"));
    click(boxes[0]);
    QVERIFY(!shows("Rose") && shows("\nclock\n"));
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());
    QVERIFY(dialog->findChild<QLabel*>("reportNote")->text().contains("clipboard"));
  }

  void theLogLeadsToTheReport() {
    openWindow();
    choose("Show &log…");
    QTRY_VERIFY(shownDialog<LogDialog>() != nullptr);
    for (auto* button : shownDialog<LogDialog>()->findChildren<QPushButton*>())
      if (button->text() == "Copy &report…") QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(shownDialog<ReportDialog>() != nullptr);
  }

  void devicesThatCannotBeListedAreNoObstacle() {
    const ReportFacts facts =
        collectFacts({}, []() -> std::vector<AudioDevice> { throw Error("No sound today."); });
    const QString text = reportText(facts, {});
    QVERIFY(text.contains("No sound today.") && text.contains("Model: none") &&
            text.contains("the first line"));
  }

  void whatQtReportsIsLogged() {
    closeLog();
    startWindowLog(LogLevel::Info);
    QTest::ignoreMessage(QtWarningMsg, "a slot is missing");
    qWarning("a slot is missing");
    QTest::ignoreMessage(QtDebugMsg, "too low");
    qDebug("too low");
    const std::string log = readFile(windowLogFile());
    QVERIFY2(log.find(" warning qt: a slot is missing\n") != std::string::npos, log.c_str());
    QVERIFY(log.find("too low") == std::string::npos);
    QVERIFY(log.find(" info app: Started as process ") != std::string::npos);
  }

  void problemsThatAreShownAreLoggedInEnglish() {
    speak(QStringLiteral("ru"));
    QString shown;
    try {
      throw Error("'%1' cannot be opened as audio: %2", "/a/b.wav",
                  Message("there is no such file."));
    } catch (const Error&) {
      shown = shownProblem();
    }
    speak(QStringLiteral("en"));
    QVERIFY(shown.contains(QStringLiteral("не открыть")));
    QVERIFY(
        readFile(windowLogFile())
            .find(" warning app: '/a/b.wav' cannot be opened as audio: there is no such file.") !=
        std::string::npos);
  }

  void modelsAndDevicesAreLogged() {
    openWindow();
    const auto count = [](const char* part) {
      const QString log = QString::fromStdString(readFile(windowLogFile()));
      return log.count(QString::fromUtf8(part));
    };
    QTRY_VERIFY(count(" info model: Opened the model 'Test model', fingerprint test, from ") == 1);
    QTRY_VERIFY(world_->microphone.opened() > 0);
    QTest::qWait(1000);  // a stream may begin again with the classes that were taught
    world_->microphone.setPresent(false);
    QTRY_VERIFY(count(" warning audio: Microphone 'Test microphone' stopped sending audio") == 1);
    QVERIFY(count(" info audio: The stream of 'Test microphone' ended after ") > 0);
    // It is looked for once a second, and reported once.
    QTRY_VERIFY(count("No microphone found") == 1);
    QTest::qWait(2200);
    QCOMPARE(count("No microphone found"), 1);
    window_->openModel(QString::fromStdString(home()) + "/broken.pt");
    QTRY_VERIFY(count("broken.pt' is not a model file.") == 1);
  }

 private:
  std::string home() const { return settings_->path().toStdString(); }

  void openWindow() {
    StartOptions options;
    options.openSample = false;
    options.model = home() + "/test.pt";
    window_ = std::make_unique<MainWindow>(world_->backend(), options, theme_.get());
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
  }
  QMenu* help() const {
    for (QAction* action : window_->menuBar()->actions())
      if (action->text() == "&Help") return action->menu();
    return nullptr;
  }
  void choose(const char* text) const {
    QMenu* menu = help();
    menu->popup(window_->mapToGlobal(QPoint(10, 10)));
    QTRY_VERIFY(menu->isVisible());
    for (QAction* action : menu->actions())
      if (action->text() == QString::fromUtf8(text))
        return QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    QFAIL(text);
  }
  static void click(QCheckBox* box) {
    const bool before = box->isChecked();
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QCOMPARE(box->isChecked(), !before);
  }

  std::unique_ptr<QTemporaryDir> settings_;
  std::unique_ptr<TestWorld> world_;
  std::unique_ptr<Theme> theme_;
  std::unique_ptr<MainWindow> window_;
};

QTEST_MAIN(TestLogDialogs)
#include "test_log_dialogs.moc"
