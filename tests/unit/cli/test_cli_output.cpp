// SPDX-License-Identifier: GPL-3.0-or-later
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
    QCOMPARE(cli.readAllStandardOutput(), QByteArray("No microphone found.\n"));
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
    QCOMPARE(json.at("files").size(), size_t(2));
    const nlohmann::json &whole = json.at("files").at(0), &cut = json.at("files").at(1);
    QVERIFY(whole.at("file").get<std::string>().ends_with("sound.wav"));
    QVERIFY(!whole.at("incomplete").get<bool>());
    QCOMPARE(whole.at("channel").get<std::string>(), std::string("mean"));
    QVERIFY(whole.at("expected_seconds").is_null() || whole.at("expected_seconds") == 1.0);
    QVERIFY(cut.at("file").get<std::string>().ends_with("cut.wav"));
    QVERIFY(cut.at("incomplete").get<bool>());
    QCOMPARE(cut.at("expected_seconds").get<double>(), 1.0);
    QVERIFY(std::abs(cut.at("seconds").get<double>() - 0.5) < 0.01);
    QCOMPARE(json.at("errors").size(), size_t(1));
    const QString text = cli.errorText();
    QCOMPARE(text.count("earwitness-cli: "), 2);
    QVERIFY(text.contains("Only 0.5 s of 1.0 s could be read: the file is cut off."));
  }

  void aFileInTheMicrophonesPlaceIsReportedOn() {
    CliProcess cli(root_ / "cache");
    QVERIFY(cli.run(filled("listen --input @/cut.wav --model MODEL --store none --json", root_)));
    QCOMPARE(cli.exitCode(), 0);
    const nlohmann::json json = cli.json();
    QVERIFY(json.at("incomplete").get<bool>());
    QCOMPARE(json.at("expected_seconds").get<double>(), 1.0);
    QVERIFY(cli.errorText().contains("Only 0.5 s of 1.0 s could be read"));
  }

  void phoneRecordingsAreReadByAllCommands() {
    const QString sound = textOf(fs::path(EARWITNESS_TEST_DATA) / "golden/audio/kinds/phone.m4a");
    CliProcess cli(root_ / "cache");
    QVERIFY(cli.run(filled("classify " + sound + " --model MODEL --json", root_)));
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.json().at("files").at(0).at("seconds").get<double>(), 3.0);
    QVERIFY(cli.run(filled("features " + sound + " --output @/phone.npy", root_)));
    QCOMPARE(cli.exitCode(), 0);
    QVERIFY(
        cli.run(filled("listen --input " + sound + " --model MODEL --store none --json", root_)));
    QCOMPARE(cli.exitCode(), 0);
    QVERIFY(std::abs(cli.json().at("seconds").get<double>() - 3.0) < 0.1);
    for (const char* label : {"a", "b"}) {
      fs::create_directories(root_ / "phones" / label);
      for (const char* kind : {"phone.m4a", "voice.wma", "phone.webm"})
        fs::copy_file(fs::path(EARWITNESS_TEST_DATA) / "golden/audio/kinds" / kind,
                      root_ / "phones" / label / kind, fs::copy_options::overwrite_existing);
    }
    QVERIFY(cli.run(filled("data check @/phones --json", root_)));
    const nlohmann::json report = cli.json();
    QCOMPARE(report.at("clips").get<int>(), 6);
    QVERIFY(std::abs(report.at("seconds").get<double>() - 18.0) < 0.1);
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
