// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "tests/unit/cli/command_lines.h"

using namespace earwitness;
namespace fs = std::filesystem;

class TestCliErrors : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    writeClip(root_ / "sound.wav", noise(16000));
    writeText(root_ / "text.wav", "this is no sound");
    writeText(root_ / "text.pt", "this is no model");
    writeText(root_ / "empty.wav", "");
    writeTruncatedClip(root_ / "cut.wav");
    writeNanClip(root_ / "nan.wav");
    fs::create_directories(root_ / "nothing");
  }

  void oneSentenceAndAnExitCode_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("hint");
    const auto add = [](const char* arguments, const char* hint) {
      QTest::newRow(*arguments == 0 ? "nothing" : arguments) << arguments << hint;
    };
    add("", "subcommand");
    add("frobnicate", "frobnicate");
    add("devices --bogus", "--bogus");
    add("classify", "files");
    add("classify @/missing.wav --model MODEL", "missing.wav");
    add("classify @/text.wav --model MODEL", "text.wav");
    add("classify @/empty.wav --model MODEL --json", "empty.wav");
    add("classify @/sound.wav --model MODEL --channel right", "only 1 channel");
    add("classify @/sound.wav --model MODEL --channel middle", "middle");
    add("listen --input @/sound.wav --channel right --model MODEL", "only 1 channel");
    add("classify @/nan.wav --model MODEL", "nan.wav");
    add("classify @/nothing --model MODEL", "no audio files");
    add("classify @/sound.wav --model MODEL --zone Atlantis", "Atlantis");
    add("classify @/sound.wav --model MODEL --start yesterday", "yesterday");
    add("classify @/sound.wav @/nan.wav --model MODEL --start 2024-03-31T02:30Z", "--start");
    add("classify @/sound.wav --model @/missing.pt", "missing.pt");
    add("classify @/sound.wav --model @/text.pt", "text.pt");
    add("features @/sound.wav", "--output");
    add("features @/missing.wav --output @/x.npy", "missing.wav");
    add("features @/text.wav --output @/x.npy", "text.wav");
    add("features @/sound.wav --output @/no/such/x.npy", "x.npy");
    add("features @/sound.wav --output @", "@");
    add("features @/sound.wav --output @/x.npy --model @/text.pt", "text.pt");
    add("model", "subcommand");
    add("model info", "file");
    add("model info @/missing.pt", "missing.pt");
    add("model info @/text.pt --json", "text.pt");
    add("model describe MODEL", "--output");
    add("model describe MODEL --output @/x.pt --card 7", "--card");
    add("model describe MODEL --output @/x.pt --window-seconds -1", "window");
    add("model describe @/text.pt --output @/x.pt", "text.pt");
    add("model describe MODEL --output @/no/such/x.pt", "x.pt");
    add("serve", "--model");
    add("serve --model @/text.pt", "text.pt");
    add("evaluate --model @/missing.pt --data DATA", "missing.pt");
    add("evaluate --model MODEL --data @/missing", "missing");
    add("evaluate --model MODEL --data DATA --folds 2", "fold");
    add("evaluate --model MODEL --data DATA --folds x", "--folds");
    add("evaluate --model MODEL --data DATA --layout zip", "zip");
    add("train --data DATA", "--out");
    add("train --out @/run", "--data");
    add("train --data @/missing --out @/run", "missing");
    add("train --data @/nothing --out @/run", "nothing");
    add("train --data DATA --out @/text.wav", "text.wav");
    add("train --data DATA --out @/run --layout zip", "zip");
    add("train --data DATA --out @/run --layout esc50", "esc50.csv");
    add("train --data DATA --out @/run --recipe weak", "weak");
    add("train --data DATA --out @/run --architecture lenet", "lenet");
    add("train --data DATA --out @/run --architecture-settings x", "--architecture-settings");
    add("train --data DATA --out @/run --architecture-settings {\"chanels\":1}", "chanels");
    add("train --data DATA --out @/run --architecture-settings {\"heads\":7}", "heads");
    add("train --data DATA --out @/run --augmentation rol", "rol");
    add("train --data DATA --out @/run --augment gain:db=loud", "loud");
    add("train --data DATA --out @/run --without-step rol", "rol");
    add("train --data DATA --out @/run --background noise", "background");
    add("train --data DATA --out @/run --class-balance fair", "balance");
    add("train --data DATA --out @/run --device tpu", "tpu");
    add("train --data DATA --out @/run --freeze-epochs 2", "--init");
    add("train --data DATA --out @/run --init @/missing.pt", "missing.pt");
    add("train --data DATA --out @/run --init MODEL --architecture inverted-residual",
        "--architecture");
    add("train --data DATA --out @/run --settings @/text.wav", "text.wav");
    add("train --data DATA --out @/run --split thirds", "thirds");
    add("train --data DATA --out @/run --search -3", "trial");
    add("runs @/missing", "missing");
    add("train --data DATA --out @/run --epochs 0", "epoch");
    add("train --data DATA --out @/run --epochs many", "--epochs");
    add("train --data DATA --out @/run --batch-size 1", "batch");
    add("train --data DATA --out @/run --learning-rate -1", "learning rate");
    add("train --data DATA --out @/run --window-seconds 900", "window");
    add("train --data DATA --out @/run --validation-folds 3", "folds");
    add("train --data DATA --out @/run --cache @/text.wav", "cache");
    add("train --data DATA --out @/nothing --resume", "a run to resume");
    add("listen --seconds -1 --model MODEL", "--seconds");
    add("listen --model @/text.pt", "text.pt");
    add("listen --model MODEL --seconds 1", "microphone");
    add("listen --model MODEL --device Nobody's", "Nobody's");
  }
  /// Misuse is told from failure, and the help that is named is that of the command.
  void misuse_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("help");
    QTest::newRow("no command") << ""
                                << "earwitness-cli --help.";
    QTest::newRow("another command") << "sing"
                                     << "earwitness-cli --help.";
    QTest::newRow("no file") << "classify"
                             << "earwitness-cli classify --help.";
    QTest::newRow("another option") << "listen --sing"
                                    << "earwitness-cli listen --help.";
    QTest::newRow("no number") << "listen --seconds long"
                               << "earwitness-cli listen --help.";
  }
  void misuse() {
    QFETCH(QString, arguments);
    QFETCH(QString, help);
    CliProcess cli(root_ / "cache");
    QVERIFY(cli.run(arguments.split(' ', Qt::SkipEmptyParts)));
    const QString text = cli.errorText();
    QVERIFY2(isCliError(text) && text.trimmed().endsWith("See " + help), qPrintable(text));
    QCOMPARE(cli.exitCode(), 2);
  }

  void oneSentenceAndAnExitCode() {
    QFETCH(QString, arguments);
    QFETCH(QString, hint);
    CliProcess cli(root_ / "cache");
    withoutSound(cli, root_);
    QVERIFY(cli.run(filled(arguments, root_)));
    const QString text = cli.errorText();
    QVERIFY2(isCliError(text), qPrintable(text));
    QVERIFY2(text.contains(hint.replace("@", textOf(root_))), qPrintable(text));
    QVERIFY(cli.exitCode() != 0 && cli.exitCode() < 128);
    // Standard output holds results alone. `classify --json` lists its errors there too, and
    // `serve` reports them to whoever is at the other end of the pipe.
    const QByteArray output = cli.readAllStandardOutput();
    if (arguments.startsWith("serve --model"))
      QVERIFY2(output.contains("is not a model file"), output.constData());
    else if (!arguments.contains("--json"))
      QCOMPARE(output, QByteArray());
  }

 private:
  QTemporaryDir directory_;
  fs::path root_ = fs::path(directory_.path().toStdString());
};

QTEST_GUILESS_MAIN(TestCliErrors)
#include "test_cli_errors.moc"
