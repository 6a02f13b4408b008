// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/features/log_scale.h"
#include "core/features/mel_filter_bank.h"

using namespace earwitness;

class TestMelFilterBank : public QObject {
  Q_OBJECT

 private slots:
  void melScaleIsHtk() {
    QCOMPARE(hzToMel(0.0), 0.0);
    QVERIFY(std::abs(hzToMel(1000.0) - 999.9855) < 1e-3);
    QVERIFY(std::abs(hzToMel(8000.0) - 2840.0230) < 1e-3);
    for (const double hz : {0.0, 20.0, 440.0, 7999.0})
      QVERIFY(std::abs(melToHz(hzToMel(hz)) - hz) < 1e-9 * (1.0 + hz));
  }

  void otherMelScales() {
    // librosa.hz_to_mel()
    QVERIFY(std::abs(hzToMel(440.0, MelScale::Slaney) - 6.6) < 1e-9);
    QVERIFY(std::abs(hzToMel(1000.0, MelScale::Slaney) - 15.0) < 1e-9);
    QVERIFY(std::abs(hzToMel(6400.0, MelScale::Slaney) - 42.0) < 1e-9);
    for (const MelScale scale : {MelScale::Slaney, MelScale::Kaldi})
      for (const double hz : {0.0, 20.0, 999.0, 1000.0, 7999.0})
        QVERIFY(std::abs(melToHz(hzToMel(hz, scale), scale) - hz) < 1e-9 * (1.0 + hz));
  }

  void bandsOfTheSameArea() {
    FeatureSettings settings;
    settings.areaNormalised = true;
    settings.melScale = MelScale::Slaney;
    settings.nFft = 4096;
    settings.nMels = 40;
    const MelFilterBank filters(settings);
    for (const MelFilterBank::Band& band : filters.bands()) {
      double sum = 0.0;
      for (int i = 0; i < band.nBins; ++i) sum += filters.weights()[size_t(band.firstWeight + i)];
      QVERIFY(std::abs(sum * settings.sampleRate / settings.nFft - 1.0) < 0.01);
    }
  }

  void bandsCoverTheRangeAndPeakAtMostAtOne() {
    const FeatureSettings settings;
    const MelFilterBank filters(settings);
    QCOMPARE(filters.bands().size(), size_t(80));
    std::vector<double> sums(201);
    size_t nextWeight = 0;
    for (const MelFilterBank::Band& band : filters.bands()) {
      QCOMPARE(size_t(band.firstWeight), nextWeight);
      QVERIFY(band.firstBin + band.nBins <= 201);
      for (int i = 0; i < band.nBins; ++i) {
        const double weight = filters.weights()[nextWeight++];
        QVERIFY(weight > 0.0 && weight <= 1.0);
        sums[size_t(band.firstBin) + size_t(i)] += weight;
      }
    }
    QCOMPARE(nextWeight, filters.weights().size());
    // Neighbouring triangles add up to 1 between the first and the last centre.
    const double lastCentre = melToHz(hzToMel(8000.0) * 80 / 81);
    for (size_t bin = 1; double(bin) * 40.0 < lastCentre; ++bin)
      QVERIFY(std::abs(sums[bin] - 1.0) < 1e-9);
    QCOMPARE(sums[0], 0.0);
    QVERIFY(sums[200] < 1e-9);
  }

  void narrowBandsMayBeEmpty() {
    FeatureSettings settings;
    settings.nFft = 64;
    settings.hopSamples = 32;
    const MelFilterBank filters(settings);
    QVERIFY(std::ranges::any_of(filters.bands(), [](const auto& band) { return band.nBins == 0; }));
  }

  void theLogarithmIsExactEnough() {
    double largest = 0.0;
    for (int i = 0; i < 100000; ++i) {
      const auto rounded = float(1e-30 * std::exp(138.0 * i / 100000));  // to 1e30
      largest = std::max(largest, std::abs(fastLog2(rounded) - std::log2(double(rounded))) /
                                      std::max(1.0, std::abs(std::log2(double(rounded)))));
    }
    QVERIFY2(largest < 3e-7, qPrintable(QString::number(largest)));
    QCOMPARE(fastLog2(1.0F), 0.0F);
    QCOMPARE(fastLog2(1024.0F), 10.0F);
  }

  void powersBecomeLevels() {
    FeatureSettings settings;
    std::vector<float> values = {0.0F, 1.0F, 100.0F, 1e-12F, -1.0F, std::nanf("")};
    toLogScale(values.data(), values.size(), LogScaleParameters(settings));
    const std::vector<double> expected = {-100.0, 0.0, 20.0, -100.0, -100.0, -100.0};
    for (size_t i = 0; i < values.size(); ++i) QVERIFY(std::abs(values[i] - expected[i]) < 1e-4);
    settings.scale = LogScale::NaturalLog;
    settings.offsetPower = 1e-5;
    settings.mean = -4.5;
    settings.deviation = 5.0;
    values = {0.0F, 1.0F};
    toLogScale(values.data(), values.size(), LogScaleParameters(settings));
    QVERIFY(std::abs(values[0] - (std::log(1e-5) + 4.5) / 5.0) < 1e-5);
    QVERIFY(std::abs(values[1] - 0.9) < 1e-5);
    const ToDecibels toDb(settings);
    QVERIFY(std::abs(toDb(values[0]) + 50.0F) < 1e-3F);
    QVERIFY(std::abs(toDb(values[1])) < 1e-3F);
    settings.magnitude = true;
    QVERIFY(std::abs(ToDecibels(settings)(values[0]) + 100.0F) < 1e-3F);
  }
};

QTEST_GUILESS_MAIN(TestMelFilterBank)
#include "test_mel_filter_bank.moc"
