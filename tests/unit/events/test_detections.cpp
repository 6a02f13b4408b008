// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <random>

#include "core/events/detections.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

namespace {

constexpr int kLabels = 4;
constexpr double kHop = 0.25;
constexpr double kWindow = 2.0;

EventSettings settings() {
  return {.smoothingSeconds = 0.5,
          .windowSeconds = kWindow,
          .rules = {{},
                    {.onThreshold = 0.7F, .offThreshold = 0.3F, .minimumSeconds = 1.0},
                    {.onThreshold = 0.4F, .offThreshold = 0.35F, .coolDownSeconds = 3.0},
                    {.onThreshold = 0.5F,
                     .offThreshold = 0.5F,
                     .minimumSeconds = 0.5,
                     .coolDownSeconds = 1.0}}};
}

/// Scores that stay for a while, now and then a quiet room, an interruption and a lost window.
std::vector<ScoredWindow> randomWindows(unsigned seed, int count) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<float> chance(0.0F, 1.0F);
  std::vector<float> level(kLabels, 0.0F);
  std::vector<ScoredWindow> windows;
  double end = 0.75;
  bool quiet = false;
  for (int i = 0; i < count; ++i) {
    ScoredWindow window;
    end += chance(random) < 0.02F ? 4.0 * kHop : kHop;
    if (chance(random) < 0.01F) window.resumedAtSeconds = end - 0.5;
    if (chance(random) < 0.05F) quiet = !quiet;
    for (float& score : level) {
      if (chance(random) < 0.15F) score = chance(random);
      window.scores.push_back(std::clamp(score + 0.2F * (chance(random) - 0.5F), 0.0F, 1.0F));
    }
    window.startSeconds = end - kWindow;
    window.endSeconds = end;
    window.gated = quiet;
    window.rises = {.startSeconds = end - kHop, .frameSeconds = 0.05, .values = {}};
    for (int frame = 0; frame < 5; ++frame)
      window.rises.values.push_back(uint8_t(chance(random) < 0.1F ? 60.0F * chance(random) : 0.0F));
    windows.push_back(window);
  }
  return windows;
}

/// Windows of one class, not gated, without rises.
std::vector<ScoredWindow> windowsOf(std::initializer_list<float> scores) {
  std::vector<ScoredWindow> windows;
  double end = 0.0;
  for (const float score : scores) {
    end += kHop;
    ScoredWindow window;
    window.startSeconds = std::max(0.0, end - kWindow);
    window.endSeconds = end;
    window.scores = {score};
    windows.push_back(window);
  }
  return windows;
}

}  // namespace

class TestDetections : public QObject {
  Q_OBJECT

