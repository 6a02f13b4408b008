// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "app/gui/base/application_identity.h"
#include "app/gui/shell/command_line.h"
#include "core/base/atomic_file.h"
#include "tests/gui/gui_test_support.h"

using namespace earwitness::gui;
namespace fs = std::filesystem;

namespace {

constexpr int kPatienceMs = 120'000;  // with a machine that has other things to do

struct Outcome {
  int code = -1;
  bool isNormal = false;  ///< neither aborted nor killed
  QString out, error;
};

}  // namespace

/// The program as it is started: its arguments, its display, its end.
class TestStart : public QObject {
  Q_OBJECT

 private slots:
  void init() { home_ = std::make_unique<QTemporaryDir>(); }

  void helpAndVersionNeedNoDisplay() {
    for (const QString& option : {QStringLiteral("--help"), QStringLiteral("-h")}) {
      const Outcome help = start({option}, withoutDisplay());
      QVERIFY2(help.isNormal && help.code == 0, qPrintable(help.error));
      QVERIFY2(help.out.contains("--no-listen") && help.out.contains("[files...]"),
               qPrintable(help.out));
      QVERIFY2(!help.out.contains("platformtheme"), qPrintable(help.out));
      QCOMPARE(help.error, QString());
    }
    for (const QString& option : {QStringLiteral("--version"), QStringLiteral("-v")}) {
      const Outcome version = start({option}, withoutDisplay());
      QVERIFY2(version.isNormal && version.code == 0, qPrintable(version.error));
      QVERIFY2(version.out.startsWith("Earwitness ") && version.out.contains('.'),
               qPrintable(version.out));
      QCOMPARE(version.error, QString());
    }
  }

  void helpIsInTheUsersLanguage() {
    const Outcome help = start({"--language", "ru", "--help"}, withoutDisplay());
    QCOMPARE(help.code, 0);
    QVERIFY2(help.out.contains(QStringLiteral("файл")), qPrintable(help.out));
  }

  void wrongArgumentsAreSaidWithoutADisplay_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("part");
    QTest::newRow("unknown") << QStringList{"--nonsense"} << "nonsense";
    QTest::newRow("no value") << QStringList{"--model"} << "model";
    QTest::newRow("language") << QStringList{"--language", "xx"} << "--language";
    QTest::newRow("seconds") << QStringList{"--after", "soon"} << "--after";
    QTest::newRow("negative") << QStringList{"--after", "-1"} << "--after";
    QTest::newRow("level") << QStringList{"--log-level", "all"} << "--log-level";
  }
  void wrongArgumentsAreSaidWithoutADisplay() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, part);
    const Outcome outcome = start(arguments, withoutDisplay());
    QVERIFY2(outcome.isNormal, qPrintable(outcome.error));
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.out, QString());
    QVERIFY2(outcome.error.startsWith("earwitness: ") && outcome.error.contains(part) &&
                 outcome.error.trimmed().endsWith('.') && outcome.error.trimmed().count('\n') == 0,
             qPrintable(outcome.error));
  }

  void aStartWithoutADisplayIsASentence() {
    QProcessEnvironment environment = withoutDisplay();
    const Outcome none = start({"--no-listen"}, environment);
    QVERIFY2(none.isNormal && none.code == 1, qPrintable(none.error));
    QVERIFY2(none.error.startsWith("earwitness: There is no display to open a window on"),
             qPrintable(none.error));
    environment.insert("DISPLAY", ":98765");
    const Outcome gone = start({"--no-listen"}, environment);
    QVERIFY2(gone.isNormal && gone.code == 1, qPrintable(gone.error));
    QVERIFY2(gone.error.startsWith("earwitness: The display ':98765' cannot be opened."),
             qPrintable(gone.error));
  }

  void optionsOfQtArePassedOver() {
    const CommandLine line =
        readCommandLine({"-platform", "offscreen", "--style", "fusion", "-qwindowgeometry=300x200",
                         "--no-listen", "a.wav", "-reverse", "/b c.wav"});
    QCOMPARE(line.mistake, QString());
    QVERIFY(!line.options.listen);
    QCOMPARE(line.options.paths.size(), size_t(2));
    QCOMPARE(line.options.paths[0], fs::current_path() / "a.wav");
    QCOMPARE(line.options.paths[1], fs::path("/b c.wav"));
  }

  void theOptionsAreRead() {
    const CommandLine line = readCommandLine(
        {"--model", "/m.pt", "--device", "USB", "--language", "ru", "--event-log", "e",
         "--screenshot", "s.png", "--after", "0.5", "--startup-times", "--log-level", "debug"});
    QCOMPARE(line.mistake, QString());
    QCOMPARE(line.options.model, fs::path("/m.pt"));
    QCOMPARE(line.options.device, QString("USB"));
    QCOMPARE(line.options.language, QString("ru"));
    QCOMPARE(line.options.screenshotAfterSeconds, 0.5);
    QVERIFY(line.options.logLevel == earwitness::LogLevel::Debug);
    QVERIFY(readCommandLine({}).options.logLevel == earwitness::LogLevel::Info);
    QVERIFY(line.options.listen && line.options.startupTimes && !line.options.listeningReport);
    QVERIFY(line.options.paths.empty());
  }

  void theLogTellsOfTheStart() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_QPA_PLATFORM", "offscreen");
    const Outcome outcome = start({"--no-listen", "--model", textOf(home() / "no model.pt"),
                                   "--screenshot", textOf(home() / "window.png"), "--after", "3"},
                                  environment);
    QVERIFY2(outcome.isNormal && outcome.code == 0, qPrintable(outcome.error));
    QVERIFY2(!outcome.error.contains("info app"), qPrintable(outcome.error));
    const std::string log = earwitness::readFile(home() / "earwitness" / "log" / "earwitness.log");
    for (const char* part :
         {" info app: Started as process ", ": Earwitness ", "; Qt ", "; PortAudio ", "; LibTorch ",
          "no model.pt", " info app: Ended with exit code 0\n"})
      QVERIFY2(log.find(part) != std::string::npos, (part + ("\n" + log)).c_str());
  }

  /// A folder that is searched, and files that are read, on a network share that does not answer.
  void theProgramEndsThoughAShareDoesNotAnswer_data() {
    QTest::addColumn<bool>("folder");
    QTest::newRow("folder") << true;
    QTest::newRow("file") << false;
  }
  void theProgramEndsThoughAShareDoesNotAnswer() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("A sanitizer has to be loaded first.");
