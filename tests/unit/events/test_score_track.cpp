// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/events/score_track.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

namespace {

/// Windows of 2 s every half second: class 0 is heard from 5 s to 10 s, class 1 faintly later.
std::vector<ScoredWindow> windows() {
  std::vector<ScoredWindow> all;
  for (int i = 0; i < 60; ++i) {
    ScoredWindow window;
    window.startSeconds = 0.5 * i;
    window.endSeconds = window.startSeconds + 2.0;
    window.scores = {window.endSeconds > 5.0 && window.startSeconds < 10.0 ? 0.9F : 0.05F,
                     window.startSeconds > 20.0 ? 0.4F : 0.0F};
    window.rises.startSeconds = window.endSeconds - 0.5;
    window.rises.frameSeconds = 0.02;
    window.rises.values.assign(size_t(20 + i % 3), uint8_t(i % 7));
    if (i == 7) window.rises.values[5] = 80;  // where the sound begins
    if (i > 3) window.rises.outgrownSeconds = 4.25;
    window.gated = i < 4;
    all.push_back(window);
  }
  return all;
}

ScoreTrack trackOf(const std::vector<ScoredWindow>& all) {
  ScoreTrack track;
  for (const ScoredWindow& window : all) track.add(window);
  return track;
}

EventSettings settingsWith(float threshold) {
  EventSettings settings;
  settings.rules.assign(2, {.onThreshold = threshold, .offThreshold = 0.7F * threshold});
  return settings;
}

}  // namespace

class TestScoreTrack : public QObject {
  Q_OBJECT

 private slots:
  void keepsWhatEventsAreMadeFrom() {
    const auto all = windows();
    const ScoreTrack track = trackOf(all);
    QCOMPARE(track.size(), all.size());
    QCOMPARE(track.nLabels(), size_t(2));
    for (size_t i = 0; i < all.size(); ++i) {
      const ScoredWindow window = track.window(i);
      QCOMPARE(window.startSeconds, all[i].startSeconds);
      QCOMPARE(window.endSeconds, all[i].endSeconds);
      QVERIFY(window.scores == all[i].scores);
      QVERIFY(window.rises == all[i].rises);
      QCOMPARE(window.gated, all[i].gated);
    }
  }

  void givesTheEventsOfTheWindows() {
    const auto all = windows();
    const ScoreTrack track = trackOf(all);
    for (const float threshold : {0.3F, 0.5F, 0.95F}) {
      const Detections expected = detectEvents(all, settingsWith(threshold));
      QVERIFY(detectEvents(track, settingsWith(threshold)) == expected);
      QCOMPARE(expected.events.size(), threshold < 0.4F ? size_t(2) : threshold < 0.9F ? 1U : 0U);
    }
    QVERIFY(!detectEvents(track, settingsWith(0.5F)).nearMisses.empty());
  }

  void isAppendedInParts() {
    const auto all = windows();
    ScoreTrack whole;
    ScoreTrack part;
    for (size_t i = 0; i < all.size(); ++i) {
      part.add(all[i]);
      if (i % 7 != 6 && i + 1 != all.size()) continue;
      whole.append(part);
      part = {};
    }
    whole.shrink();
    QCOMPARE(whole.size(), all.size());
    for (size_t i = 0; i < all.size(); ++i) QVERIFY(whole.window(i).rises == all[i].rises);
    QVERIFY(detectEvents(whole, settingsWith(0.5F)) == detectEvents(all, settingsWith(0.5F)));
  }

  void refusesOtherShapes() {
    ScoreTrack track = trackOf(windows());
    ScoredWindow other;
    other.scores = {0.1F, 0.2F, 0.3F};
    QVERIFY(isSentence(errorOf([&] { track.add(other); })));
    EventSettings settings;
    settings.rules.resize(3);
    QVERIFY(isSentence(errorOf([&] { detectEvents(track, settings); })));
  }
};

QTEST_GUILESS_MAIN(TestScoreTrack)
#include "test_score_track.moc"
