// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <limits>
#include <map>

#include "core/events/event_detector.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

namespace {

constexpr double kHop = 0.5;
constexpr double kWindow = 2.0;
constexpr double kNever = std::numeric_limits<double>::infinity();

EventSettings settingsWith(std::vector<ClassRule> rules, double smoothingSeconds = 0.0) {
  return {
      .smoothingSeconds = smoothingSeconds, .windowSeconds = kWindow, .rules = std::move(rules)};
}

/// Windows that end at 0.5, 1.0, 1.5, ...; the last state of every event that was told of.
std::map<int64_t, Event> eventsOf(EventDetector& detector,
                                  const std::vector<std::vector<float>>& windows,
                                  bool finish = true) {
  std::map<int64_t, Event> events;
  double end = 0.0;
  const auto keep = [&events](const std::vector<Event>& changed) {
    for (const Event& event : changed) events[event.id] = event;
  };
  for (const std::vector<float>& scores : windows) keep(detector.push(end += kHop, scores));
  if (finish) keep(detector.finish());
  return events;
}

/// The rises of the hop that ends at `endSeconds`, a frame every 20 ms, in decibels at some times.
EnergyRises risesUpTo(double endSeconds, const std::map<double, float>& risesDb) {
  EnergyRises rises{.startSeconds = endSeconds - kHop + 0.02, .frameSeconds = 0.02, .values = {}};
  rises.values.assign(25, 0);
  for (const auto& [seconds, riseDb] : risesDb) {
    const long frame = std::lround((seconds - rises.startSeconds) / rises.frameSeconds);
    if (frame >= 0 && frame < 25)
      rises.values[size_t(frame)] = uint8_t(riseDb / EnergyRises::kStepDb);
  }
  return rises;
}

std::vector<std::vector<float>> oneClass(std::initializer_list<float> scores) {
  std::vector<std::vector<float>> windows;
  for (const float score : scores) windows.push_back({score});
  return windows;
}

}  // namespace

class TestEventDetector : public QObject {
  Q_OBJECT

 private slots:
  void nothingBelowTheThreshold() {
    EventDetector detector(1, settingsWith({{.onThreshold = 0.5F, .offThreshold = 0.3F}}));
    QVERIFY(eventsOf(detector, oneClass({0.0F, 0.49F, 0.2F, 0.49F})).empty());
  }

  // A sound that lasts from 3.0 to 3.5 is in the windows that end from 3.5 to 5.0.
  void onsetAndOffsetAreWhereTheSoundIs() {
    EventDetector detector(1, settingsWith({{}}));
    const auto events =
        eventsOf(detector, oneClass({0, 0, 0, 0, 0, 0, 0.9F, 0.8F, 0.7F, 0.6F, 0, 0}));
    QCOMPARE(events.size(), size_t(1));
    const Event& event = events.at(1);
    QCOMPARE(event.label, 0);
    QCOMPARE(event.onsetSeconds, 3.0);
    QCOMPARE(event.offsetSeconds, 3.5);
    QCOMPARE(event.peakScore, 0.9F);
    QVERIFY(std::abs(event.meanScore - 0.75F) < 1e-6F);
    QVERIFY(!event.open);
  }

  // From 3.0 to 6.0: in the windows that end from 3.5 to 7.5.
  void aLongSoundHasItsLength() {
    EventDetector detector(1, settingsWith({{}}));
    std::vector<std::vector<float>> windows(20, {0.0F});
    for (size_t i = 6; i < 15; ++i) windows[i] = {0.9F};
    const auto events = eventsOf(detector, windows);
    QCOMPARE(events.size(), size_t(1));
    QCOMPARE(events.at(1).onsetSeconds, 3.0);
    QCOMPARE(events.at(1).offsetSeconds, 6.0);
  }

  void theFirstWindowIsAllNew() {
    EventDetector detector(1, settingsWith({{}}));
    const std::vector<float> high{0.9F};
    const std::vector<Event> events = detector.push(5.0, high);
    QCOMPARE(events.size(), size_t(1));
    QCOMPARE(events[0].onsetSeconds, 3.0);  // the window's start
    QCOMPARE(events[0].offsetSeconds, 5.0);
    QVERIFY(events[0].open);
  }

