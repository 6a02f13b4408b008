// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include "core/events/energy_rises.h"
#include "core/features/log_mel.h"

using namespace earwitness;

namespace {

/// Noise that gets louder by so many decibels from a sample on.
std::vector<float> noiseWithStep(size_t count, size_t at, float decibels) {
  std::mt19937 random(7);
  std::normal_distribution<float> normal(0.0F, 0.002F);
  std::vector<float> samples(count);
  for (size_t i = 0; i < count; ++i)
    samples[i] = normal(random) * (i >= at ? std::pow(10.0F, decibels / 20.0F) : 1.0F);
  return samples;
}

/// As a stream's windows of 2 s tell it, one every quarter of a second.
double outgrownOf(const std::vector<float>& samples) {
  const FeatureSettings features;
  const LogMel picture = logMel(samples, features);
  StreamStart start;
  double lastEnd = -1.0;
  for (long end = std::min(81L, picture.nFrames()); end <= picture.nFrames(); end += 20) {
    const long first = std::max(0L, end - 160);
    start.push(std::span(picture.values).subspan(size_t(first * 80), size_t((end - first) * 80)),
               features, double(first) * features.frameSeconds(), lastEnd);
    lastEnd = double(end - 1) * features.frameSeconds();
  }
  return start.outgrownSeconds();
}

double steepest(const EnergyRises& rises) {
  const auto most = std::max_element(rises.values.begin(), rises.values.end());
  return rises.startSeconds + double(most - rises.values.begin()) * rises.frameSeconds;
}

}  // namespace

class TestEnergyRises : public QObject {
  Q_OBJECT

 private slots:
  void aStepIsWhereItIs_data() {
    QTest::addColumn<bool>("natural");
    QTest::newRow("decibels") << false;
    QTest::newRow("natural logarithm") << true;
  }
  void aStepIsWhereItIs() {
    QFETCH(bool, natural);
    FeatureSettings features;
    if (natural) features.scale = LogScale::NaturalLog;
    const LogMel picture = logMel(noiseWithStep(32'000, 16'000, 20.0F), features);
    const EnergyRises rises = energyRises(picture.values, features, 10.0, -1.0);
    QVERIFY(std::abs(steepest(rises) - 11.0) <= 0.025);
    const uint8_t most = *std::max_element(rises.values.begin(), rises.values.end());
    QVERIFY(std::abs(float(most) * EnergyRises::kStepDb - 16.0F) < 2.0F);  // 20 without the noise
  }

  void steadyNoiseDoesNotRise() {
    const LogMel picture = logMel(noiseWithStep(64'000, 64'000, 0.0F), {});
    for (const uint8_t rise : energyRises(picture.values, {}, 0.0, -1.0).values)
      QVERIFY(float(rise) * EnergyRises::kStepDb < 1.0F);
  }

  void whatEndsDoesNotRise() {
    const LogMel picture = logMel(noiseWithStep(32'000, 16'000, -20.0F), {});
    for (const uint8_t rise : energyRises(picture.values, {}, 0.0, -1.0).values)
      QVERIFY(float(rise) * EnergyRises::kStepDb < 1.0F);
  }

  // Window by window, each telling what the one before could not, is the same as all at once.
  void windowsTellOneAfterTheOther() {
    const FeatureSettings features;
    const LogMel picture = logMel(noiseWithStep(64'000, 30'000, 15.0F), features);
    const EnergyRises whole = energyRises(picture.values, features, 0.0, -1.0);
    std::vector<uint8_t> values;
    double lastEnd = -1.0;
    for (long end = 160; end <= picture.nFrames(); end += 23) {
      const long first = end - 160;
      const auto window = std::span(picture.values).subspan(size_t(first * 80), size_t(160 * 80));
      const double start = double(first) * features.frameSeconds();
      const EnergyRises rises = energyRises(window, features, start, lastEnd);
      QVERIFY(std::abs(rises.startSeconds - whole.startSeconds -
                       double(values.size()) * features.frameSeconds()) < 1e-9);
      values.insert(values.end(), rises.values.begin(), rises.values.end());
      lastEnd = start + 159.0 * features.frameSeconds();
    }
    QVERIFY(values.size() > 100);
    QVERIFY(std::equal(values.begin(), values.end(), whole.values.begin()));
  }

  // ---- The start of a stream ----------------------------------------------------------------

  void whatIsThereFromTheStartIsNotOutgrown_data() {
    QTest::addColumn<double>("seconds");
    for (const double seconds : {0.5, 1.0, 3.0, 12.0}) QTest::addRow("%g s", seconds) << seconds;
  }
  void whatIsThereFromTheStartIsNotOutgrown() {
    QFETCH(double, seconds);
    QVERIFY(std::isinf(outgrownOf(noiseWithStep(size_t(seconds * 16000.0), 0, 30.0F))));
    // A tone that moves through all bands rises in each of them, and is as loud all the time.
    std::vector<float> sweep(size_t(seconds * 16000.0));
    double phase = 0.0;
    for (size_t i = 0; i < sweep.size(); ++i) {
      phase += 2.0 * std::numbers::pi * (300.0 + 3000.0 * double(i) / double(sweep.size())) / 16e3;
      sweep[i] = float(0.5 * std::sin(phase));
    }
    QVERIFY(std::isinf(outgrownOf(sweep)));
  }

  void whatComesLaterOutgrowsTheStart_data() {
    QTest::addColumn<double>("atSeconds");
    for (const double at : {0.3, 0.5, 1.0, 2.5, 4.0}) QTest::addRow("at %g s", at) << at;
  }
  void whatComesLaterOutgrowsTheStart() {
    QFETCH(double, atSeconds);
    const double outgrown =
        outgrownOf(noiseWithStep(16'000 * 6, size_t(atSeconds * 16000.0), 15.0F));
    QVERIFY2(std::abs(outgrown - atSeconds) < 0.1, qPrintable(QString::number(outgrown)));
    QVERIFY(std::isinf(outgrownOf(noiseWithStep(16'000 * 6, 40'000, 3.0F))));
  }

  void tooFewFramesTellNothing() {
    QVERIFY(energyRises({}, {}, 0.0, -1.0).values.empty());
    const LogMel picture = logMel(noiseWithStep(2000, 1000, 20.0F), {});
    QVERIFY(energyRises(picture.values, {}, 0.0, -1.0).values.empty());
  }
};

QTEST_GUILESS_MAIN(TestEnergyRises)
#include "test_energy_rises.moc"
