// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <map>
#include <random>

#include "core/events/detections.h"
#include "core/events/event_detector.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

namespace {

constexpr double kHop = 0.25;
constexpr double kWindow = 2.0;

enum Label { Animal, Dog, Bark, Cat, Hiss, Music, kLabels };

/// Animal > Dog > Bark; Animal > Cat > Hiss; Music.
LabelHierarchy animals() {
  return {{{}, {Animal}, {Dog, Animal}, {Animal}, {Cat, Animal}, {}}};
}

EventSettings settings(const LabelHierarchy& hierarchy = animals(), double smoothing = 0.0) {
  EventSettings made;
  made.smoothingSeconds = smoothing;
  made.windowSeconds = kWindow;
  made.rules.resize(kLabels);
  made.hierarchy = hierarchy;
  return made;
}

/// A time in which the score of a label is 0.9; elsewhere it is 0.
struct Sound {
  int label;
  double from;
  double to;
};

/// The windows end each kHop seconds until `seconds`; a label's score is high in those that end
/// within its sounds.
std::vector<ScoredWindow> windowsOf(const std::vector<Sound>& sounds, double seconds) {
  std::vector<ScoredWindow> windows;
  for (double end = kHop; end <= seconds; end += kHop) {
    ScoredWindow window;
    window.startSeconds = std::max(0.0, end - kWindow);
    window.endSeconds = end;
    window.scores.assign(kLabels, 0.0F);
    for (const Sound& sound : sounds)
      if (sound.from <= end && end < sound.to) window.scores[size_t(sound.label)] = 0.9F;
    windows.push_back(window);
  }
  return windows;
}

std::vector<int> labelsOf(const Detections& found) {
  std::vector<int> labels;
  for (const Event& event : found.events) labels.push_back(event.label);
  return labels;
}

std::vector<ScoredWindow> randomWindows(unsigned seed, int count) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<float> chance(0.0F, 1.0F);
  std::vector<float> level(kLabels, 0.0F);
  std::vector<ScoredWindow> windows;
  double end = 0.75;
  for (int i = 0; i < count; ++i) {
    ScoredWindow window;
    end += chance(random) < 0.02F ? 4.0 * kHop : kHop;
    if (chance(random) < 0.01F) window.resumedAtSeconds = end - 0.5;
    for (float& score : level) {
      if (chance(random) < 0.12F) score = chance(random);
      window.scores.push_back(std::clamp(score + 0.2F * (chance(random) - 0.5F), 0.0F, 1.0F));
    }
    window.startSeconds = end - kWindow;
    window.endSeconds = end;
    window.gated = chance(random) < 0.03F;
    windows.push_back(window);
  }
  return windows;
}

EventSettings randomSettings(unsigned seed, const LabelHierarchy& hierarchy) {
  EventSettings made = settings(hierarchy, seed % 3 == 0 ? 0.0 : 0.5);
  if (seed % 2 == 0) made.rules[Dog].minimumSeconds = 1.0;
  if (seed % 5 == 0) made.rules[Animal].coolDownSeconds = 2.0;
  return made;
}

bool isAncestor(int ancestor, int label) {
  const std::vector<int> above = animals().ancestors[size_t(label)];
  return std::find(above.begin(), above.end(), ancestor) != above.end();
}

/// Without the id, which counts the events of all classes.
bool isSame(Event left, Event right) {
  left.id = right.id;
  return left == right;
}

}  // namespace

class TestSpecificEvents : public QObject {
  Q_OBJECT

 private slots:
  void reportsTheMostSpecificOfSeveral() {
    const auto windows = windowsOf({{Animal, 4, 8}, {Dog, 4, 8}, {Bark, 4, 8}}, 14);
    QCOMPARE(labelsOf(detectEvents(windows, settings())), (std::vector<int>{Bark}));
  }

  void reportsAParentThatIsAlone() {
    QCOMPARE(labelsOf(detectEvents(windowsOf({{Animal, 4, 8}}, 14), settings())),
             (std::vector<int>{Animal}));
    // Also one that is shorter than the time for which it is held back, and in its own times.
    for (const double until : {4.5, 5.0, 8.0, 20.0}) {
      const auto windows = windowsOf({{Animal, 4, until}}, 14);
      const Detections found = detectEvents(windows, settings());
      const Detections alone = detectEvents(windows, settings({}));
      QCOMPARE(found.events.size(), size_t(1));
      QVERIFY(found.events == alone.events);
    }
  }

  void reportsUnrelatedClassesSideBySide() {
    const auto windows = windowsOf({{Animal, 4, 8}, {Bark, 4, 8}, {Music, 4, 8}, {Cat, 4, 8}}, 14);
    std::vector<int> labels = labelsOf(detectEvents(windows, settings()));
    std::sort(labels.begin(), labels.end());
    QCOMPARE(labels, (std::vector<int>{Bark, Cat, Music}));
  }

