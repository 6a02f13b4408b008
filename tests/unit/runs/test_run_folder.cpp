// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "core/base/error.h"
#include "core/runs/clip_predictions.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_summary.h"
#include "core/runs/run_tables.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

json epochEvent(int epoch, double balanced) {
  return {{"event", "epoch"},
          {"epoch", epoch},
          {"seconds", 2.0},
          {"best_epoch", epoch},
          {"best", {{"loss", 1.5}, {"accuracy", 0.5}, {"balanced_accuracy", balanced}}}};
}

const json kStarted = {{"event", "started"}, {"time", "2026-01-02T03:04:05.678Z"}};

}  // namespace

class TestRunFolder : public QObject {
  Q_OBJECT

 private slots:
  void init() { directory_ = std::make_unique<QTemporaryDir>(); }

  void aTrainingOverwritesNoForeignFiles_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"log.txt", "data.json", "result.json", "best.pt", "metrics.csv",
                             "journal.jsonl", "search.json", "search.csv"})
      QTest::newRow(name) << name;
  }
  void aTrainingOverwritesNoForeignFiles() {
    QFETCH(QString, name);
    const fs::path folder = directory_->path().toStdString();
    writeText(folder / "notes.md", "mine");  // in nobody's way
    writeText(folder / "settings.json", "{}");
    prepareRunFolder(folder, false);
    writeText(folder / name.toStdString(), "mine");
    const QString text = errorOf([&] { prepareRunFolder(folder, false); });
    QVERIFY2(isSentence(text) && text.contains(name), qPrintable(text));
    // A run that was begun here and left no checkpoint may begin again.
    { const RunLock lock(RunFolder{folder}); }
    prepareRunFolder(folder, false);
  }

  void confusionTable() {
    ConfusionMatrix matrix(2);
    matrix.add(0, 0, 3);
    matrix.add(0, 1);
    QCOMPARE(confusionCsv(matrix, {"cat", "dog, big"}),
             std::string("label,cat,\"dog, big\"\ncat,3,1\n\"dog, big\",0,0\n"));
    QCOMPARE(perClassCsv(matrix, {"cat", "dog"}),
             std::string("label,clips,precision,recall,f1\ncat,4,1.0,0.75,0.8571428571428571\n"
                         "dog,0,0.0,,0.0\n"));
  }

  void manyClassesMakeAList() {
    ConfusionMatrix matrix(10000);
    matrix.add(9998, 1, 2);
    std::vector<std::string> labels;
    for (int i = 0; i < 10000; ++i) labels.push_back(std::to_string(i));
    QCOMPARE(confusionCsv(matrix, labels), std::string("label,prediction,clips\n9998,1,2\n"));
    QCOMPARE(matrix.balancedAccuracy(), 0.0);
  }

  void surestMistakesFirst() {
    const std::vector<ClipPrediction> clips = {
        {"a.wav", 0, 1, 0.5, 0.4}, {"good.wav", 1, 1, 0.8, 0.8}, {"b \"x\".wav", 1, 0, 0.9, 0.05}};
    QCOMPARE(predictionsCsv(surestFirst(misclassified(clips)), {"cat", "dog"}),
             std::string("file,label,prediction,score,label_score\n"
                         "\"b \"\"x\"\".wav\",dog,cat,0.9,0.05\na.wav,cat,dog,0.5,0.4\n"));
    QVERIFY(predictionsCsv(clips, {"cat", "dog"}).ends_with(",0.05\n"));
    const auto back = predictionsFromJson(toJson(clips));
    QCOMPARE(back.size(), size_t(3));
    QVERIFY(back[2].file == clips[2].file && back[2].labelScore == clips[2].labelScore);
  }

  void states_data() {
    QTest::addColumn<QString>("journal");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("epochs");
    const auto text = [](std::initializer_list<json> events) {
      QString lines;
      for (const json& event : events) lines += QString::fromStdString(event.dump()) + "\n";
      return lines;
    };
    const json finished = {{"event", "finished"}}, stopped = {{"event", "stopped"}};
    const json failed = {{"event", "failed"}, {"error", "No."}};
    const json resumed = {{"event", "resumed"}, {"epochs_done", 1}};
    QTest::newRow("killed before the first epoch") << text({kStarted}) << "interrupted" << 0;
    QTest::newRow("killed") << text({kStarted, epochEvent(1, 0.5)}) << "interrupted" << 1;
    QTest::newRow("finished") << text({kStarted, epochEvent(1, 0.5), finished}) << "finished" << 1;
    QTest::newRow("stopped") << text({kStarted, epochEvent(1, 0.5), stopped}) << "stopped" << 1;
    QTest::newRow("failed") << text({kStarted, failed}) << "failed" << 0;
    QTest::newRow("resumed behind a checkpoint")
        << text({kStarted, epochEvent(1, 0.5), epochEvent(2, 0.6), resumed}) << "interrupted" << 1;
    QTest::newRow("torn and foreign lines")
        << text({kStarted}) + "{\"event\": \"epo\n[1]\n{\"event\": 3}\n{\"event\":\"epoch\"}\n\n" +
               text({epochEvent(1, 0.5)})
        << "interrupted" << 1;
  }
  void states() {
    QFETCH(QString, journal);
    QFETCH(QString, state);
    QFETCH(int, epochs);
    const RunFolder folder{path("run")};
    writeText(folder.journal(), journal.toStdString());
    const auto run = readRun(folder.path);
    QVERIFY(run.has_value());
    QCOMPARE(QString::fromStdString(run->state), state);
    QCOMPARE(run->epochs, epochs);
    QVERIFY(!toJson(*run).dump().empty());
    const RunLock lock(folder);
    QCOMPARE(readRun(folder.path)->state, std::string("running"));
  }

  void foldersWithoutRuns() {
    QVERIFY(!readRun(path("nothing")));
    writeText(path("empty") / "journal.jsonl", "");
    QVERIFY(!readRun(path("empty")));
    writeText(path("other") / "journal.jsonl", "Dear diary\n");
    QVERIFY(!readRun(path("other")));
    QVERIFY(findRuns(path("")).empty());
    QVERIFY(isSentence(errorOf([&] { findRuns(path("nothing")); })));
  }

  void runsBelowAFolder() {
    for (const char* name : {"b", "a"})
      writeText(path(name) / "journal.jsonl",
                kStarted.dump() + "\n" + epochEvent(3, 0.7).dump() + "\n");
    writeText(path("notes.txt"), "x");
    const auto runs = findRuns(path(""));
    QCOMPARE(runs.size(), size_t(2));
    QCOMPARE(runs[0].folder.path.filename().string(), std::string("a"));
    QCOMPARE(findRuns(path("a")).size(), size_t(1));
  }

  void theLockIsOneProcesss() {
    const RunFolder folder{path("")};
    {
      const RunLock lock(folder);
      QVERIFY(RunLock::isHeld(folder));
      const QString text = errorOf([&] { const RunLock second(folder); });
      QVERIFY2(isSentence(text), qPrintable(text));
    }
    QVERIFY(!RunLock::isHeld(folder));
    const RunLock again(folder);
    QVERIFY(isSentence(errorOf([&] { const RunLock lost({path("missing")}); })));
  }

 private:
  fs::path path(const char* name) const {
    return (fs::path(directory_->path().toStdString()) / name).lexically_normal();
  }
  std::unique_ptr<QTemporaryDir> directory_;
};

QTEST_GUILESS_MAIN(TestRunFolder)
#include "test_run_folder.moc"
