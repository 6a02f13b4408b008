// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "core/runs/run_view.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
using nlohmann::json;
using Phase = RunView::Phase;

namespace {

json figures(double loss, double balanced) {
  return {{"loss", loss}, {"accuracy", 0.5}, {"balanced_accuracy", balanced}};
}

json started(int epochs = 4) {
  return {{"event", "started"},
          {"time", "2026-01-02T03:04:05.678Z"},
          {"settings", {{"epochs", epochs}, {"window_seconds", 0.0}}}};
}

json scanned() {
  return {{"event", "scanned"},
          {"layout", "folders"},
          {"classes", 3},
          {"clips", 25},
          {"window_seconds", 1.5}};
}

json cached() {
  return {{"event", "cached"},
          {"clips", 24},
          {"split", "drawn"},
          {"warnings", {"Mind the gap."}},
          {"left_out", {{{"file", "a.wav"}, {"problem", "empty"}}}}};
}

json step(int epoch, int number) {
  return {{"event", "step"},          {"epoch", epoch},        {"epochs", 4},
          {"step", number},           {"steps", 10},           {"loss", 1.25},
          {"balanced_accuracy", 0.5}, {"learning_rate", 1e-3}, {"clips_per_second", 80.0},
          {"seconds_left", 12.5}};
}

json epoch(int number, double loss, double balanced, int bestEpoch, double best) {
  return {{"event", "epoch"},
          {"epoch", number},
          {"learning_rate", 1e-3},
          {"seconds", 2.0},
          {"clips_per_second", 100.0},
          {"training", figures(loss * 2, balanced / 2)},
          {"validation", figures(loss, balanced)},
          {"best_epoch", bestEpoch},
          {"best", figures(loss, best)}};
}

RunView viewOf(const std::vector<json>& events) {
  RunView view;
  for (const json& event : events) view.take(event);
  return view;
}

}  // namespace

class TestRunView : public QObject {
  Q_OBJECT

 private slots:
  void fromStartToEnd() {
    RunView view;
    QVERIFY(view.phase == Phase::Waiting && !view.best && view.noiseCheck.is_null());
    view.take(started());
    QVERIFY(view.phase == Phase::Scanning);
    QCOMPARE(view.started, std::string("2026-01-02T03:04:05.678Z"));
    QCOMPARE(view.epochsPlanned, 4);
    view.take(scanned());
    QVERIFY(view.phase == Phase::Features && view.layout == "folders");
    QCOMPARE(view.clips, size_t(25));
    QCOMPARE(view.classes, size_t(3));
    QCOMPARE(view.settings.at("window_seconds").get<double>(), 1.5);
    view.take({{"event", "features"}, {"done", 5}, {"total", 25}});
    QVERIFY(view.featuresDone == 5 && view.featuresTotal == 25);
    view.take(cached());
    QVERIFY(view.featuresDone == 25 && view.clips == 24 && view.leftOut == 1);
    QVERIFY(view.split == "drawn" &&
            view.warnings == std::vector{Message::verbatim("Mind the gap.")});
    view.take({{"event", "built"}, {"parameters", 12345}, {"device", "cpu"}});
    QVERIFY(view.phase == Phase::Training && view.parameters == 12345 && view.device == "cpu");
    view.take(step(1, 3));
    QVERIFY(view.step && view.step->step == 3 && view.step->steps == 10);
    QCOMPARE(view.step->secondsLeft, 12.5);
    view.take(epoch(1, 0.5, 0.75, 1, 0.75));
    QVERIFY(!view.step && view.epochs.size() == 1);
    QCOMPARE(view.epochs[0].training.loss, 1.0);
    QCOMPARE(view.epochs[0].validation->balancedAccuracy, 0.75);
    QVERIFY(view.bestEpoch == 1 && view.best->balancedAccuracy == 0.75);
    view.take({{"event", "finished"},
               {"early", true},
               {"best_epoch", 1},
               {"best", figures(0.5, 0.75)},
               {"noise_check", {{"fires", 0.25}}}});
    QVERIFY(view.phase == Phase::Finished && view.early);
    QCOMPARE(view.noiseCheck.at("fires").get<double>(), 0.25);
  }

  void resumingDropsWhatIsMadeOnceMore() {
    RunView view = viewOf({started(), scanned(), cached(), epoch(1, 0.6, 0.5, 1, 0.5),
                           epoch(2, 0.5, 0.7, 2, 0.7), epoch(3, 0.4, 0.9, 3, 0.9), step(4, 2)});
    QCOMPARE(view.bestEpoch, 3);
    view.take(scanned());
    QVERIFY(view.phase == Phase::Features && !view.step && view.epochs.size() == 3);
    view.take({{"event", "resumed"}, {"epochs_done", 2}, {"step", 4}});
    QCOMPARE(view.epochs.size(), size_t(2));
    QVERIFY(view.bestEpoch == 2 && view.best->balancedAccuracy == 0.7);
    view.take(epoch(3, 0.4, 0.6, 2, 0.7));
    QCOMPARE(view.epochs.size(), size_t(3));
    QCOMPARE(view.epochs.back().validation->balancedAccuracy, 0.6);
    view.take({{"event", "resumed"}, {"epochs_done", 0}, {"step", 0}});
    QVERIFY(view.epochs.empty() && view.bestEpoch == 0 && !view.best);
  }

