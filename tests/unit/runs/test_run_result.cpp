// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "core/base/atomic_file.h"
#include "core/runs/journal.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_result.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
using nlohmann::json;
namespace fs = std::filesystem;

class TestRunResult : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    folder_ = {fs::path(directory_->filePath("run").toStdString())};
    fs::create_directories(folder_.path);
    Journal journal(folder_.journal(), false, {});
    journal.write("started", {{"settings", json::object()}});
    writeJsonFile(folder_.settings(), {{"data", {{"root", "/sounds/set"}}}, {"epochs", 4}});
  }

  void everythingIsRead() {
    writeJsonFile(folder_.result(), whole());
    const RunResult result = readRunResult(folder_.path);
    QVERIFY(result.isThere);
    QCOMPARE(result.labels, (std::vector<std::string>{"dog", "rain"}));
    QCOMPARE(result.confusion.count(1, 0), 2L);
    QVERIFY(result.hasAllClips);
    QCOMPARE(result.clips.size(), size_t(2));
    QCOMPARE(result.clips[0].file, std::string("/sounds/set/rain/1.wav"));
    QCOMPARE(result.clips[0].prediction, 0);
    QCOMPARE(result.firesOnNoise, std::optional(0.25));
    QCOMPARE(result.latencyMs, std::optional(3.5));
    QCOMPARE(result.split.english(), std::string("by source"));
    QVERIFY(result.warnings == std::vector{Message::verbatim("few clips")});
    QCOMPARE(result.dataRoot, fs::path("/sounds/set"));
  }

  void anOlderResultHasWhatItHas() {
    json old = whole();
    for (const char* key : {"best_predictions", "latency_ms", "noise_check"}) old.erase(key);
    writeJsonFile(folder_.result(), old);
    const RunResult result = readRunResult(folder_.path);
    QVERIFY(!result.hasAllClips);
    QCOMPARE(result.clips.size(), size_t(1));
    QVERIFY(!result.latencyMs.has_value());
    QVERIFY(!result.firesOnNoise.has_value());
  }

  void withoutValidationThereIsNoMatrix() {
    writeJsonFile(folder_.result(), {{"finished", true}, {"split", "none"}});
    const RunResult result = readRunResult(folder_.path);
    QVERIFY(result.isThere);
    QCOMPARE(result.confusion.nClasses(), 0);
    QVERIFY(result.clips.empty());
  }

  void aRunThatGoesOnHasNoResultYet() {
    const RunResult result = readRunResult(folder_.path);
    QVERIFY(!result.isThere);
    QCOMPARE(result.dataRoot, fs::path("/sounds/set"));
  }

  void clipsOfClassesThatAreNotThereAreLeftOut() {
    json odd = whole();
    odd["best_predictions"][0]["prediction"] = 7;
    writeJsonFile(folder_.result(), odd);
    QCOMPARE(readRunResult(folder_.path).clips.size(), size_t(1));
  }

  void whatIsDamagedIsSaid() {
    writeFileAtomically(folder_.result(), "{\"best_confusion\": {\"labels\": 3}}");
    QVERIFY(errorOf([&] { readRunResult(folder_.path); }).contains("damaged"));
    writeFileAtomically(folder_.result(), "{\"best_conf");
    QVERIFY(errorOf([&] { readRunResult(folder_.path); }).contains("damaged"));
    QVERIFY(errorOf([&] {
              readRunResult(folder_.path / "no");
            }).contains("not contain a training run"));
    json odd = whole();
    odd["noise_check"]["too_often"] = "yes";
    writeJsonFile(folder_.result(), odd);
    QVERIFY(errorOf([&] { readRunResult(folder_.path); }).contains("damaged"));
    writeJsonFile(folder_.result(), whole());
    json settings = json::parse(readFile(folder_.settings()));
    settings["data"]["corrections"] = 5;
    writeJsonFile(folder_.settings(), settings);
    QVERIFY(errorOf([&] { readRunResult(folder_.path); }).contains("damaged"));
  }

  void figuresOfClasses() {
    ConfusionMatrix matrix(3);
    matrix.add(0, 0, 3);
    matrix.add(0, 1, 1);
    matrix.add(1, 1, 1);
    const auto figures = classFigures(matrix);
    QCOMPARE(figures[0].clips, 4L);
    QCOMPARE(figures[0].recall, 0.75);
    QCOMPARE(figures[0].precision, 1.0);
    QCOMPARE(figures[1].precision, 0.5);
    QVERIFY(std::isnan(figures[2].recall));
    QVERIFY(std::isnan(figures[2].f1));
  }

 private:
  static json whole() {
    const json right = {{"file", "/sounds/set/dog/1.wav"},
                        {"label", 0},
                        {"prediction", 0},
                        {"score", 0.9},
                        {"label_score", 0.9}};
    const json wrong = {{"file", "/sounds/set/rain/1.wav"},
                        {"label", 1},
                        {"prediction", 0},
                        {"score", 0.7},
                        {"label_score", 0.2}};
    return {{"split", "by source"},
            {"warnings", {"few clips"}},
            {"noise_check", {{"fires", 0.25}, {"too_often", true}}},
            {"latency_ms", 3.5},
            {"best_confusion",
             {{"labels", {"dog", "rain"}},
              {"cells", json::array({json::array({0, 0, 3}), json::array({1, 0, 2})})}}},
            {"best_predictions", json::array({wrong, right})},
            {"best_misclassified", json::array({wrong})}};
  }

  std::unique_ptr<QTemporaryDir> directory_;
  RunFolder folder_;
};

QTEST_APPLESS_MAIN(TestRunResult)
#include "test_run_result.moc"