 private slots:
  void whatAlwaysHolds_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 20; ++seed) QTest::addRow("%u", seed) << seed;
  }
  void whatAlwaysHolds() {
    QFETCH(unsigned, seed);
    const std::vector<ScoredWindow> windows = randomWindows(seed, 3000);
    const Detections found = detectEvents(windows, settings());
    QVERIFY(found.events.size() > 20 && found.nearMisses.size() > 20);

    struct Span {
      double onset, offset;
    };
    std::vector<std::vector<Span>> spans(kLabels);
    for (size_t i = 0; i < found.events.size(); ++i) {
      const Event& event = found.events[i];
      QCOMPARE(event.id, int64_t(i + 1));
      QVERIFY(!event.open);
      QVERIFY(event.offsetSeconds >= event.onsetSeconds);
      QVERIFY(event.offsetSeconds <= windows.back().endSeconds);
      QVERIFY(event.offsetSeconds - event.onsetSeconds + 1e-6 >=
              settings().rules[size_t(event.label)].minimumSeconds);
      QVERIFY(event.peakScore >= settings().rules[size_t(event.label)].onThreshold);
      QVERIFY(event.meanScore <= event.peakScore + 1e-6F);
      spans[size_t(event.label)].push_back({event.onsetSeconds, event.offsetSeconds});
    }
    for (size_t i = 0; i < found.nearMisses.size(); ++i) {
      const NearMiss& miss = found.nearMisses[i];
      QCOMPARE(miss.id, int64_t(i + 1));
      QVERIFY(miss.offsetSeconds >= miss.onsetSeconds);
      const ClassRule rule = settings().rules[size_t(miss.label)];
      QVERIFY(miss.peakScore >= kNearShare * rule.onThreshold);
      if (miss.reason == NearMissReason::TooShort) QVERIFY(rule.minimumSeconds > 0.0);
      if (miss.reason == NearMissReason::CoolingDown) QVERIFY(rule.coolDownSeconds > 0.0);
      spans[size_t(miss.label)].push_back({miss.onsetSeconds, miss.offsetSeconds});
    }
    for (std::vector<Span>& ofClass : spans) {
      std::sort(ofClass.begin(), ofClass.end(),
                [](const Span& left, const Span& right) { return left.onset < right.onset; });
      for (size_t i = 1; i < ofClass.size(); ++i)
        QVERIFY(ofClass[i].onset >= ofClass[i - 1].offset);
    }
    std::vector<double> lastOffset(kLabels, -1e9);
    for (const Event& event : found.events) {
      const auto label = size_t(event.label);
      QVERIFY(event.onsetSeconds + 1e-9 >=
              lastOffset[label] + settings().rules[label].coolDownSeconds);
      lastOffset[label] = event.offsetSeconds;
    }
  }

  // A detector that is fed while listening tells the same as one over what was kept.
  void keptWindowsGiveTheSame() {
    const std::vector<ScoredWindow> windows = randomWindows(99, 2000);
    EventDetector detector(kLabels, settings());
    Detections live;
    for (const ScoredWindow& window : windows) {
      const std::vector<Event> changed = push(detector, window);
      live.add(changed, detector.takeNearMisses());
    }
    const std::vector<Event> changed = detector.finish();
    live.add(changed, detector.takeNearMisses());
    QVERIFY(detectEvents(windows, settings()) == live);

    EventSettings others = settings();
    others.rules[0].onThreshold = 0.8F;
    others.smoothingSeconds = 1.0;
    QVERIFY(!(detectEvents(windows, others) == live));
    QVERIFY(detectEvents({}, settings()) == Detections{});
    QVERIFY(isSentence(errorOf([&] { detectEvents(windows, {.rules = {ClassRule{}}}); })));
  }

  void why_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<EventOutcome>("standing");
    QTest::newRow("before anything") << 0.2 << EventOutcome::FarBelowThreshold;
    QTest::newRow("the near-miss") << 3.1 << EventOutcome::BelowThreshold;
    QTest::newRow("between") << 4.5 << EventOutcome::BelowThreshold;
    QTest::newRow("the event") << 7.1 << EventOutcome::Reported;
    QTest::newRow("in its windows, but before it") << 6.5 << EventOutcome::ReportedNearby;
    QTest::newRow("cooling down") << 9.4 << EventOutcome::CoolingDown;
  }
  void why() {
    QFETCH(double, seconds);
    QFETCH(EventOutcome, standing);
    std::vector<ScoredWindow> windows = windowsOf({});
    const auto add = [&](float score, int count) {
      for (int i = 0; i < count; ++i) {
        ScoredWindow window;
        window.endSeconds = double(windows.size() + 1) * kHop;
        window.startSeconds = std::max(0.0, window.endSeconds - kWindow);
        window.scores = {0.05F, score};
        windows.push_back(window);
      }
    };
    add(0.0F, 12);
    add(0.4F, 8);  // from 3.0 on
    add(0.0F, 8);
    add(0.9F, 8);  // from 7.0 on
    add(0.0F, 1);
    add(0.8F, 8);  // from 9.25 on
    add(0.0F, 12);
    EventSettings rules{.smoothingSeconds = 0.0, .windowSeconds = kWindow, .rules = {{}, {}}};
    rules.rules[1].coolDownSeconds = 10.0;
    const Detections found = detectEvents(windows, rules);
    QCOMPARE(found.events.size(), size_t(1));
    QCOMPARE(found.nearMisses.size(), size_t(2));
    const std::vector<Explanation> reasons = explain(windows, found, rules, seconds);
    QCOMPARE(reasons.size(), size_t(2));
    const Explanation& reason = reasons[0].label == 1 ? reasons[0] : reasons[1];
    QCOMPARE(reason.outcome, standing);
    QCOMPARE(reason.threshold, 0.5F);
    QVERIFY(std::is_sorted(reasons.begin(), reasons.end(),
                           [](const Explanation& left, const Explanation& right) {
                             return left.smoothed > right.smoothed;
                           }));
  }

  void resultsAreTheClassesOfTheEvents() {
    enum { Animal, Dog, Bark, Music };
    EventSettings ofAnimals{.rules = std::vector<ClassRule>(4),
                            .hierarchy = {{{}, {Animal}, {Dog, Animal}, {}}}};
    ofAnimals.rules[Dog].onThreshold = 0.85F;
    const std::vector<float> highest{0.95F, 0.8F, 0.7F, 0.9F};
    const std::vector<Event> events{{.label = Bark}, {.label = Music}, {.label = Bark}};
    // "Dog" is below its threshold, so nothing is said of it.
    QVERIFY(resultsOf(events, ofAnimals, highest) ==
            (std::vector<ShownLabel>{{Music, {}}, {Bark, {Animal}}}));
    // Elsewhere in the sound the general class has an event of its own.
    const std::vector<Event> both{{.label = Bark}, {.label = Animal}};
    QVERIFY(resultsOf(both, ofAnimals, highest) ==
            (std::vector<ShownLabel>{{Animal, {}}, {Bark, {}}}));
    QVERIFY(resultsOf({}, ofAnimals, highest).empty());
    QVERIFY(resultsOf(events, {}, highest) == (std::vector<ShownLabel>{{Music, {}}, {Bark, {}}}));
  }

  void nothingIsSaidOfWhereNothingWasHeard() {
    const std::vector<ScoredWindow> windows = windowsOf({0.1F, 0.2F});
    QVERIFY(explain(windows, {}, {}, 50.0).empty());
    QVERIFY(explain({}, {}, {}, 0.0).empty());
    QCOMPARE(explain(windows, {}, {}, 0.3).size(), size_t(1));
  }

  void theScoresOfAMomentAreItsHighest() {
    const std::vector<ScoredWindow> windows = windowsOf({0.1F, 0.1F, 0.45F, 0.2F, 0.1F});
    EventSettings unsmoothed{.smoothingSeconds = 0.0, .windowSeconds = kWindow, .rules = {}};
    const auto reasons = explain(windows, {}, unsmoothed, 0.2);
    QCOMPARE(reasons.at(0).score, 0.45F);
    QCOMPARE(reasons.at(0).smoothed, 0.45F);
    QCOMPARE(explain(windows, {}, unsmoothed, 0.9).at(0).score, 0.2F);
  }
};

QTEST_GUILESS_MAIN(TestDetections)
#include "test_detections.moc"
