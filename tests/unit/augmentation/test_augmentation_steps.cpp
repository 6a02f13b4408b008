// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <numeric>

#include "core/augmentation/augmentation_steps.h"
#include "core/augmentation/power.h"

using namespace earwitness;
using Values = std::vector<float>;
Q_DECLARE_METATYPE(Values)

namespace {

constexpr float kSilence = -100.0F;

/// A picture of its own values; the last argument of a step's test.
struct Sketch {
  Sketch(Values from, long nMels)
      : values(std::move(from)), picture{values, long(values.size()) / nMels, nMels} {}
  Values values;
  Picture picture;
};

}  // namespace

class TestAugmentationSteps : public QObject {
  Q_OBJECT

 private slots:
  void shiftingBands_data() {
    QTest::addColumn<double>("bands");
    QTest::addColumn<Values>("expected");
    QTest::newRow("none") << 0.0 << Values{1, 2, 4, 8};
    QTest::newRow("up") << 1.0 << Values{1, 1, 2, 4};
    QTest::newRow("down") << -1.0 << Values{2, 4, 8, 8};
    QTest::newRow("up by half") << 0.5 << Values{1, 1.5, 3, 6};
    QTest::newRow("down by half") << -0.5 << Values{1.5, 3, 6, 8};
    QTest::newRow("out of sight") << 9.0 << Values{1, 1, 1, 1};
  }
  void shiftingBands() {
    QFETCH(double, bands);
    QFETCH(Values, expected);
    Sketch sketch({1, 2, 4, 8}, 4);
    shiftBands(sketch.picture, bands);
    QCOMPARE(sketch.values, expected);
  }

  void changingSpeed_data() {
    QTest::addColumn<double>("speed");
    QTest::addColumn<Values>("expected");
    QTest::newRow("same") << 1.0 << Values{0, 1, 2, 3};
    QTest::newRow("double: comes round") << 2.0 << Values{0, 2, 0, 2};
    QTest::newRow("half: blends") << 0.5 << Values{0, 0.5, 1, 1.5};
    QTest::newRow("blends over the seam") << 3.5 << Values{0, 1.5, 3, 2.5};
  }
  void changingSpeed() {
    QFETCH(double, speed);
    QFETCH(Values, expected);
    Sketch sketch({0, 1, 2, 3}, 1);
    changeSpeed(sketch.picture, speed);
    QCOMPARE(sketch.values, expected);
  }

  void moving() {
    Sketch rolled({1, 2, 3, 4, 5, 6}, 2);
    rollFrames(rolled.picture, 1);
    QCOMPARE(rolled.values, (Values{3, 4, 5, 6, 1, 2}));
    Sketch later({1, 2, 3, 4, 5, 6}, 2);
    shiftFrames(later.picture, 1, kSilence);
    QCOMPARE(later.values, (Values{kSilence, kSilence, 1, 2, 3, 4}));
    Sketch earlier({1, 2, 3, 4, 5, 6}, 2);
    shiftFrames(earlier.picture, -2, kSilence);
    QCOMPARE(earlier.values, (Values{5, 6, kSilence, kSilence, kSilence, kSilence}));
    Sketch gone({1, 2, 3, 4}, 2);
    shiftFrames(gone.picture, 7, kSilence);
    QCOMPARE(gone.values, Values(4, kSilence));
  }

  void gainLeavesDigitalSilence() {
    Sketch sketch({-50, -98, kSilence, -10}, 2);
    addGain(sketch.picture, Values{6, -6}, kSilence);
    QCOMPARE(sketch.values, (Values{-44, kSilence, kSilence, -16}));
  }

  void limitingAndFilling() {
    Sketch limited({1, 2, 3, 4, 5, 6}, 3);
    limitBands(limited.picture, 2, kSilence);
    QCOMPARE(limited.values, (Values{1, 2, kSilence, 4, 5, kSilence}));
    limitBands(limited.picture, 99, 0.0F);
    QCOMPARE(limited.values, (Values{1, 2, kSilence, 4, 5, kSilence}));
    Sketch bands({1, 2, 3, 4, 5, 6}, 3);
    fillBands(bands.picture, 0, 1, 9.0F);
    QCOMPARE(bands.values, (Values{9, 2, 3, 9, 5, 6}));
    fillFrames(bands.picture, 1, 2, 0.0F);
    QCOMPARE(bands.values, (Values{9, 2, 3, 0, 0, 0}));
  }

  void bentLines() {
    QCOMPARE(bentLine(Values{0, 4}, 5), (Values{0, 1, 2, 3, 4}));
    QCOMPARE(bentLine(Values{0, 4, 0}, 5), (Values{0, 2, 4, 2, 0}));
    QCOMPARE(bentLine(Values{3}, 2), (Values{3, 3}));
    QCOMPARE(bentLine(Values{1, 2}, 1), Values{1});
  }

  void levelIsThatOfTheLoudestTenth() {
    Values power(20 * 2, 0.0F);
    power[10] = power[11] = 50.0F;  // two of 20 frames decide: this one and an empty one
    QVERIFY(std::abs(levelDb(power, 2) - 10.0 * std::log10(50.0)) < 1e-4);
    QCOMPARE(levelDb(Values(6, 0.0F), 2), -120.0);
  }

  void powersAndBack() {
    Values values, power, back;
    for (float db = -100.0F; db <= 60.0F; db += 0.37F) values.push_back(db);
    for (const float scale : {0.2302585F, 1.0F}) {
      power.resize(values.size());
      back.resize(values.size());
      toPower(values, scale, power);
      for (size_t i = 0; i < values.size(); ++i) {
        const double exact = std::exp(double(values[i]) * double(scale));
        if (exact > 1e-37 && exact < 1e37)
          QVERIFY(std::abs(double(power[i]) - exact) < exact * 1e-5);
        else
          QVERIFY(power[i] <= 1e-37F || power[i] >= 1e37F);
      }
      const float floorPower = std::exp(-80.0F * scale);
      fromPower(power, scale, floorPower, back);
      for (size_t i = 0; i < values.size(); ++i)
        if (scale < 1.0F) QVERIFY(std::abs(back[i] - std::max(values[i], -80.0F)) < 2e-4F);
    }
    Values one(3), logs(3);
    toPower(Values{0.0F, -1e9F, 1e9F}, 1.0F, one);
    QVERIFY(one[0] == 1.0F && one[1] == 0.0F && std::isfinite(one[2]));
    fromPower(Values{1.0F, 0.0F, 1.0F}, 1.0F, 1e-10F, logs);
    QCOMPARE(logs[0], 0.0F);
    QVERIFY(std::abs(logs[1] + 23.02585F) < 1e-4F);
  }
};

QTEST_GUILESS_MAIN(TestAugmentationSteps)
#include "test_augmentation_steps.moc"