  void hysteresis() {
    EventDetector detector(1, settingsWith({{.onThreshold = 0.6F, .offThreshold = 0.4F}}));
    const auto events = eventsOf(
        detector, oneClass({0.5F, 0.6F, 0.45F, 0.4F, 0.59F, 0.39F, 0.5F, 0.59F, 0.0F, 0.7F, 0.0F}));
    QCOMPARE(events.size(), size_t(2));
    QCOMPARE(events.at(1).onsetSeconds, 0.5);
    QCOMPARE(events.at(1).peakScore, 0.6F);
    QCOMPARE(events.at(2).onsetSeconds, 4.5);
  }

  void anEventOnlyGrowsAndKeepsItsId() {
    EventDetector detector(1, settingsWith({{}}));
    double end = 0.0;
    double lastOffset = 0.0;
    const std::vector<float> high{0.8F};
    const std::vector<float> low{0.1F};
    for (int i = 0; i < 12; ++i) {
      const std::vector<Event> events = detector.push(end += kHop, high);
      QCOMPARE(events.size(), size_t(1));
      QCOMPARE(events[0].id, int64_t(1));
      QVERIFY(events[0].open);
      QVERIFY(events[0].offsetSeconds >= lastOffset && events[0].offsetSeconds <= end);
      lastOffset = events[0].offsetSeconds;
    }
    const std::vector<Event> events = detector.push(end += kHop, low);
    QCOMPARE(events.size(), size_t(1));
    QVERIFY(!events[0].open);
    QVERIFY(events[0].offsetSeconds >= lastOffset);
    QVERIFY(detector.push(end += kHop, low).empty());
  }

  void finishEndsWhatIsOpen() {
    EventDetector detector(1, settingsWith({{}}));
    const auto events = eventsOf(detector, oneClass({0, 0, 0, 0, 0.9F, 0.9F}));
    QCOMPARE(events.size(), size_t(1));
    QCOMPARE(events.at(1).onsetSeconds, 2.0);
    QCOMPARE(events.at(1).offsetSeconds, 3.0);  // nothing says that it ended before the stream
    QVERIFY(!events.at(1).open);
    QVERIFY(detector.finish().empty());
  }

  void tooShortIsNotReported() {
    EventDetector detector(1, settingsWith({{.minimumSeconds = 1.0}}));
    // 0.5 s of sound, then 1.0 s: in 4 windows, in 5 windows.
    std::vector<std::vector<float>> windows(30, {0.0F});
    for (size_t i = 6; i < 10; ++i) windows[i] = {0.9F};
    for (size_t i = 16; i < 21; ++i) windows[i] = {0.9F};
    const auto events = eventsOf(detector, windows);
    QCOMPARE(events.size(), size_t(1));
    QCOMPARE(events.at(1).onsetSeconds, 8.0);
    QCOMPARE(events.at(1).offsetSeconds, 9.0);
  }

  void aMinimumIsWaitedFor() {
    EventDetector detector(1, settingsWith({{.minimumSeconds = 1.0}}));
    const std::vector<float> low{0.0F};
    const std::vector<float> high{0.9F};
    double end = 0.0;
    for (int i = 0; i < 6; ++i) QVERIFY(detector.push(end += kHop, low).empty());
    for (int i = 0; i < 4; ++i) QVERIFY(detector.push(end += kHop, high).empty());
    QCOMPARE(detector.push(end += kHop, high).size(), size_t(1));
  }

  void coolDown() {
    EventDetector detector(1, settingsWith({{.coolDownSeconds = 3.0}}));
    std::vector<std::vector<float>> windows(24, {0.0F});
    for (const size_t i : {6UL, 7UL, 8UL, 9UL}) windows[i] = {0.9F};  // 3.0 to 3.5
    windows[11] = {0.9F};                                             // new at 5.5: too early
    for (const size_t i : {12UL, 13UL, 14UL}) windows[i] = {0.9F};    // cooled down at 6.5
    const auto events = eventsOf(detector, windows);
    QCOMPARE(events.size(), size_t(2));
    QCOMPARE(events.at(1).offsetSeconds, 3.5);
    QCOMPARE(events.at(2).onsetSeconds, 6.5);
  }

  void whatWasTooShortDoesNotCoolDown() {
    EventDetector detector(1, settingsWith({{.minimumSeconds = 1.0, .coolDownSeconds = 100.0}}));
    std::vector<std::vector<float>> windows(30, {0.0F});
    windows[4] = {0.9F};
    for (size_t i = 10; i < 16; ++i) windows[i] = {0.9F};
    QCOMPARE(eventsOf(detector, windows).size(), size_t(1));
  }

