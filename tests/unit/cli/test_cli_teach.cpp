// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "core/listening/model_description.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/cli/cli_process.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

/// A class is taught in a terminal, and named by the other commands.
class TestCliTeach : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    writeClip(kettle_, tone(2000.0, 44100.0, 4 * 44100, 0.3));
    writeClip(other_, noise(4 * 44100));
  }

  void init() { data_ = "data"; }

  void aTaughtClassIsNamed() {
    QVERIFY(!namesKettle(kettle_));
    const json taught =
        run({"teach", "Kettle", textOf(kettle_), "--from", "0.5", "--to", "3", "--json"});
    const json& kettle = taught.at("classes").at(0);
    QCOMPARE(kettle.at("name").get<std::string>(), std::string("Kettle"));
    QVERIFY(kettle.at("expectation").get<std::string>().find("1 example") != std::string::npos);
    const json& example = kettle.at("examples").at(0);
    QVERIFY(fs::exists(example.at("clip").get<std::string>()));
    QVERIFY(namesKettle(kettle_));
    QVERIFY(!namesKettle(other_));
    QVERIFY(!namesKettle(kettle_, {"--no-taught"}));

    CliProcess listen(root_ / "cache");
    setUp(listen);
    QVERIFY(listen.run({"listen", "--input", textOf(kettle_), "--store", "none", "--jsonl"}));
    QVERIFY(listen.readAllStandardOutput().contains("Kettle"));
  }

  void whatWasTaughtIsEdited() {
    const json taught = run({"teach", "Pan", textOf(other_), "--json"});
    const std::string id = taught.at("classes").back().at("examples").at(0).at("id");
    QCOMPARE(run({"taught", "--rename", "Pan", "Frying pan", "--json"})
                 .at("classes")
                 .back()
                 .at("name")
                 .get<std::string>(),
             std::string("Frying pan"));
    QVERIFY(run({"taught", "--remove", QString::fromStdString(id), "--json"})
                .at("classes")
                .back()
                .at("examples")
                .empty());
    run({"taught", "--remove-class", "Frying pan", "--json"});
    CliProcess text(root_ / "cache");
    setUp(text);
    QVERIFY(text.run({"taught"}));
    const QByteArray output = text.readAllStandardOutput();
    QVERIFY2(!output.contains("Frying pan"), output.constData());
  }

  void thresholdsAreSet() {
    run({"teach", "Fan", textOf(other_), "--json"});
    const json list = run({"taught", "--threshold", "Fan", "0.9", "--json"});
    QVERIFY(std::abs(classNamed(list, "Fan").at("threshold").get<double>() - 0.9) < 1e-6);
    QVERIFY(std::abs(classNamed(run({"taught", "--json"}), "Fan").at("threshold").get<double>() -
                     0.9) < 1e-6);
    run({"taught", "--remove-class", "Fan", "--json"});
  }

  /// Two programs at once, as a window and a terminal are.
  void simultaneousLessonsAllRemain() {
    CliProcess first(root_ / "cache");
    CliProcess second(root_ / "cache");
    setUp(first);
    setUp(second);
    QVERIFY(first.begin({"teach", "First", textOf(other_), textOf(other_), textOf(kettle_)}));
    QVERIFY(second.begin({"teach", "Second", textOf(kettle_), textOf(other_), textOf(other_)}));
    QVERIFY(first.ends() && first.exitCode() == 0 && second.ends() && second.exitCode() == 0);
    const json list = run({"taught", "--json"});
    for (const char* name : {"First", "Second"}) {
      const json taught = classNamed(list, name);
      QCOMPARE(taught.at("examples").size(), size_t(3));
      for (const json& example : taught.at("examples"))
        QVERIFY(fs::exists(example.at("clip").get<std::string>()));
      run({"taught", "--remove-class", name, "--json"});
    }
  }

  void classesAreCarriedToAnotherModel() {
    const QString file = textOf(root_ / "sounds.earwitness-taught");
    run({"teach", "Beep", textOf(kettle_), "--json"});
    const json before = run({"taught", "--export", file, "--json"});
    const json unchanged = run({"taught", "--import", file, "--json"});
    QVERIFY(unchanged.at("classes") == before.at("classes"));
    const QString other = textOf(fs::path(EARWITNESS_SOURCE_DIR) / "models/earwitness-report.pt");
    const json imported = run({"taught", "--model", other, "--import", file, "--json"});
    QCOMPARE(classNamed(imported, "Beep").at("examples").size(), size_t(1));
    QVERIFY(fs::exists(
        classNamed(imported, "Beep").at("examples").at(0).at("clip").get<std::string>()));
    run({"taught", "--remove-class", "Beep", "--json"});
  }

  /// Of a bundled model in its own process, and of one from a stranger in a confined child.
  void aModelIsMadeOfIt_data() {
    QTest::addColumn<bool>("isStranger");
    QTest::newRow("bundled") << false;
    QTest::newRow("stranger") << true;
  }
  void aModelIsMadeOfIt() {
    QFETCH(bool, isStranger);
    data_ = isStranger ? "stranger's data" : "other data";
    const fs::path models = fs::path(EARWITNESS_SOURCE_DIR) / "models";
    fs::path base = models / "earwitness.pt";
    if (isStranger) {
      ModelDescription description = readModelDescription(base);
      description.name = "Stranger";
      base = root_ / "stranger.pt";
      replaceModelDescription(models / "earwitness.pt", description, base);
    }
    const QStringList model{"--model", textOf(base)};
    run(QStringList{"teach", "Whistle", textOf(kettle_), "--json"} + model);
    const fs::path made = root_ / "made.pt";
    const json result = run(QStringList{"taught", "--make-model", textOf(made), "--json"} + model);
    QCOMPARE(result.at("made").at("file").get<std::string>(), made.string());
    QVERIFY(result.at("made").at("name").get<std::string>().ends_with("with Whistle"));
    const ModelDescription description = readModelDescription(made);
    QCOMPARE(description.labels.back(), std::string("Whistle"));
    QVERIFY(description.card.at("licence") == readModelDescription(base).card.at("licence"));
    const json taught = run(QStringList{"classify", textOf(kettle_), "--json"} + model);
    const json own = run({"classify", textOf(kettle_), "--json", "--model", textOf(made)});
    QVERIFY(!own.at("files").at(0).at("events").empty());
    QCOMPARE(labelsOf(own), labelsOf(taught));
    QVERIFY(labelsOf(own).contains("Whistle"));

    CliProcess again(root_ / "cache");
    setUp(again);
    QVERIFY(again.run(QStringList{"taught", "--make-model", textOf(base)} + model));
    QVERIFY2(again.exitCode() == 1 && again.errorText().contains("files that are read"),
             qPrintable(again.errorText()));
  }

  void whatCannotBeTaughtIsSaid_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("hint");
    QTest::newRow("no such file") << QStringList{"teach", "X", "missing.wav"} << "missing.wav";
    QTest::newRow("behind the end") << QStringList{"teach", "X", textOf(kettle_), "--from", "100"}
                                    << "nothing of it is between";
    QTest::newRow("no name") << QStringList{"teach", "", textOf(kettle_)} << "name";
    QTest::newRow("no such class") << QStringList{"taught", "--remove-class", "X"} << "X";
    QTest::newRow("no threshold") << QStringList{"taught", "--threshold", "X", "high"} << "high";
    QTest::newRow("no file") << QStringList{"taught", "--import", textOf(kettle_)}
                             << "taught classes";
    QTest::newRow("nothing to make a model of")
        << QStringList{"taught", "--model",
                       textOf(fs::path(EARWITNESS_SOURCE_DIR) / "models/earwitness-esc10.pt"),
                       "--make-model", textOf(root_ / "none.pt")}
        << "no taught classes";
  }
  void whatCannotBeTaughtIsSaid() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, hint);
    CliProcess cli(root_ / "cache");
    setUp(cli);
    QVERIFY(cli.run(arguments));
    const QString error = cli.errorText();
    QVERIFY2(cli.exitCode() == 1 && isCliError(error) && error.contains(hint), qPrintable(error));
  }

 private:
  void setUp(CliProcess& cli) const {
    cli.set("XDG_DATA_HOME", textOf(root_ / data_));
    cli.set("XDG_CONFIG_HOME", textOf(root_ / "config"));
  }

  json run(const QStringList& arguments) const {
    CliProcess cli(root_ / "cache");
    setUp(cli);
    if (!cli.run(arguments) || cli.exitCode() != 0) {
      QTest::qFail(qPrintable(cli.errorText()), __FILE__, __LINE__);
      return {};
    }
    return cli.json();
  }

  static json classNamed(const json& list, const std::string& name) {
    for (const json& taught : list.at("classes"))
      if (taught.at("name") == name) return taught;
    return {};
  }

  static QStringList labelsOf(const json& result) {
    QStringList labels;
    for (const json& event : result.at("files").at(0).at("events"))
      labels << QString::fromStdString(event.at("label").get<std::string>());
    return labels;
  }

  bool namesKettle(const fs::path& file, const QStringList& more = {}) const {
    const json result = run(QStringList{"classify", textOf(file), "--json"} + more);
    for (const json& event : result.at("files").at(0).at("events"))
      if (event.at("label") == "Kettle") return true;
    return false;
  }

  std::string data_ = "data";  ///< the user's data folder
  QTemporaryDir folder_;
  fs::path root_ = folder_.path().toStdString();
  fs::path kettle_ = root_ / "kettle.wav";
  fs::path other_ = root_ / "other.wav";
};

QTEST_GUILESS_MAIN(TestCliTeach)
#include "test_cli_teach.moc"
