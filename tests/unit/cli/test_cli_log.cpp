// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "tests/unit/audio/sound_files.h"
#include "tests/unit/cli/cli_process.h"

using namespace earwitness;

/// What --log-level prints, and where it may stand.
class TestCliLog : public QObject {
  Q_OBJECT

 private slots:
  void nothingIsLoggedUnlessItIsAskedFor() {
    CliProcess cli;
    QVERIFY(cli.run({"architectures"}));
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.errorText(), QString());
  }

  void theLevelStandsBeforeOrAfterTheCommand_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("before") << QStringList{"--log-level", "info", "architectures"};
    QTest::newRow("joined") << QStringList{"--log-level=info", "architectures"};
    QTest::newRow("after") << QStringList{"architectures", "--log-level", "info"};
    QTest::newRow("below") << QStringList{"model", "list", "--log-level", "info"};
  }
  void theLevelStandsBeforeOrAfterTheCommand() {
    QFETCH(QStringList, arguments);
    CliProcess cli;
    QVERIFY(cli.run(arguments));
    const QString text = cli.errorText();
    QVERIFY2(cli.exitCode() == 0, qPrintable(text));
    QVERIFY2(text.contains("Z info app: earwitness-cli "), qPrintable(text));
    QVERIFY(!cli.readAllStandardOutput().contains("info app"));
  }

  void higherLevelsSayLess() {
    CliProcess cli;
    QVERIFY(cli.run({"--log-level", "error", "architectures"}));
    QCOMPARE(cli.errorText(), QString());
  }

  /// Its own children's start and end among them.
  void aModelsProcessIsLogged() {
    const QTemporaryDir folder;
    const std::filesystem::path sound = folder.filePath("a.wav").toStdString();
    writeSound(sound, tone(900.0, 16000.0, 16000, 0.2), 16000, 1, SF_FORMAT_WAV | SF_FORMAT_PCM_16);
    CliProcess cli;
    const QString model = QStringLiteral(EARWITNESS_SOURCE_DIR "/models/earwitness.pt");
    const QString copy = folder.filePath("mine.pt");  // the bundled one needs no process
    QVERIFY(cli.run({"model", "describe", model, "--output", copy, "--name", "Mine"}));
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    QVERIFY(cli.run({"--log-level", "info", "classify", textOf(sound), "--model", copy}));
    const QString text = cli.errorText();
    QVERIFY2(text.contains(" info child: Process ") && text.contains(" serve --model "),
             qPrintable(text));
  }

  void mistakesAreExplained() {
    for (const QStringList& arguments :
         {QStringList{"--log-level", "loud", "architectures"}, QStringList{"--log-level"},
          QStringList{"architectures", "--log-level"}, QStringList{"--log-level", "info"}}) {
      CliProcess cli;
      QVERIFY(cli.run(arguments));
      QVERIFY2(cli.exitCode() == 2, qPrintable(arguments.join(' ')));
      const QString text = cli.errorText();
      QVERIFY2(isCliError(text), qPrintable(text));
    }
    CliProcess cli;
    QVERIFY(cli.run({"--log-level", "info", "no-such-command"}));
    QCOMPARE(cli.exitCode(), 2);
    QVERIFY(cli.errorText().contains("Unknown command 'no-such-command'"));
  }

  void helpNamesItOnce() {
    CliProcess cli;
    QVERIFY(cli.run({"--help"}));
    QVERIFY(cli.readAllStandardOutput().contains("--log-level"));
    QVERIFY(cli.run({"classify", "--help"}));
    QVERIFY(!cli.readAllStandardOutput().contains("--log-level"));
  }
};

QTEST_GUILESS_MAIN(TestCliLog)
#include "test_cli_log.moc"