  void moreClassesLeaveEventsAsTheyAre() {
    const ClassRule rule{.onThreshold = 0.5F, .offThreshold = 0.3F};
    EventDetector detector(1, settingsWith({rule}));
    QCOMPARE(detector.push(0.5, std::vector<float>{0.9F}).size(), size_t(1));
    QVERIFY(isSentence(errorOf([&] { detector.extend(2, settingsWith({rule})); })));
    QVERIFY(isSentence(errorOf([&] { detector.extend(0, settingsWith({})); })));
    detector.extend(2, settingsWith({rule, rule}));
    const std::vector<Event> changed = detector.push(1.0, std::vector<float>{0.9F, 0.8F});
    QCOMPARE(changed.size(), size_t(2));
    QCOMPARE(changed[0].id, int64_t(1));
    QCOMPARE(changed[1].label, 1);
    QCOMPARE(changed[1].id, int64_t(2));
    QCOMPARE(detector.finish().size(), size_t(2));
  }

  void classesAreIndependent() {
    EventDetector detector(3, settingsWith({{.onThreshold = 0.5F, .offThreshold = 0.3F},
                                            {.onThreshold = 0.8F, .offThreshold = 0.6F},
                                            {.onThreshold = 0.5F, .offThreshold = 0.3F}}));
    std::vector<std::vector<float>> windows(12, {0.0F, 0.7F, 0.0F});
    windows[5] = {0.6F, 0.85F, 0.0F};
    windows[6] = {0.6F, 0.7F, 0.0F};
    windows[7] = {0.1F, 0.7F, 0.9F};
    const auto events = eventsOf(detector, windows);
    QCOMPARE(events.size(), size_t(3));
    QCOMPARE(events.at(1).label, 0);
    QCOMPARE(events.at(1).onsetSeconds, 2.5);
    QCOMPARE(events.at(2).label, 1);
    QCOMPARE(events.at(2).onsetSeconds, 2.5);
    QCOMPARE(events.at(2).offsetSeconds, 6.0);
    QCOMPARE(events.at(3).label, 2);
    QCOMPARE(events.at(3).onsetSeconds, 3.5);
  }

  void smoothing() {
    constexpr double kTau = 0.7;
    EventDetector detector(1, settingsWith({{}}, kTau));
    const std::vector<float> high{1.0F};
    const std::vector<float> low{0.0F};
    detector.push(0.5, low);
    detector.push(1.0, high);
    const double weight = 1.0 - std::exp(-0.5 / kTau);
    QVERIFY(std::abs(double(detector.smoothed()[0]) - weight) < 1e-6);
    detector.push(2.0, low);
    QVERIFY(std::abs(double(detector.smoothed()[0]) - weight * std::exp(-1.0 / kTau)) < 1e-6);
  }

  void theFirstWindowIsNotSmoothed() {
    EventDetector detector(1, settingsWith({{}}, 10.0));
    const std::vector<float> high{0.875F};
    const std::vector<float> low{0.25F};
    detector.push(3.0, high);
    QCOMPARE(detector.smoothed()[0], 0.875F);
    detector.finish();
    detector.push(4.0, low);
    QCOMPARE(detector.smoothed()[0], 0.25F);
  }

  void oneSpikeIsSmoothedAway() {
    const auto windows = oneClass({0, 0, 0, 0, 0.9F, 0, 0, 0});
    EventDetector smooth(1, settingsWith({{}}, 1.0));
    QVERIFY(eventsOf(smooth, windows).empty());
    EventDetector raw(1, settingsWith({{}}, 0.0));
    QCOMPARE(eventsOf(raw, windows).size(), size_t(1));
  }

  void afterAGapOnlyTheWindowIsNew() {
    EventDetector detector(1, settingsWith({{}}));
    const std::vector<float> high{0.9F};
    const std::vector<float> low{0.0F};
    detector.push(1.0, low);
    const std::vector<Event> events = detector.push(60.0, high);
    QCOMPARE(events.size(), size_t(1));
    QCOMPARE(events[0].onsetSeconds, 58.0);
  }

  // ---- Onsets -----------------------------------------------------------------------------

