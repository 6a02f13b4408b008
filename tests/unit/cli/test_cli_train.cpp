// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>
#include <random>
#include <sstream>

#include "core/base/atomic_file.h"
#include "core/inference/network_classifier.h"
#include "core/listening/file_analysis.h"
#include "core/runs/run_summary.h"
#include "core/runs/run_view.h"
#include "tests/unit/cli/cli_process.h"
#include "tests/unit/training/small_run.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::vector<std::vector<float>> scoresOf(const fs::path& model) {
  NetworkClassifier classifier(model);
  std::vector<std::vector<float>> scores;
  for (const ScoredWindow& window :
       analyseFile(SmallRun::get().newTone(), &classifier, {}, {}).windows)
    scores.push_back(window.scores);
  return scores;
}

bool isEvent(const QByteArray& line, const char* name) {
  const json event = json::parse(line.toStdString(), nullptr, false);
  return event.is_object() && event.value("event", "") == name;
}

}  // namespace

class TestCliTrain : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    run_ = {fs::path(directory_->path().toStdString()) / "run"};
  }

  /// The command is the library, bit for bit.
  void trainsAsTheLibraryDoes() {
    CliProcess cli;
    QVERIFY(cli.run(arguments(6)));
    const QString progress = cli.errorText();
    QVERIFY2(cli.exitCode() == 0, qPrintable(progress));
    QVERIFY(scoresOf(run_.lastModel()) == expectedScores());
    const QString out = QString::fromUtf8(cli.readAllStandardOutput());
    QVERIFY(progress.contains("Best epoch") && out.contains(textOf(run_.bestModel())));
    QVERIFY(progress.contains("False alarms on noise: "));
    QCOMPARE(progress.count("; validation loss "), 6);
    QVERIFY(progress.startsWith("24 clips in 3 classes (folders)\n"));
    QVERIFY(!progress.contains('\r'));
  }

  /// Several labels per clip: trained, listed and evaluated.
  void severalLabelsPerClip() {
    const fs::path data = run_.path.parent_path() / "data";
    writeThreeClasses(data, 4);
    std::string table = "file,label\n";
    for (const char* name : {"clicks", "noise", "tone"})
      for (int i = 0; i < 4; ++i)
        table += std::string(name) + "/" + std::to_string(i) + ".wav,any;" + name + "\n";
    writeText(data / "labels.csv", table);
    const QString cache = textOf(run_.path.parent_path() / "cache");
    CliProcess train;
    QVERIFY(train.run({"train", "--data", textOf(data), "--out", textOf(run_.path), "--cache",
                       cache, "--labels-per-clip", "multi", "--epochs", "1", "--batch-size", "4",
                       "--threads", "1"}));
    const QString progress = train.errorText();
    QVERIFY2(train.exitCode() == 0, qPrintable(progress));
    QVERIFY(progress.contains("12 clips in 4 classes"));
    QVERIFY(progress.contains("mean average precision") && progress.contains("macro F1") &&
            !progress.contains("balanced"));
    CliProcess runs;
    QVERIFY(runs.run({"runs", textOf(run_.path)}));
    QVERIFY(QString::fromUtf8(runs.readAllStandardOutput()).contains("mAP"));
    CliProcess evaluate;
    QVERIFY(evaluate.run({"evaluate", "--model", textOf(run_.bestModel()), "--data", textOf(data),
                          "--cache", cache}));
    const QString figures = QString::fromUtf8(evaluate.readAllStandardOutput());
    QVERIFY2(
        figures.startsWith("12 clips: mean average precision ") && !figures.contains("accuracy"),
        qPrintable(figures));
  }

  void eventsAsJsonLines() {
    CliProcess cli;
    QVERIFY(cli.run(arguments(2) << "--json"));
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.errorText(), QString());
    QStringList events;
    for (const QByteArray& line : cli.readAllStandardOutput().trimmed().split('\n'))
      events << QString::fromStdString(json::parse(line.toStdString()).at("event"));
    QCOMPARE(events.first(), QString("started"));
    QCOMPARE(events.last(), QString("finished"));
    QCOMPARE(events.count("epoch"), 2);
    for (const char* name : {"scanned", "cached", "built"}) QCOMPARE(events.count(name), 1);
    QVERIFY(events.count("step") >= 1 && events.count("checkpoint") >= 2);
    // The journal holds the same lines.
    QStringList lines;
    std::istringstream journal(readFile(run_.journal()));
    for (std::string line; std::getline(journal, line);)
      lines << QString::fromStdString(json::parse(line).at("event"));
    QCOMPARE(lines, events);
  }

  /// Power cuts, ten of them in one run, anywhere: while it starts, trains and writes.
  void killedTenTimesIsTheSame() {
    constexpr int kEpochs = 100;
    CliProcess whole;
    RunFolder straight{run_.path.parent_path() / "straight"};
    QStringList all = arguments(kEpochs);
    all[all.indexOf("--out") + 1] = textOf(straight.path);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(whole.run(all));
    const auto wholeMs = uint64_t(clock.elapsed());

    std::mt19937_64 random(std::random_device{}());
    int kills = 0, resumed = 0;
    bool done = false;
    while (!done) {
      CliProcess cli;
      const bool goesOn = fs::exists(run_.settings());
      QVERIFY(cli.begin((goesOn ? QStringList{"train", "--out", textOf(run_.path), "--resume",
                                              "--cache", textOf(SmallRun::get().cache())}
                                : arguments(kEpochs))
                        << "--json"));
      resumed += goesOn;
      // Half of them surely while it trains, however long it takes to start.
      if (kills % 2 == 1)
        cli.waitForLine([](const QByteArray& line) { return isEvent(line, "built"); });
      // It ends by itself, or it is killed at a moment that nobody chose.
      const int patienceMs = kills < 10 ? int(random() % (wholeMs / 12)) : -1;
      done = cli.waitForFinished(patienceMs) && cli.exitStatus() == QProcess::NormalExit;
      if (!done) {
        ++kills;
        cli.signal(SIGKILL);
        QVERIFY(cli.waitForFinished());
      } else {
        QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
      }
    }
    qInfo("killed %d times, resumed %d times", kills, resumed);
    QVERIFY(resumed >= 5);
    QVERIFY(scoresOf(run_.lastModel()) == scoresOf(straight.lastModel()));
    QVERIFY(scoresOf(run_.bestModel()) == scoresOf(straight.bestModel()));
    const json result = json::parse(readFile(run_.result()));
    const json expected = json::parse(readFile(straight.result()));
    for (const char* key : {"best", "last", "best_epoch", "best_confusion", "best_predictions"})
      QCOMPARE(result.at(key).dump(), expected.at(key).dump());
  }

  void ctrlCEndsAfterTheStepWithACheckpoint_data() {
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
  }
  void ctrlCEndsAfterTheStepWithACheckpoint() {
    QFETCH(int, signal);
    constexpr int kFarAway = 100'000;
    CliProcess cli;
    QVERIFY(cli.begin(arguments(kFarAway) << "--json"));
    QVERIFY(cli.waitForLine([](const QByteArray& line) { return isEvent(line, "epoch"); }));
    cli.signal(signal);
    QVERIFY(cli.ends());
    QCOMPARE(cli.exitCode(), 130);
    QVERIFY(fs::exists(run_.checkpoint()) && fs::exists(run_.bestModel()));
    QVERIFY(!json::parse(readFile(run_.result())).at("finished").get<bool>());
    const int before = readRun(run_.path)->epochs;
    QVERIFY(before >= 1);

    CliProcess again;
    QVERIFY(again.begin({"train", "--out", textOf(run_.path), "--resume", "--cache",
                         textOf(SmallRun::get().cache())}));
    QByteArray seen;
    QVERIFY(again.waitForLine(
        [&](const QByteArray& line) {
          seen = line;
          return line.startsWith("Epoch ");
        },
        QProcess::StandardError));
    QCOMPARE(QString(seen).section(':', 0, 0), QString("Epoch %1").arg(before + 1));
    again.signal(signal);
    QVERIFY(again.ends());
    const QString text = again.errorText();
    QVERIFY2(text.trimmed().endsWith("resume with --resume."), qPrintable(text));
  }

  void ctrlCInTheFirstEpochCanGoOnToo() {
    CliProcess cli;
    QVERIFY(cli.begin(arguments(6) << "--json"));
    QVERIFY(cli.waitForLine([](const QByteArray& line) { return isEvent(line, "built"); }));
    cli.signal(SIGINT);
    QVERIFY(cli.ends());
    QCOMPARE(cli.exitCode(), 130);
    CliProcess again;
    QVERIFY(again.run(arguments(6) << "--resume"));
    QVERIFY2(again.exitCode() == 0, qPrintable(again.errorText()));
    QVERIFY(scoresOf(run_.lastModel()) == expectedScores());
  }

  /// A limit on the size of files stands for a full disk: the model fits, the checkpoint does not.
  void aFullDiskIsToldAndTheRunCanGoOn() {
    QStringList command = arguments(6);
    command.prepend(EARWITNESS_CLI);
    CliProcess cli;
    cli.start("bash",
              QStringList{"-c", "trap '' XFSZ; ulimit -f 1000; exec \"$@\"", "bash"} + command);
    QVERIFY(cli.ends());
    QCOMPARE(cli.exitCode(), 1);
    const QString text = cli.errorText();
    QVERIFY2(isCliError(text) && text.contains("checkpoint.pt"), qPrintable(text));
    QCOMPARE(readRun(run_.path)->state, std::string("failed"));
    QCOMPARE(readRunView(run_.path).errorKind, std::string("disk"));
    for (const auto& entry : fs::directory_iterator(run_.path))
      QVERIFY2(entry.path().extension() != ".tmp", entry.path().c_str());

    CliProcess again;
    QVERIFY(again.run(arguments(6) << "--resume"));
    QVERIFY2(again.exitCode() == 0, qPrintable(again.errorText()));
    QVERIFY(scoresOf(run_.lastModel()) == expectedScores());
  }

  void settingsOfAnEarlierRun() {
    const SmallRun& small = SmallRun::get();
    CliProcess cli;
    QVERIFY(cli.run({"train", "--settings", textOf(small.folder().settings()), "--out",
                     textOf(run_.path), "--cache", textOf(small.cache())}));
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    QVERIFY(scoresOf(run_.lastModel()) == expectedScores());
  }

  void runsAreListedBestFirst() {
    const SmallRun& small = SmallRun::get();
    CliProcess cli;
    QVERIFY(cli.run(arguments(1) << "--learning-rate"
                                 << "1e-6"));
    CliProcess list;
    QVERIFY(list.run({"runs", textOf(run_.path), textOf(small.folder().path)}));
    QCOMPARE(list.exitCode(), 0);
    const QString text = QString::fromUtf8(list.readAllStandardOutput());
    const QStringList lines = text.split('\n');
    QVERIFY2(lines[0].startsWith("run ") && lines[0].contains("balanced"), qPrintable(text));
    QVERIFY2(lines[1].contains("100.0%") && lines[1].contains("6/6"), qPrintable(text));
    QVERIFY(text.contains("Settings that differ:") && text.contains("learning_rate"));
    QVERIFY(!text.contains("batch_size"));
    CliProcess machine;
    QVERIFY(machine.run({"runs", textOf(run_.path), "--json"}));
    const json runs = machine.json();
    QCOMPARE(runs.at("runs").size(), size_t(1));
    QCOMPARE(runs.at("runs").at(0).at("state").get<std::string>(), std::string("finished"));
    CliProcess none;
    QVERIFY(none.run({"runs", textOf(small.data())}));
    QCOMPARE(none.exitCode(), 1);
    QVERIFY(isCliError(none.errorText()));
  }

  void searching() {
    CliProcess cli;
    QVERIFY(cli.run(arguments(2) << "--search"
                                 << "3"));
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    const QString out = QString::fromUtf8(cli.readAllStandardOutput());
    QVERIFY(out.contains("rank") && out.contains("Model: "));
    QVERIFY(fs::exists(run_.path / "search.csv") && fs::exists(run_.path / "best.pt"));
    CliProcess again;  // nothing left to do; from what the folder says
    QVERIFY(again.run({"train", "--out", textOf(run_.path), "--resume", "--search", "3", "--cache",
                       textOf(SmallRun::get().cache())}));
    QVERIFY2(again.exitCode() == 0, qPrintable(again.errorText()));
    QCOMPARE(QString::fromUtf8(again.readAllStandardOutput()), out);
  }

  void stepsAreListed() {
    CliProcess cli;
    QVERIFY(cli.run({"augmentations", "--json"}));
    const json steps = cli.json().at("steps");
    QVERIFY(steps.size() >= 13);
    for (const json& step : steps) QVERIFY(!step.at("summary").get<std::string>().empty());
  }

 private:
  /// Those of smallSettings().
  QStringList arguments(int epochs) const {
    const SmallRun& small = SmallRun::get();
    return {"train",
            "--data",
            textOf(small.data()),
            "--out",
            textOf(run_.path),
            "--cache",
            textOf(small.cache()),
            "--epochs",
            QString::number(epochs),
            "--batch-size",
            "4",
            "--threads",
            "1",
            "--augment",
            "time-mask:frames=10"};
  }
  static std::vector<std::vector<float>> expectedScores() {
    return scoresOf(SmallRun::get().folder().lastModel());
  }

  std::unique_ptr<QTemporaryDir> directory_;
  RunFolder run_;
};

QTEST_GUILESS_MAIN(TestCliTrain)
#include "test_cli_train.moc"