  void holdsBackAParentThatIsALittleEarlier() {
    const auto windows = windowsOf({{Animal, 4, 8}, {Dog, 4.25, 8}, {Bark, 4.75, 8}}, 14);
    QCOMPARE(labelsOf(detectEvents(windows, settings())), (std::vector<int>{Bark}));
  }

  void reportsAParentAfterASecond() {
    const auto windows = windowsOf({{Animal, 4, 8}}, 14);
    EventDetector detector(kLabels, settings());
    for (const ScoredWindow& window : windows) {
      const bool reported = !push(detector, window).empty();
      QCOMPARE(reported, window.endSeconds >= 4.0 + SpecificEvents::kHeldBackSeconds &&
                             window.endSeconds <= 8.0);
    }
  }

  void reportsTheMostSpecificWithoutDelay() {
    const auto windows = windowsOf({{Animal, 4, 8}, {Bark, 4.5, 8}}, 14);
    EventDetector detector(kLabels, settings());
    for (const ScoredWindow& window : windows)
      QCOMPARE(!push(detector, window).empty(),
               window.endSeconds >= 4.5 && window.endSeconds <= 8.0);
  }

  void endsAParentWhereAMoreSpecificEventBegins() {
    const auto windows = windowsOf({{Animal, 4, 14}, {Bark, 9, 14}}, 20);
    const Detections found = detectEvents(windows, settings());
    QCOMPARE(labelsOf(found), (std::vector<int>{Animal, Bark}));
    QVERIFY(!found.events[0].open);
    QVERIFY(found.events[0].offsetSeconds <= found.events[1].onsetSeconds);
    QVERIFY(found.events[0].offsetSeconds > 5.0);
  }

  void leavesOutWhatRemainsOfAMoreSpecificSound() {
    // "Animal" lasts until the bark has left the window, and a little longer.
    const auto windows = windowsOf({{Animal, 4, 9.75}, {Bark, 4, 8}}, 16);
    QCOMPARE(labelsOf(detectEvents(windows, settings())), (std::vector<int>{Bark}));
  }

  void reportsAParentThatContinuesAlone() {
    const auto windows = windowsOf({{Animal, 4, 16}, {Bark, 4, 8}}, 22);
    const Detections found = detectEvents(windows, settings());
    QCOMPARE(labelsOf(found), (std::vector<int>{Bark, Animal}));
    QVERIFY(found.events[1].onsetSeconds >= found.events[0].offsetSeconds);
    QVERIFY(found.events[1].offsetSeconds > 13.0);
    QCOMPARE(found.events[1].peakScore, 0.9F);
    QCOMPARE(found.events[1].meanScore, 0.9F);
  }

  void ignoredClassesHideTheirParents() {
    EventSettings made = settings();
    made.rules[Bark].isIgnored = true;
    const auto windows = windowsOf({{Dog, 4, 8}, {Bark, 4, 8}, {Music, 4, 8}}, 14);
    const Detections found = detectEvents(windows, made);
    QCOMPARE(labelsOf(found), (std::vector<int>{Music}));
    QVERIFY(found.nearMisses.empty());
    for (const Explanation& explanation : explain(windows, found, made, 6.0)) {
      if (explanation.label == Dog) QVERIFY(explanation.outcome == EventOutcome::MoreSpecific);
      if (explanation.label == Bark)
        QVERIFY(explanation.outcome == EventOutcome::FarBelowThreshold);
    }
    // Without a hierarchy it just makes no events.
    EventSettings flat = settings({});
    flat.rules[Bark].isIgnored = true;
    QCOMPARE(labelsOf(detectEvents(windows, flat)), (std::vector<int>{Dog, Music}));
  }

  void aClassThatBecomesIgnoredEndsItsEvent() {
    const auto windows = windowsOf({{Dog, 4, 12}, {Bark, 4, 12}}, 16);
    EventSettings made = settings();
    EventDetector detector(kLabels, made);
    std::vector<Event> changed;
    for (const ScoredWindow& window : windows) {
      if (window.endSeconds == 8.0) {
        made.rules[Bark].isIgnored = true;
        detector.setRules(made.rules);
      }
      const std::vector<Event> more = push(detector, window);
      changed.insert(changed.end(), more.begin(), more.end());
    }
    QVERIFY(!changed.empty());
    for (const Event& event : changed) QCOMPARE(event.label, int(Bark));
    QVERIFY(!changed.back().open);
    QVERIFY(changed.back().offsetSeconds <= 8.0);
  }

  void classesThatNothingReachesHideNoParent() {
    EventSettings made = settings();
    made.rules[Bark].onThreshold = 2.0F;
    const auto windows = windowsOf({{Dog, 4, 8}, {Bark, 4, 8}}, 14);
    QCOMPARE(labelsOf(detectEvents(windows, made)), (std::vector<int>{Dog}));
  }