  /// Equal figures: the lower loss, then the earlier; where nothing validates, the last.
  void theBestBehindACheckpoint() {
    const json resumed = {{"event", "resumed"}, {"epochs_done", 3}};
    RunView view = viewOf({started(), epoch(1, 0.5, 0.7, 1, 0.7), epoch(2, 0.4, 0.7, 2, 0.7),
                           epoch(3, 0.4, 0.7, 2, 0.7), epoch(4, 0.1, 0.9, 4, 0.9), resumed});
    QCOMPARE(view.bestEpoch, 2);
    std::vector<json> events = {started()};
    for (int i = 1; i <= 4; ++i) {
      events.push_back(epoch(i, 0.1 * i, 0.5, i, 0.5));
      events.back().erase("validation");
    }
    events.push_back(resumed);
    view = viewOf(events);
    QVERIFY(view.bestEpoch == 3 && !view.epochs[0].validation);
  }

  void failuresAndGoingOn() {
    RunView view = viewOf(
        {started(), scanned(), {{"event", "failed"}, {"error", "No room."}, {"kind", "disk"}}});
    QVERIFY(view.phase == Phase::Failed && view.error == Message::verbatim("No room.") &&
            view.errorKind == "disk");
    view.take(scanned());
    QVERIFY(view.phase == Phase::Features && view.error.empty() && view.errorKind.empty());
    view.take({{"event", "failed"}, {"error", "An older journal's."}});
    QCOMPARE(view.errorKind, std::string("other"));
    view.take({{"event", "stopped"}, {"best_epoch", 0}});
    QVERIFY(view.phase == Phase::Stopped && view.bestEpoch == 0 && !view.best);
    view.take(started(7));
    QVERIFY(view.phase == Phase::Scanning && view.error.empty() && view.epochsPlanned == 7);
  }

  /// What another version, or another program, may have written.
  void strangeEventsChangeNothing() {
    const RunView view =
        viewOf({started(),
                epoch(1, 0.5, 0.7, 1, 0.7),
                json(),
                json::array({1}),
                json("epoch"),
                json::object(),
                {{"event", 3}},
                {{"event", "dance"}},
                {{"event", "epoch"}},
                {{"event", "epoch"}, {"epoch", 2}, {"training", "good"}},
                {{"event", "epoch"}, {"epoch", -2}, {"training", figures(1, 1)}},
                {{"event", "epoch"}, {"epoch", 1e300}, {"training", figures(1, 1)}},
                {{"event", "epoch"}, {"epoch", 1ULL << 63}, {"training", figures(1, 1)}},
                {{"event", "step"}, {"epoch", "one"}},
                {{"event", "resumed"}, {"epochs_done", "none"}},
                {{"event", "resumed"}},
                {{"event", "resumed"}, {"epochs_done", std::numeric_limits<int>::max()}}});
    QCOMPARE(view.epochs.size(), size_t(1));
    QVERIFY(view.bestEpoch == 1 && !view.step);
    const RunView odd = viewOf({{{"event", "started"}, {"settings", 7}, {"time", 8}},
                                {{"event", "scanned"}, {"clips", -4}, {"layout", nullptr}},
                                {{"event", "cached"}, {"warnings", {1, "x"}}, {"left_out", 4}}});
    QVERIFY(odd.settings.is_object() && odd.clips == 0 && odd.warnings.size() == 1);
  }

  void aLossThatIsNone() {
    json event = epoch(1, 0.5, 0.7, 1, 0.7);
    event["validation"]["loss"] = nullptr;
    QVERIFY(std::isnan(viewOf({started(), event}).epochs.at(0).validation->loss));
  }

  /// 100 epochs of 50 classes, an hour of steps.
  void aLongJournalOpensAtOnce() {
    QTemporaryDir directory;
    const std::filesystem::path folder = directory.path().toStdString();
    QVERIFY(readRunView(folder).phase == Phase::Waiting);
    std::string lines = started(100).dump() + "\n" + scanned().dump() + "\n";
    for (int i = 1; i <= 100; ++i) {
      for (int number = 1; number <= 72; ++number) lines += step(i, number).dump() + "\n";
      lines += epoch(i, 1.0 / i, i / 100.0, i, i / 100.0).dump() + "\n";
    }
    writeText(folder / "journal.jsonl", lines);
    QElapsedTimer clock;
    clock.start();
    const RunView view = readRunView(folder);
    const auto ms = clock.elapsed();
    QVERIFY(view.epochs.size() == 100 && view.bestEpoch == 100);
    qInfo("%zu kB of journal in %lld ms", lines.size() / 1000, static_cast<long long>(ms));
    QVERIFY2(ms < 2000, "that is ten times what a window may take");
  }
};

QTEST_GUILESS_MAIN(TestRunView)
#include "test_run_view.moc"
