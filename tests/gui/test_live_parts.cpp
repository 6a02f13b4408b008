// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the live desk that have no window of their own.
#include <QTableWidget>
#include <QtTest>

#include "app/gui/services/live_record.h"
#include "app/gui/services/signal_watch.h"
#include "app/gui/sound_view/why_dialog.h"

using namespace earwitness;
using namespace earwitness::gui;

namespace {

LiveUpdate updateAt(double seconds, std::vector<float> smoothed) {
  LiveUpdate update;
  ScoredWindow window;
  window.startSeconds = seconds - 1.0;
  window.endSeconds = seconds;
  window.scores = smoothed;
  window.smoothed = std::move(smoothed);
  update.windows.push_back(std::move(window));
  update.streamSeconds = seconds;
  return update;
}

void feed(SignalWatch& watch, float peakDb, double seconds, bool clipped = false) {
  for (double done = 0.0; done < seconds; done += 0.1)
    watch.add({.peakDb = peakDb, .rmsDb = peakDb - 6.0F, .clipped = clipped}, 0.1);
}

}  // namespace

class TestLiveParts : public QObject {
  Q_OBJECT

 private slots:
  void levelsAreJudged_data() {
    using V = SignalWatch::Verdict;
    QTest::addColumn<float>("peakDb");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<bool>("clipped");
    QTest::addColumn<int>("verdict");
    QTest::newRow("too early") << -20.0F << 1.0 << false << int(V::Unknown);
    QTest::newRow("good") << -20.0F << 4.0 << false << int(V::Good);
    QTest::newRow("quiet needs ten seconds") << -50.0F << 5.0 << false << int(V::Good);
    QTest::newRow("quiet") << -50.0F << 11.0 << false << int(V::Quiet);
    QTest::newRow("silence needs ten seconds") << -120.0F << 9.0 << false << int(V::Unknown);
    QTest::newRow("no signal") << -120.0F << 10.5 << false << int(V::NoSignal);
    QTest::newRow("loud") << -0.8F << 4.0 << false << int(V::Loud);
    QTest::newRow("clips") << 0.0F << 4.0 << true << int(V::Clipping);
  }
  void levelsAreJudged() {
    QFETCH(float, peakDb);
    QFETCH(double, seconds);
    QFETCH(bool, clipped);
    QFETCH(int, verdict);
    SignalWatch watch;
    feed(watch, peakDb, seconds, clipped);
    QCOMPARE(int(watch.verdict()), verdict);
    QCOMPARE(watch.advice().isEmpty(), watch.verdict() == SignalWatch::Verdict::Unknown);
  }

  void oldLevelsAreForgotten() {
    SignalWatch watch;
    feed(watch, 0.0F, 2.0, true);
    feed(watch, -20.0F, 8.0);
    QCOMPARE(int(watch.verdict()), int(SignalWatch::Verdict::Clipping));
    feed(watch, -20.0F, 3.0);
    QCOMPARE(int(watch.verdict()), int(SignalWatch::Verdict::Good));
  }

  void theRecordKeepsTheLastStateOfAnEvent() {
    LiveRecord record;
    LiveUpdate update = updateAt(2.0, {0.9F, 0.1F});
    update.events = {
        {.label = 0, .onsetSeconds = 1.2, .offsetSeconds = 1.8, .open = true, .id = 1}};
    record.take(update);
    update.events[0].offsetSeconds = 2.5;
    update.events[0].open = false;
    record.take(update);
    QCOMPARE(record.events().size(), size_t(1));
    QCOMPARE(record.event(1)->offsetSeconds, 2.5);
    QVERIFY(record.event(2) == nullptr);
  }

  void theRecordForgetsAfterTenMinutes() {
    LiveRecord record;
    for (int i = 0; i < 3000; ++i) {
      LiveUpdate update = updateAt(0.25 * i, {0.1F});
      update.nearMisses = {{.onsetSeconds = 0.25 * i, .offsetSeconds = 0.25 * i + 0.1, .id = i}};
      record.take(update);
    }
    QVERIFY(record.windows().front().endSeconds >= 0.25 * 2999 - LiveRecord::kKeptSeconds - 61.0);
    QVERIFY(record.windows().size() >= 2400);
    QVERIFY(record.nearMisses().size() < 2900);
  }

  void aMomentIsExplainedInWords() {
    const std::vector<Explanation> explanations{
        {.label = 0, .smoothed = 0.9F, .threshold = 0.5F, .outcome = EventOutcome::Reported},
        {.label = 2, .smoothed = 0.8F, .threshold = 0.5F, .outcome = EventOutcome::CoolingDown},
        {.label = 1, .smoothed = 0.45F, .threshold = 0.5F, .outcome = EventOutcome::BelowThreshold},
        {.label = 3,
         .smoothed = 0.4F,
         .threshold = 2.0F,
         .outcome = EventOutcome::FarBelowThreshold}};
    WhyDialog dialog(explanations, {"Dog", "Siren", "Rain", "Bell"}, {false, false, false, true},
                     "12:00:00");
    const auto* table = dialog.findChild<QTableWidget*>("whyTable");
    QCOMPARE(table->rowCount(), 4);
    QCOMPARE(table->item(1, 0)->text(), QString("Rain"));
    QCOMPARE(table->item(1, 1)->text(), QString("80%"));
    QVERIFY(table->item(0, 4)->text().contains("reported"));
    QVERIFY(table->item(1, 4)->text().contains("minimum gap"));
    QVERIFY(table->item(2, 4)->text().contains("came near"));
    QVERIFY(table->item(3, 4)->text().contains("ignored"));
    WhyDialog nothing({}, {}, {}, "12:00:00");
    QVERIFY(!nothing.findChild<QTableWidget*>("whyTable")->isVisibleTo(&nothing));
  }
};

QTEST_MAIN(TestLiveParts)
#include "test_live_parts.moc"
