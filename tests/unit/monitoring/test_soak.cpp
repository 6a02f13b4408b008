// SPDX-License-Identifier: GPL-3.0-or-later
// Five minutes of what tests/bench/soak.sh does for a day.
#include <QTemporaryDir>
#include <QtTest>

#include "tests/bench/soak_run.h"

using namespace earwitness;

class TestSoak : public QObject {
  Q_OBJECT

 private slots:
  void fiveMinutesAreHeardStoredAndRecorded() {
    constexpr double kSeconds = 310.0;
    const QTemporaryDir folder;
    const soak::Figures figures =
        soak::run(kSeconds, folder.path().toStdString(), int64_t(1) << 30);
    QVERIFY2(figures.problem.empty(), figures.problem.c_str());
    QCOMPARE(figures.seconds, kSeconds);
    QCOMPARE(figures.played, 15);
    QCOMPARE(figures.storedInAll, figures.played);
    QCOMPARE(figures.stored.at("Low tone"), 7);
    QCOMPARE(figures.stored.at("High tone"), 8);
    QCOMPARE(figures.misplaced, 0);
    QCOMPARE(figures.withClip, figures.played);
    QCOMPARE(figures.clips, figures.played);
    QCOMPARE(figures.health.droppedFrames, 0U);
    QCOMPARE(figures.health.droppedWindows, 0U);
  }
};

QTEST_GUILESS_MAIN(TestSoak)
#include "test_soak.moc"