  void classesThatAreTooShortHideNoParent() {
    EventSettings made = settings();
    made.rules[Bark].minimumSeconds = 30.0;
    const auto windows = windowsOf({{Dog, 4, 9}, {Bark, 4, 8}}, 14);
    QCOMPARE(labelsOf(detectEvents(windows, made)), (std::vector<int>{Dog}));
  }

  void parentsOfAnEventAreNoNearMisses() {
    auto windows = windowsOf({{Bark, 4, 8}}, 14);
    for (ScoredWindow& window : windows)
      if (window.endSeconds >= 4.5 && window.endSeconds < 7.0) window.scores[Animal] = 0.45F;
    QVERIFY(detectEvents(windows, settings()).nearMisses.empty());
    QCOMPARE(detectEvents(windows, settings({})).nearMisses.size(), size_t(1));
  }

  void explainsWhyAParentIsNotReported() {
    const auto windows = windowsOf({{Animal, 4, 10}, {Bark, 4, 10}}, 16);
    const Detections found = detectEvents(windows, settings());
    for (const Explanation& explanation : explain(windows, found, settings(), 6.0)) {
      if (explanation.label == Animal) QVERIFY(explanation.outcome == EventOutcome::MoreSpecific);
      if (explanation.label == Bark) QVERIFY(explanation.outcome == EventOutcome::Reported);
      if (explanation.label == Dog) QVERIFY(explanation.outcome == EventOutcome::FarBelowThreshold);
    }
  }

  void refusesAHierarchyOfAnotherModel() {
    QVERIFY(isSentence(errorOf([] {
      EventDetector(2, {.rules = {}, .hierarchy = {{{}, {0}, {1}}}});
    })));
    QVERIFY(isSentence(errorOf([] { EventDetector(2, {.rules = {}, .hierarchy = {{{}, {7}}}}); })));
  }

  void relatedToNothingChangesNothing() {
    const LabelHierarchy unrelated{std::vector<std::vector<int>>(kLabels)};
    for (unsigned seed = 0; seed < 50; ++seed) {
      const auto windows = randomWindows(seed, 300);
      QVERIFY(detectEvents(windows, randomSettings(seed, unrelated)) ==
              detectEvents(windows, randomSettings(seed, {})));
    }
  }

  void keepsItsPromisesOverRandomSequences() {
    size_t nReported = 0;
    size_t nLeftOut = 0;
    for (unsigned seed = 0; seed < 300; ++seed) {
      const auto windows = randomWindows(seed, 300);
      const EventSettings made = randomSettings(seed, animals());
      const Detections alone = detectEvents(windows, randomSettings(seed, {}));
      EventDetector detector(kLabels, made);
      Detections found;
      std::map<int64_t, Event> byId;
      const auto take = [&](const std::vector<Event>& changed) {
        for (const Event& event : changed) {
          if (const auto before = byId.find(event.id); before != byId.end()) {
            QVERIFY(before->second.open);  // nothing follows the end
            QCOMPARE(event.label, before->second.label);
            QCOMPARE(event.onsetSeconds, before->second.onsetSeconds);
            QVERIFY(event.offsetSeconds >= before->second.offsetSeconds);
          } else {
            QCOMPARE(event.id, int64_t(byId.size() + 1));
          }
          byId[event.id] = event;
        }
        for (const auto& [id, event] : byId)
          for (const auto& [otherId, other] : byId)
            if (event.open && other.open) QVERIFY(!isAncestor(event.label, other.label));
        found.add(changed, detector.takeNearMisses());
      };
      for (const ScoredWindow& window : windows) take(push(detector, window));
      take(detector.finish());
      QVERIFY(found == detectEvents(windows, made));

      for (const Event& event : found.events) {
        QVERIFY(!event.open);
        // It is a part of what the class has by itself.
        QVERIFY(std::any_of(alone.events.begin(), alone.events.end(), [&](const Event& own) {
          return own.label == event.label && own.onsetSeconds <= event.onsetSeconds &&
                 event.offsetSeconds <= own.offsetSeconds && event.peakScore <= own.peakScore;
        }));
      }
      for (const Event& own : alone.events) {
        const bool hasRelatives =
            std::any_of(alone.events.begin(), alone.events.end(), [&](const Event& other) {
              return isAncestor(own.label, other.label) &&
                     other.onsetSeconds < own.offsetSeconds + kWindow + 1.0 &&
                     own.onsetSeconds < other.offsetSeconds + kWindow + 1.0;
            });
        const bool isThere = std::any_of(found.events.begin(), found.events.end(),
                                         [&](const Event& event) { return isSame(event, own); });
        if (!hasRelatives) QVERIFY(isThere);
        isThere ? ++nReported : ++nLeftOut;
      }
    }
    // Both happen often.
    QVERIFY(nReported > 1000);
    QVERIFY(nLeftOut > 1000);
  }
};

QTEST_GUILESS_MAIN(TestSpecificEvents)
#include "test_specific_events.moc"
