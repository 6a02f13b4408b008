// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/listening/model_description.h"
#include "core/runs/search_rungs.h"
#include "core/training/search.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/training/small_run.h"

using namespace earwitness;
namespace fs = std::filesystem;

class TestSearch : public QObject {
  Q_OBJECT

 private slots:
  void init() { directory_ = std::make_unique<QTemporaryDir>(); }

  void rungs_data() {
    QTest::addColumn<int>("epochs");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("many") << 90 << QList<int>{10, 30, 90};
    QTest::newRow("not a multiple") << 100 << QList<int>{12, 34, 100};
    QTest::newRow("few") << 3 << QList<int>{1, 3};
    QTest::newRow("one") << 1 << QList<int>{1};
  }
  void rungs() {
    QFETCH(int, epochs);
    QFETCH(QList<int>, expected);
    const std::vector<int> rungs = searchRungs(epochs);
    QCOMPARE(QList<int>(rungs.begin(), rungs.end()), expected);
  }

  void epochsOfASearch() {
    QCOMPARE(searchEpochs(1, 90), 90);
    QCOMPARE(searchEpochs(20, 90), 20 * 10 + 7 * 20 + 3 * 60);
    QCOMPARE(searchEpochs(5, 1), 5);
  }

  void trialsAreDrawnFromTheSeed() {
    TrainSettings settings = recipe("strong", "inverted-residual");
    const auto trials = drawTrials(settings, 20);
    const auto again = drawTrials(settings, 20);
    const auto fewer = drawTrials(settings, 5);
    std::set<uint64_t> seeds;
    std::set<std::string> sizes;
    for (size_t i = 0; i < trials.size(); ++i) {
      QCOMPARE(toJson(trials[i].settings).dump(), toJson(again[i].settings).dump());
      if (i < 5) QCOMPARE(toJson(trials[i].settings).dump(), toJson(fewer[i].settings).dump());
      trials[i].settings.validate();
      QVERIFY(trials[i].settings.learningRate >= 0.9e-3 &&
              trials[i].settings.learningRate <= 9.1e-3);
      seeds.insert(trials[i].settings.seed);
      sizes.insert(trials[i].settings.architectureSettings.dump());
    }
    QCOMPARE(toJson(trials[0].settings).dump(), toJson(settings).dump());
    QCOMPARE(seeds.size(), size_t(20));
    QVERIFY(sizes.size() > 10);
    settings.seed = 2;
    QVERIFY(toJson(drawTrials(settings, 2)[1].settings) != toJson(trials[1].settings));
    QVERIFY(isSentence(errorOf([&] { drawTrials(settings, 0); })));
  }

  void ranksAndResumes() {
    const SmallRun& run = SmallRun::get();
    const TrainSettings settings = smallSettings(run.data(), 3);
    const RunOptions whole{.folder = path("whole"), .cacheFolder = run.cache()};
    const SearchResult expected = search(settings, 4, whole, {});
    QVERIFY(expected.finished);
    QCOMPARE(expected.trials.size(), size_t(4));
    // Of four two go on to the last rung.
    QCOMPARE(expected.trials[0].epochs, 3);
    QCOMPARE(expected.trials[1].epochs, 3);
    QCOMPARE(expected.trials[2].epochs, 1);
    QVERIFY(expected.trials[0].best->balancedAccuracy >= expected.trials[1].best->balancedAccuracy);
    QCOMPARE(readModelDescription(path("whole") / "best.pt").labels.size(), size_t(3));
    QVERIFY(searchTable(expected).find("learning rate") != std::string::npos);

    std::atomic<bool> stop{false};
    std::set<int> seen;
    TrainHooks hooks;
    hooks.stop = &stop;
    hooks.onEvent = [&](const nlohmann::json& event) {
      seen.insert(event.at("trial").get<int>());
      if (event.at("trial") == 3 && event.at("event") == "epoch") stop = true;
    };
    RunOptions parts{.folder = path("parts"), .cacheFolder = run.cache()};
    const SearchResult stopped = search(settings, 4, parts, hooks);
    QVERIFY(!stopped.finished);
    // What is best so far is kept.
    QCOMPARE(stopped.bestModel, path("parts") / "best.pt");
    QVERIFY(!readModelDescription(stopped.bestModel).labels.empty());
    const auto summary = [&](const char* folder) {
      return nlohmann::json::parse(readFile(path(folder) / "result.json"));
    };
    QCOMPARE(summary("parts").at("finished").get<bool>(), false);
    QCOMPARE(summary("whole").at("finished").get<bool>(), true);
    QCOMPARE(summary("whole").at("best_trial").get<int>(), expected.trials[0].number);
    QVERIFY((seen == std::set<int>{1, 2, 3}));
    QVERIFY(isSentence(errorOf([&] { search(settings, 4, parts, {}); })));  // without resume
    parts.resume = true;
    QVERIFY(isSentence(errorOf([&] { search(settings, 5, parts, {}); })));
    QVERIFY(search(settings, 4, parts, {}).finished);
    QCOMPARE(readFile(path("parts") / "result.json"), readFile(path("whole") / "result.json"));
    QCOMPARE(readFile(path("parts") / "search.csv"), readFile(path("whole") / "search.csv"));
    // Nothing is left to do the third time.
    TrainHooks nothing;
    nothing.onEvent = [](const nlohmann::json&) { QFAIL("trained again"); };
    QVERIFY(search(settings, 4, parts, nothing).finished);
  }

  void aTrialThatFailsIsLast() {
    const SmallRun& run = SmallRun::get();
    TrainSettings settings = smallSettings(run.data(), 1);
    settings.learningRate = 1e30;
    const QString text = errorOf(
        [&] { search(settings, 2, {.folder = path("search"), .cacheFolder = run.cache()}, {}); });
    QVERIFY2(isSentence(text) && text.contains("diverged"), qPrintable(text));
    QVERIFY(readFile(path("search") / "search.csv").find("diverged") != std::string::npos);
  }

 private:
  fs::path path(const char* name) const {
    return fs::path(directory_->path().toStdString()) / name;
  }
  std::unique_ptr<QTemporaryDir> directory_;
};

QTEST_GUILESS_MAIN(TestSearch)
#include "test_search.moc"
