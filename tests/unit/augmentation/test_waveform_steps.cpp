// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/augmentation/waveform_version.h"
#include "tests/unit/audio/sound_files.h"

using namespace earwitness;

namespace {

constexpr double kRate = 16000.0;

double levelDb(std::span<const float> samples) {
  double sum = 0.0;
  for (const float sample : samples) sum += double(sample) * sample;
  return 10.0 * std::log10(sum / double(samples.size()) + 1e-30);
}

bool isNear(double a, double b, double tolerance) {
  return std::abs(a - b) <= tolerance;
}

}  // namespace

class TestWaveformSteps : public QObject {
  Q_OBJECT

 private slots:
  void rolling_data() {
    QTest::addColumn<int>("first");
    QTest::addColumn<QList<float>>("expected");
    QTest::newRow("not at all") << 0 << QList<float>{1, 2, 3, 4};
    QTest::newRow("by one") << 1 << QList<float>{2, 3, 4, 1};
    QTest::newRow("nearly round") << 3 << QList<float>{4, 1, 2, 3};
    QTest::newRow("once round") << 4 << QList<float>{1, 2, 3, 4};
  }
  void rolling() {
    QFETCH(int, first);
    QFETCH(QList<float>, expected);
    std::vector<float> samples = {1, 2, 3, 4};
    rollSamples(samples, size_t(first));
    QVERIFY(std::equal(samples.begin(), samples.end(), expected.begin(), expected.end()));
    std::vector<float> none;
    rollSamples(none, size_t(first));
  }

  void scaling() {
    std::vector<float> samples = {0.1F, -0.2F, 0.0F};
    scaleSamples(samples, 20.0);
    QVERIFY(isNear(samples[0], 1.0, 1e-6) && isNear(samples[1], -2.0, 1e-6) && samples[2] == 0.0F);
  }

  /// What is added has the level that was asked for, whatever the two sounds had.
  void mixing_data() {
    QTest::addColumn<double>("db");
    for (const double db : {-20.0, -6.0, 0.0}) QTest::addRow("%g dB", db) << db;
  }
  void mixing() {
    QFETCH(double, db);
    const std::vector<float> own = tone(400.0, kRate, 16000, 0.5);
    std::vector<float> mixed = own;
    QVERIFY(mixSamples(mixed, noise(5000), db));  // shorter, so it is repeated
    std::vector<float> added(mixed.size());
    for (size_t i = 0; i < added.size(); ++i) added[i] = mixed[i] - own[i];
    QVERIFY(isNear(levelDb(added) - levelDb(own), db, 0.3));
    QVERIFY(isNear(added[3], added[5003], 1e-5));
  }

  void silenceIsNotMixed() {
    const std::vector<float> silence(100, 0.0F);
    std::vector<float> samples = tone(400.0, kRate, 100);
    const std::vector<float> before = samples;
    QVERIFY(!mixSamples(samples, silence, 0.0) && samples == before);
    QVERIFY(!mixSamples(samples, {}, 0.0) && samples == before);
    samples = silence;
    QVERIFY(!mixSamples(samples, before, 0.0) && samples == silence);
  }

  void equaliserGains_data() {
    QTest::addColumn<double>("hz");
    QTest::addColumn<double>("db");
    // Low shelf 4 dB, peak of -3 dB at 1 kHz, high shelf 2 dB.
    QTest::newRow("low") << 30.0 << 4.0;
    QTest::newRow("the peak") << 1000.0 << -2.9;
    QTest::newRow("high") << 7900.0 << 2.0;
  }
  void equaliserGains() {
    QFETCH(double, hz);
    QFETCH(double, db);
    const std::vector<float> before = tone(hz, kRate, 32000);
    std::vector<float> after = before;
    equaliseSamples(after, kRate,
                    {.lowDb = 4.0, .middleHz = 1000.0, .middleDb = -3.0, .highDb = 2.0});
    const auto settled = [](const std::vector<float>& samples) {
      return std::span(samples).subspan(16000);
    };
    const double gain = levelDb(settled(after)) - levelDb(settled(before));
    QVERIFY2(isNear(gain, db, 0.4), qPrintable(QString::number(gain)));
  }

  void aFlatEqualiserChangesNothing() {
    const std::vector<float> before = noise(8000);
    for (const double rate : {400.0, 4000.0, 16000.0, 44100.0}) {
      std::vector<float> after = before;
      equaliseSamples(after, rate, {});
      for (size_t i = 0; i < before.size(); ++i) QVERIFY(isNear(before[i], after[i], 1e-5));
    }
  }

  /// Low rates leave out the filters above half of them, and nothing becomes infinite.
  void equaliserOfLowRates() {
    for (const double rate : {400.0, 1000.0, 8000.0}) {
      std::vector<float> samples = noise(8000);
      equaliseSamples(samples, rate,
                      {.lowDb = 4.0, .middleHz = 4000.0, .middleDb = 4.0, .highDb = 4.0});
      QVERIFY(std::all_of(samples.begin(), samples.end(),
                          [](float sample) { return std::abs(sample) < 4.0F; }));
    }
  }

  void theFirstVersionIsTheSound() {
    const std::vector<float> before = noise(100);
    std::vector<float> after = before;
    WaveformVersion().apply(after, kRate, {});
    for (size_t i = 0; i < before.size(); ++i) QVERIFY(isNear(before[i], after[i], 1e-5));
    QCOMPARE(WaveformVersion().ownShare(), 1.0);
  }

  void drawnVersions() {
    std::mt19937_64 random(1);
    int mixes = 0, noises = 0;
    for (int i = 0; i < 400; ++i) {
      const WaveformVersion version = WaveformVersion::draw(random);
      QVERIFY(version.rollShare >= 0.0 && version.rollShare < 1.0);
      QVERIFY(std::abs(version.gainDb) <= 6.0);
      QVERIFY(version.equaliser.middleHz >= 250.0 && version.equaliser.middleHz <= 4000.0);
      if (version.mixDb) {
        ++mixes;
        QVERIFY(*version.mixDb >= -20.0 && *version.mixDb <= 0.0);
        // A partner that is as loud has as much of the label.
        QVERIFY(version.ownShare() >= 0.5 && version.ownShare() < 0.92);
      }
      if (version.noiseDb) {
        ++noises;
        QVERIFY(*version.noiseDb <= -10.0);
      }
    }
    QVERIFY(mixes > 150 && mixes < 250 && noises > 80 && noises < 160);
  }

  /// The same draw gives the same samples, another one others.
  void versionsAreReproducible() {
    const std::vector<float> other = noise(16000, 7);
    const auto madeBy = [&other](uint64_t seed) {
      std::mt19937_64 random(seed);
      std::vector<float> samples = tone(500.0, kRate, 16000, 0.2);
      WaveformVersion::draw(random).apply(samples, kRate, other);
      return samples;
    };
    for (uint64_t seed = 0; seed < 20; ++seed) {
      QVERIFY(madeBy(seed) == madeBy(seed));
      QVERIFY(madeBy(seed) != madeBy(seed + 1));
    }
  }
};

QTEST_GUILESS_MAIN(TestWaveformSteps)
#include "test_waveform_steps.moc"