  // From 3.3 on, in a window of 4.0 not yet over the threshold.
  void theOnsetIsWhereTheEnergyRises() {
    EventDetector detector(1, settingsWith({{}}));
    const std::vector<float> scores{0, 0, 0, 0, 0, 0, 0.05F, 0.3F, 0.9F};
    std::vector<Event> changed;
    double end = 0.0;
    for (const float score : scores) {
      const EnergyRises rises = risesUpTo(end + kHop, {{3.3, 10.0F}, {1.0, 30.0F}});
      changed = detector.push(end += kHop, std::vector<float>{score}, false, rises);
    }
    QCOMPARE(changed.size(), size_t(1));
    QVERIFY2(std::abs(changed[0].onsetSeconds - 3.3) < 1e-9,
             qPrintable(QString::number(changed[0].onsetSeconds)));
    QVERIFY(std::abs(changed[0].offsetSeconds - 3.8) < 1e-9);  // a hop that is certain
  }

  /// From 3.4 on, known for sure once it fills the window; by then the smoothed score
  /// is too low by a hop, and the window begins at 4.0.
  void smoothingDoesNotLoseTheOnset() {
    EventDetector detector(1, settingsWith({{}}, 1.0));
    const std::vector<float> scores{0, 0, 0, 0, 0, 0, 0, 0, 0, 0.3F, 0.9F};
    double end = 0.0;
    for (size_t i = 0; i < scores.size(); ++i) {
      const EnergyRises rises = risesUpTo(end + kHop, {{3.4, 10.0F}, {5.2, 2.0F}});
      const std::vector<Event> changed =
          detector.push(end += kHop, std::vector<float>{scores[i]}, false, rises);
      QCOMPARE(changed.size(), size_t(0));
    }
    const std::vector<Event> changed =
        detector.push(end + kHop, std::vector<float>{0.95F}, false, risesUpTo(end + kHop, {}));
    QCOMPARE(changed.size(), size_t(1));
    QVERIFY2(std::abs(changed[0].onsetSeconds - 3.4) < 1e-9,
             qPrintable(QString::number(changed[0].onsetSeconds)));
  }

  void ofSeveralRisesTheFirstSteepOne() {
    EventDetector detector(1, settingsWith({{}}));
    double end = 0.0;
    for (int i = 0; i < 7; ++i) {
      const EnergyRises rises = risesUpTo(end + kHop, {{3.04, 3.0F}, {3.12, 8.0F}, {3.4, 10.0F}});
      const std::vector<Event> changed =
          detector.push(end += kHop, std::vector<float>{i < 6 ? 0.0F : 0.9F}, false, rises);
      if (i == 6) QVERIFY(std::abs(changed.at(0).onsetSeconds - 3.12) < 1e-9);
    }
  }

  void aSteadySoundBeginsWithItsHop() {
    EventDetector detector(1, settingsWith({{}}));
    double end = 0.0;
    for (int i = 0; i < 7; ++i) {
      const EnergyRises rises = risesUpTo(end + kHop, {{3.2, 0.5F}});  // no rise to speak of
      const std::vector<Event> changed =
          detector.push(end += kHop, std::vector<float>{i < 6 ? 0.0F : 0.9F}, false, rises);
      if (i == 6) QCOMPARE(changed.at(0).onsetSeconds, 3.0);
    }
  }

  // ---- A stream's start -------------------------------------------------------------------

  // It is named from the second window on, and its bands rise again and again.
  void whatSoundsFromTheStartBeginsThere_data() {
    QTest::addColumn<double>("outgrownSeconds");
    QTest::addColumn<double>("onsetSeconds");
    QTest::newRow("never louder than the start") << kNever << 0.0;
    QTest::newRow("something louder comes later") << 1.4 << 0.0;
    QTest::newRow("louder with the rise") << 0.7 << 0.7;
  }
  void whatSoundsFromTheStartBeginsThere() {
    QFETCH(double, outgrownSeconds);
    QFETCH(double, onsetSeconds);
    EventDetector detector(1, settingsWith({{}}, 0.5));
    std::map<int64_t, Event> events;
    double end = 0.0;
    for (const float score : {0.2F, 0.9F, 0.9F, 0.9F}) {
      EnergyRises rises = risesUpTo(end + kHop, {{0.7, 12.0F}, {1.1, 9.0F}});
      if (outgrownSeconds <= end + kHop) rises.outgrownSeconds = outgrownSeconds;
      for (const Event& event : detector.push(end += kHop, std::vector<float>{score}, false, rises))
        events[event.id] = event;
    }
    for (const Event& event : detector.finish()) events[event.id] = event;
    QCOMPARE(events.size(), size_t(1));
    QVERIFY2(std::abs(events.at(1).onsetSeconds - onsetSeconds) < 1e-9,
             qPrintable(QString::number(events.at(1).onsetSeconds)));
    QCOMPARE(events.at(1).offsetSeconds, 2.0);
  }

