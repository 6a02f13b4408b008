#include <QTemporaryDir>
#include <QtTest>

#include "core/base/atomic_file.h"
#include "core/inference/network_classifier.h"
#include "core/listening/file_analysis.h"
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

bool isStep(const QByteArray& line, int epoch, int step) {
  const json event = json::parse(line.toStdString(), nullptr, false);
  return event.is_object() && event.value("event", "") == "step" && event.at("epoch") == epoch &&
         event.at("step") == step;
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
    QVERIFY(out.contains("Best epoch") && out.contains(textOf(run_.bestModel())));
    QCOMPARE(progress.count("; validation loss "), 6);
    QVERIFY(progress.startsWith("24 clips in 3 classes (folders)\n"));
    QVERIFY(!progress.contains('\r'));
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
    QCOMPARE(events.count("step"), 10);
    QCOMPARE(events.count("epoch"), 2);
  }

  /// Power cut in the middle of an epoch.
  void killedAndResumedIsTheSame_data() {
    QTest::addColumn<int>("epoch");
    QTest::newRow("in the first epoch") << 1;
    QTest::newRow("later") << 4;
  }
  void killedAndResumedIsTheSame() {
    QFETCH(int, epoch);
    CliProcess cli;
    QVERIFY(cli.begin(arguments(6) << "--json"));
    QVERIFY(cli.waitForLine([&](const QByteArray& line) { return isStep(line, epoch, 3); }));
    cli.signal(SIGKILL);
    QVERIFY(cli.waitForFinished());
    QCOMPARE(cli.exitStatus(), QProcess::CrashExit);
    QVERIFY(!fs::exists(run_.lastModel()));

    CliProcess again;
    QVERIFY(again.run(arguments(6) << "--resume"));
    QVERIFY2(again.exitCode() == 0, qPrintable(again.errorText()));
    QVERIFY(scoresOf(run_.lastModel()) == expectedScores());
    QVERIFY(json::parse(readFile(run_.result())).at("finished").get<bool>());
  }

  void ctrlCKeepsTheLastWholeEpoch() {
    constexpr int kFarAway = 100'000;
    for (const int signal : {SIGINT, SIGTERM}) {
      CliProcess cli;
      QStringList all = arguments(kFarAway);
      if (signal == SIGTERM) all << "--resume";
      QVERIFY(cli.begin(all));
      QByteArray seen;
      QVERIFY(cli.waitForLine(
          [&](const QByteArray& line) {
            seen = line;
            return line.startsWith("Epoch ");
          },
          QProcess::StandardError));
      // The second time it goes on behind what the first one did.
      QVERIFY(signal == SIGTERM ? !seen.startsWith("Epoch 1:") : seen.startsWith("Epoch 1:"));
      cli.signal(signal);
      QVERIFY(cli.ends());
      QCOMPARE(cli.exitCode(), 130);
      const QString text = cli.errorText();
      QVERIFY2(text.trimmed().endsWith("go on with --resume."), qPrintable(text));
      QVERIFY(fs::exists(run_.checkpoint()) && fs::exists(run_.bestModel()));
      QVERIFY(!json::parse(readFile(run_.result())).at("finished").get<bool>());
    }
  }

  void ctrlCInTheFirstEpochCanGoOnToo() {
    CliProcess cli;
    QVERIFY(cli.begin(arguments(6) << "--json"));
    QVERIFY(cli.waitForLine([](const QByteArray& line) { return isStep(line, 1, 1); }));
    cli.signal(SIGINT);
    QVERIFY(cli.ends());
    QCOMPARE(cli.exitCode(), 130);
    CliProcess again;
    QVERIFY(again.run(arguments(6) << "--resume"));
    QVERIFY2(again.exitCode() == 0, qPrintable(again.errorText()));
    QVERIFY(scoresOf(run_.lastModel()) == expectedScores());
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
            "--augmentation",
            "{\"time_mask_frames\": 10}"};
  }
  static std::vector<std::vector<float>> expectedScores() {
    return scoresOf(SmallRun::get().folder().lastModel());
  }

  std::unique_ptr<QTemporaryDir> directory_;
  RunFolder run_;
};

QTEST_GUILESS_MAIN(TestCliTrain)
#include "test_cli_train.moc"
