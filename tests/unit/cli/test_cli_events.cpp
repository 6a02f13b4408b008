// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <sstream>

#include "core/base/atomic_file.h"
#include "core/inference/network_classifier.h"
#include "core/listening/file_analysis.h"
#include "core/monitoring/event_store.h"
#include "tests/unit/cli/command_lines.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

class TestCliEvents : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    writeClip(root_ / "a, b.wav", tone(900.0, 16000.0, 48000, 0.3));
    writeClip(root_ / "noise.wav", noise(48000));
    writeText(root_ / "text.wav", "this is no sound");
    EventStore store(store_);
    siren_ = store.put(live("Siren", 0));
    store.put(live("Dog, small", 60'000));
    StoredEvent file = live("Siren", 26 * 3'600'000 + 60'000);
    file.live = false;
    file.source = "/sounds/street.wav";
    store.put(file);
  }

  void classifyWritesTheGoodFilesEventsBesideBadOnes() {
    NetworkClassifier network(SmallRun::get().folder().bestModel());
    const EventSettings settings = eventSettingsOf(network.description());
    std::vector<json> expected;
    for (const char* name : {"a, b.wav", "noise.wav"})
      for (const Event& event : analyseFile(root_ / name, &network, {}, settings).events)
        expected.push_back({{"source", (root_ / name).string()},
                            {"label", network.description().labels[size_t(event.label)]},
                            {"peak_score", event.peakScore}});
    QVERIFY(!expected.empty());

    const fs::path output = root_ / "events.jsonl";
    CliProcess cli;
    QVERIFY(cli.run({"classify", textOf(root_ / "a, b.wav"), textOf(root_ / "text.wav"),
                     textOf(root_ / "noise.wav"), "--model",
                     textOf(SmallRun::get().folder().bestModel()), "--output", textOf(output)}));
    QCOMPARE(cli.exitCode(), 1);
    QCOMPARE(cli.errorText().count("earwitness-cli: "), 1);
    QCOMPARE(cli.readAllStandardOutput(), QByteArray());
    std::istringstream lines(readFile(output));
    size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
      QVERIFY(count < expected.size());
      const json event = json::parse(line);
      QCOMPARE(event.at("source").get<std::string>(),
               expected[count].at("source").get<std::string>());
      QCOMPARE(event.at("label").get<std::string>(),
               expected[count].at("label").get<std::string>());
      QCOMPARE(event.at("peak_score").get<float>(), expected[count].at("peak_score").get<float>());
    }
    QCOMPARE(count, expected.size());
  }

  void classifyWritesToStandardOutput() {
    CliProcess cli;
    QVERIFY(cli.run({"classify", textOf(root_ / "noise.wav"), "--model",
                     textOf(SmallRun::get().folder().bestModel()), "--format", "raven"}));
    QCOMPARE(cli.exitCode(), 0);
    QVERIFY(cli.readAllStandardOutput().startsWith("Selection\tView\tChannel\tBegin Time (s)\t"));
  }

  void eventsAreListedNewestFirst() {
    const QStringList lines = output({"events", "--store", textOf(store_)});
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith("id ") || lines[0].contains("id  "));
    QVERIFY2(lines[1].contains("2023-11-16 00:00:00") && lines[1].contains("street.wav"),
             qPrintable(lines[1]));
    QVERIFY(lines[2].contains("Dog, small") && lines[3].contains("75.0%"));
    const QStringList newest = output({"events", "--store", textOf(store_), "--limit", "1"});
    QVERIFY(newest.last().contains("1 of 3"));
  }

  void filtersNarrow() {
    const auto found = [this](const QStringList& filters) {
      const QStringList lines = output(QStringList{"events", "--store", textOf(store_)} + filters);
      return lines.size() == 1 && lines[0].startsWith("No stored events") ? 0
                                                                          : int(lines.size()) - 1;
    };
    QCOMPARE(found({"--label", "Siren", "--source", "STREET", "--verdict", "none", "--from",
                    "2023-11-15"}),
             1);
    QCOMPARE(found({"--to", "2023-11-14"}), 2);
    QCOMPARE(found({"--to", "2023-11-14 22:00"}), 1);
    QCOMPARE(found({"--label", "Bell"}), 0);
  }

  void countsPerDay() {
    const QStringList lines = output({"events", "--store", textOf(store_), "--counts", "day"});
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[1].startsWith("2023-11-14  Dog, small") && lines[1].endsWith(" 1"));
    QVERIFY(lines[3].startsWith("2023-11-16  Siren"));
  }

  void exportsAsTheyHappened() {
    const fs::path file = root_ / "stored.csv";
    output({"events", "--store", textOf(store_), "--label", "Siren", "--label", "Dog, small",
            "--output", textOf(file)});
    const QStringList lines = QString::fromStdString(readFile(file)).split("\r\n");
    QCOMPARE(lines.size(), 5);
    QVERIFY(
        lines[1].startsWith("microphone,2023-11-14T21:59:00.000Z,2023-11-14T21:59:01.000Z,Siren"));
    QVERIFY(lines[2].contains(",\"Dog, small\","));
    QVERIFY(lines[3].startsWith("/sounds/street.wav,0.000,1.000,"));
  }

  void reviewsAreStored() {
    const QString id = QString::number(siren_);
    output({"events", "--store", textOf(store_), "review", id, "wrong"});
    QCOMPARE(EventStore(store_).find(siren_)->verdict, Verdict::Wrong);
    output({"events", "--store", textOf(store_), "review", id, "Door bell"});
    QCOMPARE(EventStore(store_).find(siren_)->finalLabel(), std::string("Door bell"));
    output({"events", "--store", textOf(store_), "review", id, "none"});
    QCOMPARE(EventStore(store_).find(siren_)->verdict, Verdict::None);
  }

  void oneSentenceAndAnExitCode_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("hint");
    const auto add = [](const char* arguments, const char* hint) {
      QTest::newRow(arguments) << arguments << hint;
    };
    add("classify @/noise.wav --model MODEL --format xlsx", "xlsx");
    add("classify @/noise.wav --model MODEL --output @/x.doc", "x.doc");
    add("classify @/noise.wav --model MODEL --json --format csv", "--json");
    add("events --store @/missing.sqlite", "missing.sqlite");
    add("events --store @/text.wav", "text.wav");
    add("events --store STORE --from yesterday", "yesterday");
    add("events --store STORE --verdict maybe", "maybe");
    add("events --store STORE --counts week", "week");
    add("events --store STORE --output @/no/such/x.csv", "x.csv");
    add("events --store STORE review 999 right", "999");
  }
  void oneSentenceAndAnExitCode() {
    QFETCH(QString, arguments);
    QFETCH(QString, hint);
    CliProcess cli;
    QStringList list = filled(arguments, root_);
    list.replaceInStrings("STORE", textOf(store_));
    QVERIFY(cli.run(list));
    const QString text = cli.errorText();
    QVERIFY2(isCliError(text) && text.contains(hint), qPrintable(text));
    QVERIFY(cli.exitCode() != 0 && cli.exitCode() < 128);
  }

 private:
  static StoredEvent live(const std::string& label, int64_t afterMs) {
    StoredEvent event;
    event.source = "microphone";
    event.onsetUtcMs = 1'699'999'140'000 + afterMs;  // 2023-11-14 21:59 UTC
    event.offsetSeconds = 1.0;
    event.label = label;
    event.peakScore = 0.75F;
    return event;
  }
  /// Lines of standard output of a run that goes well.
  QStringList output(const QStringList& arguments) {
    CliProcess cli;
    cli.set("TZ", "UTC");
    const bool ran = cli.run(arguments) && cli.exitCode() == 0;
    QTest::qVerify(ran, "the program", qPrintable(cli.errorText()), __FILE__, __LINE__);
    return QString::fromUtf8(cli.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
  }

  QTemporaryDir directory_;
  fs::path root_ = fs::path(directory_.path().toStdString());
  fs::path store_ = root_ / "events.sqlite";
  int64_t siren_ = 0;
};

QTEST_GUILESS_MAIN(TestCliEvents)
#include "test_cli_events.moc"