  // The start of a stream that goes on after a gap is where it goes on.
  void afterAGapTheStartIsWhereItGoesOn() {
    EventDetector detector(1, settingsWith({{}}));
    eventsOf(detector, oneClass({0, 0}));
    detector.resumeAt(10.0);
    const std::vector<float> high{0.9F};
    EnergyRises rises = risesUpTo(11.0, {{10.6, 12.0F}});
    QCOMPARE(detector.push(11.0, high, false, rises).at(0).onsetSeconds, 10.0);
  }

  // What was not heard for so long that it cannot have been there.
  void theStartIsTooLongAgo() {
    EventDetector detector(1, settingsWith({{}}));
    double end = 0.0;
    std::vector<Event> changed;
    for (int i = 0; i < 7; ++i) {
      end += kHop;
      const std::vector<float> score{i < 6 ? 0.0F : 0.9F};
      changed = detector.push(end, score, false, risesUpTo(end, {{3.2, 10.0F}}));
    }
    QVERIFY(std::abs(changed.at(0).onsetSeconds - 3.2) < 1e-9);
  }

  // ---- Near-misses ------------------------------------------------------------------------

  void nearTheThreshold() {
    EventDetector detector(1, settingsWith({{.onThreshold = 0.5F, .offThreshold = 0.35F}}));
    // In the windows that end from 3.5 to 5.0; 0.29 is not near.
    eventsOf(detector, oneClass({0, 0, 0.29F, 0, 0, 0, 0.3F, 0.45F, 0.4F, 0.3F, 0, 0}), false);
    const std::vector<NearMiss> misses = detector.takeNearMisses();
    QCOMPARE(misses.size(), size_t(1));
    QCOMPARE(misses[0], (NearMiss{.label = 0,
                                  .onsetSeconds = 3.0,
                                  .offsetSeconds = 3.5,
                                  .peakScore = 0.45F,
                                  .reason = NearMissReason::BelowThreshold,
                                  .id = 1}));
    QVERIFY(detector.takeNearMisses().empty());
  }

  void oneForAStretchThatWavers() {
    EventDetector detector(1, settingsWith({{.onThreshold = 0.5F, .offThreshold = 0.35F}}));
    eventsOf(detector, oneClass({0, 0.3F, 0.25F, 0.4F, 0.22F, 0.45F, 0.3F, 0.22F, 0.31F, 0, 0}));
    QCOMPARE(detector.takeNearMisses().size(), size_t(1));
  }

  void whatBecomesAnEventIsNone() {
    EventDetector detector(1, settingsWith({{.onThreshold = 0.5F, .offThreshold = 0.35F}}));
    // Falls away through the near range, and stays there.
    const auto events =
        eventsOf(detector, oneClass({0, 0.4F, 0.45F, 0.9F, 0.6F, 0.34F, 0.32F, 0.34F, 0.31F, 0}));
    QCOMPARE(events.size(), size_t(1));
    QVERIFY(detector.takeNearMisses().empty());
  }

  void tooShortIsANearMiss() {
    EventDetector detector(1, settingsWith({{.minimumSeconds = 1.0}}));
    std::vector<std::vector<float>> windows(14, {0.0F});
    for (size_t i = 6; i < 10; ++i) windows[i] = {0.9F};
    QVERIFY(eventsOf(detector, windows).empty());
    const std::vector<NearMiss> misses = detector.takeNearMisses();
    QCOMPARE(misses.size(), size_t(1));
    QCOMPARE(misses[0].reason, NearMissReason::TooShort);
    QCOMPARE(misses[0].onsetSeconds, 3.0);
    QCOMPARE(misses[0].offsetSeconds, 3.5);
    QCOMPARE(misses[0].peakScore, 0.9F);
  }

