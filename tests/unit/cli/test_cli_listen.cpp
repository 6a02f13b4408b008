// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <csignal>

#include "core/audio/audio_file.h"
#include "core/base/text.h"
#include "core/events/noise_gate.h"
#include "core/monitoring/event_store.h"
#include "core/monitoring/monitoring_settings.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/cli/command_lines.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::vector<json> jsonLinesOf(CliProcess& cli) {
  std::vector<json> lines;
  for (const QByteArray& line : cli.readAllStandardOutput().split('\n'))
    if (!line.isEmpty()) lines.push_back(json::parse(line.toStdString(), nullptr, false));
  return lines;
}

}  // namespace

class TestCliListen : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    root_ = directory_->path().toStdString();
    // Silence, the class "tone" for six seconds, silence.
    std::vector<float> samples(16000 * 4, 0.0F);
    const std::vector<float> sound = tone(620.0, 16000.0, 16000 * 6, 0.3);
    samples.insert(samples.end(), sound.begin(), sound.end());
    samples.resize(16000 * 20, 0.0F);
    writeSound(sound_ = root_ / "sound.wav", samples, 16000);
    writeSound(long_ = root_ / "long.wav", tone(620.0, 16000.0, 16000 * 900, 0.3), 16000);
  }

  void aFileIsHeardStoredAndRecorded() {
    CliProcess& cli = process();
    QVERIFY(cli.run(listen(sound_) << "--jsonl-updates"
                                   << "--record"
                                   << "triggered"
                                   << "--record-folder" << textOf(root_ / "clips")));
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    int begun = 0;
    int toneEvents = 0;
    std::map<std::string, int64_t> ended;
    for (const json& line : jsonLinesOf(cli)) {
      QVERIFY(line.is_object());
      begun += line.at("event") == "begin" ? 1 : 0;
      if (line.at("event") != "end") continue;
      ++ended[line.at("label")];
      QVERIFY(line.at("id").is_number_integer());
      QVERIFY(line.at("peak_score").get<float>() >= line.at("mean_score").get<float>());
      QCOMPARE(line.at("source").get<std::string>(), sound_.string());
      QVERIFY(line.at("start").get<std::string>().ends_with('Z'));
      // And where in the file it is.
      QVERIFY(line.at("onset").get<double>() >= 0.0);
      QVERIFY(line.at("offset").get<double>() > line.at("onset").get<double>());
      QVERIFY(line.at("offset").get<double>() <= 20.0);
      toneEvents += line.at("label") == "tone" ? 1 : 0;
    }
    QVERIFY(toneEvents > 0);
    QVERIFY(begun > 0);
    const EventStore store(root_ / "state" / "earwitness" / "events.sqlite");
    const auto stored = store.query({});
    std::map<std::string, int64_t> kept;
    for (const StoredEvent& event : stored) {
      ++kept[event.label];
      QVERIFY(!event.open);
      QVERIFY2(fs::exists(event.clip), event.clip.c_str());
    }
    QVERIFY(kept == ended);
  }

  void oneObjectAtTheEnd() {
    CliProcess& cli = process();
    QVERIFY(cli.run(listen(sound_) << "--json"
                                   << "--store"
                                   << "none"));
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    const json heard = cli.json();
    QCOMPARE(heard.at("seconds").get<double>(), 20.0);
    QCOMPARE(heard.at("dropped_frames").get<int>(), 0);
    QCOMPARE(heard.at("dropped_windows").get<int>(), 0);
    QVERIFY(!heard.at("events").empty());
    QVERIFY(!fs::exists(root_ / "state"));
  }

  // What is printed does not depend on when somebody looked at what was heard.
  void textIsTheSameEachTime() {
    const auto run = [this](const QStringList& more) {
      CliProcess& cli = process();
      cli.run(listen(sound_) + QStringList{"--store", "none"} + more);
      return cli.exitCode() == 0 ? QString::fromUtf8(cli.readAllStandardOutput()) : cli.errorText();
    };
    const QString text = run({});
    const auto events = json::parse(run({"--json"}).toStdString()).at("events");
    QVERIFY(!events.empty());
    QStringList expected;
    for (const json& event : events)
      expected << QString::fromStdString(event.at("label").get<std::string>() + "  " +
                                         percent(event.at("peak_score").get<double>()));
    for (const QString& line : text.split('\n', Qt::SkipEmptyParts)) {
      const QString told = line.mid(line.indexOf("  ") + 2).trimmed();
      QVERIFY2(expected.removeOne(told.mid(told.indexOf("  ") + 2)), qPrintable(line));
    }
    QVERIFY(expected.isEmpty());
    for (int i = 0; i < 4; ++i) QCOMPARE(run({}), text);
  }

  // A file that is listened to has the events of its analysis.
  void listeningIsAnalysis() {
    const QStringList exported{"--format", "jsonl"};
    CliProcess& classify = process();
    QVERIFY(classify.run(QStringList{"classify", textOf(sound_), "--model",
                                     textOf(SmallRun::get().folder().bestModel())} +
                         exported));
    const std::vector<json> expected = jsonLinesOf(classify);
    QVERIFY(!expected.empty());
    CliProcess& cli = process();
    QVERIFY(cli.run(listen(sound_) << "--jsonl"
                                   << "--store"
                                   << "none"));
    std::vector<json> heard = jsonLinesOf(cli);
    QCOMPARE(heard.size(), expected.size());
    for (const json& event : expected) {
      const auto same = std::find_if(heard.begin(), heard.end(), [&](const json& line) {
        return line.at("label") == event.at("label") && line.at("onset") == event.at("start") &&
               line.at("offset") == event.at("end") &&
               line.at("peak_score") == event.at("peak_score");
      });
      QVERIFY2(same != heard.end(), event.dump().c_str());
    }
  }

  void theSettingsFileHoldsForTheCommandLine() {
    writeText(root_ / "desk.json",
              R"({"format_version": 1, "classes": {"tone": {"hidden": true}}})");
    CliProcess& cli = process();
    QVERIFY(cli.run(listen(sound_) << "--jsonl"
                                   << "--settings" << textOf(root_ / "desk.json")));
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    for (const json& line : jsonLinesOf(cli)) QVERIFY(line.at("label") != "tone");
  }

  void aSignalEndsItCleanly_data() {
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl-C") << SIGINT;
    QTest::newRow("terminate") << SIGTERM;
  }
  void aSignalEndsItCleanly() {
    QFETCH(int, signal);
    CliProcess& cli = process();
    QVERIFY(cli.begin(listen(long_) << "--jsonl-updates"));
    QVERIFY(cli.waitForLine([](const QByteArray& line) { return line.contains("begin"); }));
    cli.signal(signal);
    QVERIFY(cli.ends());
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    const auto events = EventStore(root_ / "state" / "earwitness" / "events.sqlite").query({});
    QVERIFY(!events.empty());
    for (const StoredEvent& event : events) QVERIFY(!event.open);
  }

  void aClosedPipeEndsItCleanly() {
    CliProcess& cli = process();
    QVERIFY(cli.beginInto("grep -m1 begin", listen(long_) << "--jsonl-updates"));
    QVERIFY(cli.ends());
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
  }

  void aRoomIsLearned() {
    const fs::path settings = root_ / "learned" / "desk.json";
    CliProcess& cli = process();
    QVERIFY(cli.run(listen(long_) << "--learn-room"
                                  << "3"
                                  << "--settings" << textOf(settings)));
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    QVERIFY(!readMonitoringSettings(settings).room.empty());
  }

  void whatCannotBe_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("hint");
    QTest::newRow("threshold") << "--threshold tone"
                               << "LABEL=NUMBER";
    QTest::newRow("threshold beyond") << "--threshold tone=2"
                                      << "from 0 to 1";
    QTest::newRow("label") << "--threshold Nobody=0.5"
                           << "Nobody";
    QTest::newRow("alert") << "--alert Nobody"
                           << "Nobody";
    QTest::newRow("quota") << "--quota much"
                           << "much";
    QTest::newRow("hours") << "--quiet-hours 25:00-07:00"
                           << "25:00";
    QTest::newRow("settings") << "--settings @/none.json"
                              << "none.json";
    QTest::newRow("record") << "--record some"
                            << "--record";
    QTest::newRow("two outputs") << "--json --jsonl"
                                 << "--json";
    QTest::newRow("two inputs") << "--wait"
                                << "--input";
    QTest::newRow("short lesson") << "--learn-room 0"
                                  << "--learn-room";
    QTest::newRow("file too short") << "--learn-room 60"
                                    << "shorter";
  }
  void whatCannotBe() {
    QFETCH(QString, arguments);
    QFETCH(QString, hint);
    CliProcess& cli = process();
    QVERIFY(cli.run(listen(sound_) + filled(arguments, root_)));
    const QString text = cli.errorText();
    QVERIFY(cli.exitCode() != 0);
    QVERIFY2(text.contains(hint) && text.contains("earwitness-cli: "), qPrintable(text));
  }

 private:
  CliProcess& process() {
    cli_ = std::make_unique<CliProcess>(root_ / "cache");
    cli_->set("XDG_STATE_HOME", textOf(root_ / "state"));
    cli_->set("XDG_CONFIG_HOME", textOf(root_ / "config"));
    return *cli_;
  }
  static QStringList listen(const fs::path& file) {
    return {"listen", "--input", textOf(file), "--model",
            textOf(SmallRun::get().folder().bestModel())};
  }

  std::unique_ptr<QTemporaryDir> directory_;
  std::unique_ptr<CliProcess> cli_;
  fs::path root_, sound_, long_;
};

QTEST_GUILESS_MAIN(TestCliListen)
#include "test_cli_listen.moc"
