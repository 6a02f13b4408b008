// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <limits>

#include "core/audio/level_meter.h"
#include "tests/unit/audio/sound_files.h"

using namespace earwitness;

class TestLevelMeter : public QObject {
  Q_OBJECT

 private slots:
  void emptyAndSilentAreTheLowest() {
    for (const Level& level : {levelOf({}), levelOf(std::vector<float>(100, 0.0F))}) {
      QCOMPARE(level.peakDb, -120.0F);
      QCOMPARE(level.rmsDb, -120.0F);
      QVERIFY(!level.clipped);
    }
  }

  void aSine() {
    const Level level = levelOf(tone(1000.0, 16000.0, 16000, 0.5));
    QVERIFY(std::abs(level.peakDb - -6.0206F) < 0.01F);
    QVERIFY(std::abs(level.rmsDb - -9.0309F) < 0.01F);
    QVERIFY(!level.clipped);
  }

  void clippingIsThreeInARow_data() {
    QTest::addColumn<QList<float>>("samples");
    QTest::addColumn<bool>("clipped");
    QTest::newRow("two") << QList<float>{0, 1, 1, 0, 1, 1, 0} << false;
    QTest::newRow("three") << QList<float>{0, 1, 1, 1, 0} << true;
    QTest::newRow("three below") << QList<float>{-1, -1, -1} << true;
    QTest::newRow("16 bit") << QList<float>(3, 32767.0F / 32768.0F) << true;
    QTest::newRow("loud") << QList<float>(10, 0.999F) << false;
  }
  void clippingIsThreeInARow() {
    QFETCH(QList<float>, samples);
    QFETCH(bool, clipped);
    QCOMPARE(levelOf({samples.data(), size_t(samples.size())}).clipped, clipped);
  }

  void whatIsNoNumberIsLeftOut() {
    const std::vector<float> samples{0.5F, std::numeric_limits<float>::quiet_NaN(),
                                     std::numeric_limits<float>::infinity(), -0.25F};
    QVERIFY(std::abs(levelOf(samples).peakDb - -6.0206F) < 0.01F);
    QVERIFY(std::isfinite(levelOf(samples).rmsDb));
  }
};

QTEST_GUILESS_MAIN(TestLevelMeter)
#include "test_level_meter.moc"
