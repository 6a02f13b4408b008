// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "core/base/atomic_file.h"
#include "core/base/civil_time.h"
#include "tests/unit/cli/command_lines.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

using Row = QList<QByteArray>;

std::vector<Row> tabbed(const QByteArray& text) {
  std::vector<Row> rows;
  for (const QByteArray& line : text.split('\n'))
    if (!line.isEmpty()) rows.push_back(line.split('\t'));
  return rows;
}

}  // namespace

class TestCliClassify : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    root_ = directory_->path().toStdString();
  }

  void aFolderStandsForItsSounds() {
    fs::create_directories(root_ / "deep");
    fs::create_directories(root_ / ".trash");
    writeClip(root_ / "b.wav", sound());
    writeClip(root_ / "deep" / "a.wav", noise(16000));
    writeClip(root_ / ".trash" / "x.wav", noise(16000));
    for (const char* name : {"._b.wav", "broken.wav", "memo.dss", "notes.txt"})
      writeText(root_ / name, "this is no sound");
    fs::create_directory_symlink(root_, root_ / "deep" / "up");
    CliProcess cli;
    QVERIFY(cli.run({"classify", textOf(root_), "--model", model(), "--json"}));
    QCOMPARE(cli.exitCode(), 1);
    const json result = cli.json();
    QCOMPARE(result.at("files").size(), size_t(2));
    QCOMPARE(result.at("files")[0].at("file").get<std::string>(), (root_ / "b.wav").string());
    QCOMPARE(result.at("files")[1].at("file").get<std::string>(),
             (root_ / "deep" / "a.wav").string());
    QStringList bad;
    for (const json& error : result.at("errors"))
      bad.append(QString::fromStdString(fs::path(error.at("file").get<std::string>()).filename()));
    bad.sort();
    QCOMPARE(bad, QStringList({"broken.wav", "memo.dss"}));
    const QString text = cli.errorText();
    QVERIFY2(text.endsWith("2 of 4 files were not read.\n"), qPrintable(text));
    QVERIFY(text.contains("memo.dss") && text.contains("broken.wav"));
  }

  void filesWithoutEventsCountWhereTimesRunOn() {
    writeClip(root_ / "a.wav", sound());                            // 3 s
    writeClip(root_ / "b.wav", std::vector<float>(160'000, 0.0F));  // 10 s
    writeClip(root_ / "c.wav", sound());
    const auto begins = [this](const QStringList& files) {
      CliProcess cli;
      QStringList arguments{"classify", "--model", model(), "--format", "raven"};
      arguments += files;
      std::map<QString, double> found;
      if (!cli.run(arguments) || cli.exitCode() != 0) return found;
      const auto rows = tabbed(cli.readAllStandardOutput());
      for (size_t i = 1; i < rows.size(); ++i)
        found[QString::fromUtf8(rows[i][9]).section('/', -1)] =
            rows[i][3].toDouble() - rows[i][10].toDouble();
      return found;
    };
    const auto all =
        begins({textOf(root_ / "a.wav"), textOf(root_ / "b.wav"), textOf(root_ / "c.wav")});
    QVERIFY(all.contains("a.wav") && all.contains("c.wav"));
    QCOMPARE(all.at("a.wav"), 0.0);
    QVERIFY(std::abs(all.at("c.wav") - 13.0) < 1e-5);
    QVERIFY(std::abs(begins({textOf(root_)}).at("c.wav") - 13.0) < 1e-5);
  }

  void theSameFileUnderSeveralNamesCountsOnce() {
    writeClip(root_ / "a.wav", sound());
    writeClip(root_ / "c.wav", sound());
    fs::create_symlink("a.wav", root_ / "link.wav");
    CliProcess cli;
    QVERIFY(cli.run({"classify", textOf(root_ / "a.wav"), textOf(root_ / "." / "a.wav"),
                     textOf(root_ / "link.wav"), textOf(root_ / "c.wav"), textOf(root_), "--model",
                     model(), "--json"}));
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.json().at("files").size(), size_t(2));
    QCOMPARE(cli.errorText().count("is the same file as"), 5);
  }

  void timesOfTheRecording() {
    const fs::path file = root_ / "SITE_20240701_043000.wav";
    writeClip(file, sound());
    const auto start = [&](const QStringList& more) {
      CliProcess cli;
      QStringList arguments{"classify", textOf(file), "--model", model(), "--json"};
      arguments += more;
      if (!cli.run(arguments) || cli.exitCode() != 0) return json();
      return cli.json().at("files").at(0);
    };
    json found = start({});
    QCOMPARE(found.at("recording_start").get<std::string>(),
             std::string("2024-07-01T04:30:00.000"));
    QCOMPARE(found.at("recording_start_from").get<std::string>(), std::string("file_name"));
    found = start({"--zone", "Europe/Berlin"});
    QCOMPARE(found.at("recording_start").get<std::string>(),
             std::string("2024-07-01T04:30:00.000+02:00"));
    found = start({"--start", "2020-02-29 23:59:59", "--zone", "+01:00"});
    QCOMPARE(found.at("recording_start_from").get<std::string>(), std::string("given"));
    QVERIFY(!found.at("events").empty());
    const CivilTime began = *civilTimeIn("2020-02-29T23:59:59+01:00");
    for (const json& event : found.at("events")) {
      QCOMPARE(event.at("start_time").get<std::string>(),
               isoText(later(began, event.at("onset").get<double>())));
      QCOMPARE(event.at("end_time").get<std::string>(),
               isoText(later(began, event.at("offset").get<double>())));
    }
    fs::rename(file, root_ / "dog.wav");
    CliProcess unknown;
    QVERIFY(unknown.run({"classify", textOf(root_ / "dog.wav"), "--model", model(), "--json"}));
    QVERIFY(unknown.json().at("files").at(0).at("recording_start").is_null());
  }

  void ambiguousNamesAreNotGuessedAndSaidSo() {
    writeClip(root_ / "010203_040506.wav", sound());
    CliProcess cli;
    QVERIFY(cli.run(
        {"classify", textOf(root_ / "010203_040506.wav"), "--model", model(), "--format", "csv"}));
    QCOMPARE(cli.exitCode(), 0);
    QVERIFY(cli.errorText().contains("several ways"));
    const QList<QByteArray> lines = cli.readAllStandardOutput().split('\n');
    QVERIFY(lines.size() > 2);
    QVERIFY2(lines[1].endsWith(",,,\r"), lines[1].constData());
  }

  void spreadsheetsGetNoFormulas() {
    writeClip(root_ / "-a.wav", sound());
    CliProcess cli;
    cli.setWorkingDirectory(textOf(root_));
    QVERIFY(cli.run({"classify", "--model", model(), "--format", "spreadsheet", "--", "-a.wav"}));
    QCOMPARE(cli.exitCode(), 0);
    QVERIFY(cli.readAllStandardOutput().contains("\n'-a.wav,"));
  }

  void listeningToARecordingHasItsTimes() {
    writeClip(root_ / "20240701_043000.wav", sound());
    CliProcess cli;
    cli.set("XDG_CONFIG_HOME", textOf(root_ / "config"));
    QVERIFY(cli.run({"listen", "--input", textOf(root_ / "20240701_043000.wav"), "--zone", "UTC",
                     "--model", model(), "--store", "none", "--jsonl"}));
    QCOMPARE(cli.exitCode(), 0);
    const QList<QByteArray> lines = cli.readAllStandardOutput().trimmed().split('\n');
    QVERIFY(!lines[0].isEmpty());
    const CivilTime began = *civilTimeIn("2024-07-01T04:30:00Z");
    for (const QByteArray& line : lines) {
      const json event = json::parse(line.toStdString());
      QVERIFY(event.at("source").get<std::string>().ends_with("20240701_043000.wav"));
      QCOMPARE(event.at("start_time").get<std::string>(),
               isoText(later(began, event.at("onset").get<double>())));
    }
  }

 private:
  static QString model() { return textOf(SmallRun::get().folder().bestModel()); }
  /// 3 s of a class that the model knows.
  static std::vector<float> sound() { return tone(900.0, 16000.0, 48'000, 0.3); }

  std::unique_ptr<QTemporaryDir> directory_;
  fs::path root_;
};

QTEST_GUILESS_MAIN(TestCliClassify)
#include "test_cli_classify.moc"