  // As in coolDown(): one stretch that passes, one that becomes an event when it may.
  void coolingDownIsANearMiss() {
    EventDetector detector(1, settingsWith({{.coolDownSeconds = 4.0}}));
    std::vector<std::vector<float>> windows(30, {0.0F});
    for (const size_t i : {6UL, 7UL, 8UL, 9UL}) windows[i] = {0.9F};  // 3.0 to 3.5
    for (const size_t i : {11UL, 12UL}) windows[i] = {0.7F};          // passes
    for (size_t i = 14; i < 22; ++i) windows[i] = {0.8F};             // cooled down at 7.5
    const auto events = eventsOf(detector, windows);
    QCOMPARE(events.size(), size_t(2));
    QCOMPARE(events.at(2).onsetSeconds, 7.5);
    const std::vector<NearMiss> misses = detector.takeNearMisses();
    QCOMPARE(misses.size(), size_t(2));
    for (const NearMiss& miss : misses) QCOMPARE(miss.reason, NearMissReason::CoolingDown);
    QCOMPARE(misses[0].onsetSeconds, 5.5);
    QCOMPARE(misses[0].peakScore, 0.7F);
    QCOMPARE(misses[1].onsetSeconds, 7.0);
    QCOMPARE(misses[1].offsetSeconds, 7.5);
  }

  void quietIsANearMiss() {
    EventDetector detector(2, settingsWith({{}, {}}, 0.5));
    std::vector<NearMiss> misses;
    double end = 0.0;
    for (int i = 0; i < 20; ++i) {
      const std::vector<float> scores{i >= 6 && i < 10 ? 0.9F : 0.0F, 0.1F};
      QVERIFY(detector.push(end += kHop, scores, i >= 4).empty());
      QVERIFY(i < 4 || detector.smoothed()[1] < 0.1F);  // gated scores count as 0
      for (const NearMiss& miss : detector.takeNearMisses()) misses.push_back(miss);
    }
    QCOMPARE(misses.size(), size_t(1));
    QCOMPARE(misses[0].label, 0);
    QCOMPARE(misses[0].reason, NearMissReason::Quiet);
    QVERIFY(misses[0].peakScore > 0.8F);
  }

  void whatIsOpenIsToldAtTheEnd() {
    EventDetector detector(1, settingsWith({{}}));
    eventsOf(detector, oneClass({0, 0, 0, 0, 0.4F, 0.4F}));
    const std::vector<NearMiss> misses = detector.takeNearMisses();
    QCOMPARE(misses.size(), size_t(1));
    QCOMPARE(misses[0].onsetSeconds, 2.0);
    QCOMPARE(misses[0].offsetSeconds, 3.0);
  }

  void afterAnInterruptionNothingIsOlder() {
    EventDetector detector(1, settingsWith({{}}));
    eventsOf(detector, oneClass({0, 0}));
    detector.resumeAt(1.25);
    const std::vector<float> high{0.9F};
    QCOMPARE(detector.push(2.25, high).at(0).onsetSeconds, 1.25);
  }

  void rulesCanChange() {
    EventDetector detector(1, settingsWith({{.onThreshold = 0.9F, .offThreshold = 0.8F}}));
    const std::vector<float> middle{0.6F};
    QVERIFY(detector.push(1.0, middle).empty());
    detector.setRules({{.onThreshold = 0.5F, .offThreshold = 0.4F}});
    QCOMPARE(detector.push(2.0, middle).size(), size_t(1));
    QVERIFY(isSentence(errorOf([&] { detector.setRules({{}, {}}); })));
  }

  void defaultsWhereThereAreNoRules() {
    EventDetector detector(2, settingsWith({}));
    const std::vector<float> scores{0.4F, 0.5F};
    QCOMPARE(detector.push(1.0, scores).size(), size_t(1));
  }

  void whatDoesNotFitIsRefused() {
    QVERIFY(isSentence(errorOf([] { EventDetector(3, settingsWith({{}, {}})); })));
    EventDetector detector(2, settingsWith({{}, {}}));
    const std::vector<float> scores{0.4F};
    QVERIFY(isSentence(errorOf([&] { detector.push(1.0, scores); })));
  }

  void scoresThatAreNotNumbersCountAsNothing() {
    EventDetector detector(1, settingsWith({{}}, 0.5));
    const std::vector<float> broken{std::numeric_limits<float>::quiet_NaN()};
    const std::vector<float> high{0.9F};
    QVERIFY(detector.push(1.0, broken).empty());
    QVERIFY(std::isfinite(detector.smoothed()[0]));
    detector.push(10.0, high);
    QVERIFY(detector.smoothed()[0] > 0.8F);
  }
};

QTEST_GUILESS_MAIN(TestEventDetector)
#include "test_event_detector.moc"
