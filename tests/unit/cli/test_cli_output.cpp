#include <QTemporaryDir>
#include <QtTest>

#include "tests/unit/cli/command_lines.h"

using namespace earwitness;
namespace fs = std::filesystem;

class TestCliOutput : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    writeClip(root_ / "sound.wav", noise(16000));
    writeText(root_ / "text.wav", "this is no sound");
    writeTruncatedClip(root_ / "cut.wav");
  }

  void withoutSoundThereAreNoDevices() {
    CliProcess cli(root_ / "cache");
    withoutSound(cli, root_);
    QVERIFY(cli.run({"devices", "--json"}));
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.json().dump(), std::string(R"({"devices":[]})"));
    QVERIFY(cli.run({"devices"}));
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.readAllStandardOutput(), QByteArray("No microphone was found.\n"));
  }

  void fullDisks_data() {
    QTest::addColumn<QString>("arguments");
    for (const char* arguments :
         {"classify @/sound.wav --model MODEL", "classify @/sound.wav --model MODEL --json",
          "model info MODEL", "model info MODEL --json", "architectures", "architectures --json",
          "devices", "devices --json", "features @/sound.wav --output @/x.npy",
          "evaluate --model MODEL --data DATA", "evaluate --model MODEL --data DATA --json",
          "train --data DATA --out @/full --epochs 1 --json", "serve --model MODEL"})
      QTest::newRow(arguments) << arguments;
  }
  void fullDisks() {
    QFETCH(QString, arguments);
    CliProcess cli(root_ / "cache");
    withoutSound(cli, root_);
    cli.setStandardOutputFile("/dev/full");
    QVERIFY(cli.run(filled(arguments, root_)));
    const QString text = cli.errorText();
    QVERIFY2(isCliError(text), qPrintable(text));
    QCOMPARE(cli.exitCode(), 1);
  }

  void featuresToAFullDevice() {
    CliProcess cli(root_ / "cache");
    QVERIFY(cli.run(filled("features @/sound.wav --output /proc/x.npy", root_)));
    QVERIFY(isCliError(cli.errorText()));
    QVERIFY(cli.exitCode() != 0);
  }

  void goodFilesAreClassifiedBesideBadOnes() {
    CliProcess cli(root_ / "cache");
    QVERIFY(
        cli.run(filled("classify @/text.wav @/sound.wav @/cut.wav --model MODEL --json", root_)));
    QCOMPARE(cli.exitCode(), 1);
    const nlohmann::json json = cli.json();
    QCOMPARE(json.at("files").size(), size_t(1));
    QVERIFY(json.at("files").at(0).at("file").get<std::string>().ends_with("sound.wav"));
    QCOMPARE(json.at("errors").size(), size_t(2));
    QCOMPARE(cli.errorText().count("earwitness-cli: "), 2);
  }

  void helpAndVersion() {
    CliProcess cli(root_ / "cache");
    QVERIFY(cli.run({"--help"}));
    QCOMPARE(cli.exitCode(), 0);
    const QByteArray help = cli.readAllStandardOutput();
    for (const char* command : {"train", "evaluate", "classify", "features", "devices", "listen",
                                "model", "architectures", "serve"})
      QVERIFY2(help.contains(command), command);
    QVERIFY(cli.run({"train", "--help"}));
    QVERIFY(cli.readAllStandardOutput().contains("--resume"));
    QVERIFY(cli.run({"--version"}));
    QCOMPARE(cli.exitCode(), 0);
    QVERIFY(!cli.readAllStandardOutput().isEmpty());
    QCOMPARE(cli.errorText(), QString());
  }

 private:
  QTemporaryDir directory_;
  fs::path root_ = fs::path(directory_.path().toStdString());
};

QTEST_GUILESS_MAIN(TestCliOutput)
#include "test_cli_output.moc"
