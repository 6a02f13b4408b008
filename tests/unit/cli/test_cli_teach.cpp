#include <QTemporaryDir>
#include <QtTest>

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

  void whatCannotBeTaughtIsSaid_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("hint");
    QTest::newRow("no such file") << QStringList{"teach", "X", "missing.wav"} << "missing.wav";
    QTest::newRow("behind the end") << QStringList{"teach", "X", textOf(kettle_), "--from", "100"}
                                    << "nothing of it is between";
    QTest::newRow("no name") << QStringList{"teach", "", textOf(kettle_)} << "name";
    QTest::newRow("no such class") << QStringList{"taught", "--remove-class", "X"} << "X";
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
    cli.set("XDG_DATA_HOME", textOf(root_ / "data"));
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

  bool namesKettle(const fs::path& file, const QStringList& more = {}) const {
    const json result = run(QStringList{"classify", textOf(file), "--json"} + more);
    for (const json& event : result.at("files").at(0).at("events"))
      if (event.at("label") == "Kettle") return true;
    return false;
  }

  QTemporaryDir folder_;
  fs::path root_ = folder_.path().toStdString();
  fs::path kettle_ = root_ / "kettle.wav";
  fs::path other_ = root_ / "other.wav";
};

QTEST_GUILESS_MAIN(TestCliTeach)
#include "test_cli_teach.moc"