#endif
    QFETCH(bool, folder);
    const fs::path share = home() / "dead share";
    fs::create_directories(share);
    for (const char* name : {"a.wav", "b.wav", "c.wav"})
      test::writeWav(share / name, test::sine(440.0, 1.0, 16000.0));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_QPA_PLATFORM", "offscreen");
    environment.insert("LD_PRELOAD", EARWITNESS_STUCK_SHARE);
    environment.insert("STUCK_SHARE_LOG", textOf(home() / "stuck"));
    QStringList arguments{"--no-listen",
                          "--model",
                          textOf(home() / "no model.pt"),
                          "--screenshot",
                          textOf(home() / "window.png"),
                          "--after",
                          "3"};
    if (folder)
      arguments << textOf(share);
    else
      arguments << textOf(share / "a.wav") << textOf(share / "b.wav");
    const Outcome outcome = start(arguments, environment);
    QVERIFY2(outcome.isNormal && outcome.code == 0, qPrintable(outcome.error));
    QVERIFY(fs::exists(home() / "window.png"));
    std::ifstream log(home() / "stuck");
    std::string line;
    QVERIFY2(std::getline(log, line), "The program did not come to reading.");
    QCOMPARE(line, std::string(folder ? "folder" : "file"));
  }

 private:
  fs::path home() const {
    return home_->path().toStdString();
  }
  static QString textOf(const fs::path& path) {
    return QString::fromStdString(path.string());
  }
  static QProcessEnvironment withoutDisplay() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY"}) environment.remove(variable);
    environment.insert("QT_QPA_PLATFORM", "xcb");
    environment.insert("LC_ALL", "C.UTF-8");
    return environment;
  }
  /// Until its end.
  Outcome start(const QStringList& arguments, QProcessEnvironment environment) const {
    for (const char* variable :
         {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME"})
      environment.insert(variable, home_->path());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(EARWITNESS_APP, arguments);
    Outcome outcome;
    if (!process.waitForFinished(kPatienceMs)) {
      process.kill();
      process.waitForFinished();
      outcome.error = QStringLiteral("It did not end.");
      return outcome;
    }
    outcome.code = process.exitCode();
    outcome.isNormal = process.exitStatus() == QProcess::NormalExit;
    outcome.out = QString::fromUtf8(process.readAllStandardOutput());
    outcome.error = QString::fromUtf8(process.readAllStandardError());
    return outcome;
  }

  std::unique_ptr<QTemporaryDir> home_;
};

int main(int argc, char** argv) {
  setApplicationIdentity();
  QApplication application(argc, argv);
  TestStart test;
  return QTest::qExec(&test, argc, argv);
}
#include "test_start.moc"
