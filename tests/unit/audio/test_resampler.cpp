// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <complex>

#include "core/audio/resampler.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

namespace {

std::vector<float> resampled(std::span<const float> input, double from, double to, size_t chunk) {
  Resampler resampler(from, to);
  std::vector<float> output;
  for (size_t i = 0; i < input.size(); i += chunk)
    resampler.push(input.subspan(i, std::min(chunk, input.size() - i)), output);
  resampler.finish(output);
  return output;
}

/// Amplitude of one frequency in the middle half of the samples, away from the ends.
double amplitudeAt(double frequencyHz, double sampleRate, std::span<const float> samples) {
  // A Hann window keeps other frequencies out.
  const size_t from = samples.size() / 4;
  const size_t count = samples.size() / 2;
  std::complex<double> sum;
  double weights = 0.0;
  for (size_t i = 0; i < count; ++i) {
    const double weight = 0.5 - 0.5 * std::cos(2.0 * std::numbers::pi * double(i) / double(count));
    sum += weight * double(samples[from + i]) *
           std::polar(1.0, -2.0 * std::numbers::pi * frequencyHz * double(i) / sampleRate);
    weights += weight;
  }
  return 2.0 * std::abs(sum) / weights;
}

}  // namespace

class TestResampler : public QObject {
  Q_OBJECT

 private slots:
  void toSixteenKilohertz_data() {
    QTest::addColumn<double>("rate");
    for (const double rate :
         {8000.0, 11025.0, 16000.0, 22050.0, 32000.0, 44100.0, 48000.0, 88200.0, 96000.0, 192000.0})
      QTest::newRow(qPrintable(QString::number(rate))) << rate;
  }
  void toSixteenKilohertz() {
    QFETCH(double, rate);
    const std::vector<float> input = tone(1000.0, rate, size_t(rate * 2), 0.5);
    const std::vector<float> output = resampled(input, rate, 16000.0, 4096);
    QCOMPARE(output.size(), size_t(32000));
    // The tone is there at its amplitude, and nothing else is.
    QVERIFY(std::abs(amplitudeAt(1000.0, 16000.0, output) - 0.5) < 1e-3);
    for (const double elsewhere : {500.0, 990.0, 1010.0, 3000.0, 7000.0})
      QVERIFY(amplitudeAt(elsewhere, 16000.0, output) < 1e-4);
    // It is not delayed either.
    double worst = 0.0;
    for (size_t i = 1000; i + 1000 < output.size(); ++i)
      worst = std::max(worst, std::abs(output[i] - 0.5 * std::sin(2.0 * std::numbers::pi * 1000.0 *
                                                                  double(i) / 16000.0)));
    QVERIFY2(worst < 2e-3, qPrintable(QString::number(worst)));
  }

  void whatCannotBeKeptIsRemoved() {
    const std::vector<float> output =
        resampled(tone(12000.0, 48000.0, 96000, 0.5), 48000.0, 16000.0, 4096);
    QVERIFY(amplitudeAt(4000.0, 16000.0, output) < 1e-4);  // where it would fold to
  }

  void chunksDoNotMatter_data() { toSixteenKilohertz_data(); }
  void chunksDoNotMatter() {
    QFETCH(double, rate);
    const std::vector<float> input = noise(size_t(rate / 2) + 7);
    const std::vector<float> whole = resampled(input, rate, 16000.0, input.size());
    for (const size_t chunk : {1UL, 13UL, 160UL, 480UL, 4095UL, 4097UL, 16384UL})
      QVERIFY(resampled(input, rate, 16000.0, chunk) == whole);
  }

  void equalRatesPassThrough() {
    const std::vector<float> input = noise(1001);
    QVERIFY(resampled(input, 16000.0, 16000.0, 100) == input);
  }

  // A clip has the same number of frames wherever it comes from.
  void lengthIsRounded() {
    for (const double rate : {8000.0, 22050.0, 44100.0, 48000.0, 96000.0})
      for (const size_t count : {12345UL, size_t(rate) * 5 - 1, size_t(rate) * 5})
        QVERIFY(std::abs(double(resampled(noise(count), rate, 16000.0, 4096).size()) -
                         double(count) * 16000.0 / rate) <= 0.5 + 1e-6);
  }

  // What a listener waits for.
  void littleIsHeldBack() {
    for (const double rate : {22050.0, 44100.0, 48000.0}) {
      Resampler resampler(rate, 16000.0);
      const std::vector<float> input = noise(size_t(rate / 100));
      std::vector<float> output;
      for (int i = 1; i <= 100; ++i) {
        resampler.push(input, output);
        QVERIFY(double(i) * 0.01 - double(output.size()) / 16000.0 < 0.025);
      }
    }
  }

  void veryShortInput() {
    for (const size_t count : {0UL, 1UL, 2UL, 10UL}) {
      const std::vector<float> output = resampled(noise(count), 44100.0, 16000.0, 100);
      QVERIFY(std::abs(double(output.size()) - double(count) * 16.0 / 44.1) <= 1.0);
    }
  }

  void impossibleRates() {
    for (const double rate : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN(),
                              std::numeric_limits<double>::infinity()}) {
      const QString error = errorOf([&] { Resampler(rate, 16000.0); });
      QVERIFY2(isSentence(error), qPrintable(error));
    }
  }
};

QTEST_GUILESS_MAIN(TestResampler)
#include "test_resampler.moc"
