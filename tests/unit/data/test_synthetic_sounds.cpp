// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <set>

#include "core/data/synthetic_sounds.h"
#include "core/features/log_mel.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

namespace {

constexpr int kRate = 16000;

float peakOf(const std::vector<float>& samples) {
  float peak = 0.0F;
  for (const float sample : samples) peak = std::max(peak, std::abs(sample));
  return peak;
}

/// Mean power in dB of each mel band.
std::vector<double> bandsOf(const std::vector<float>& samples) {
  const LogMel frames = logMel(samples, {});
  std::vector<double> bands(size_t(frames.nMels));
  for (long k = 0; k < frames.nFrames(); ++k)
    for (size_t band = 0; band < bands.size(); ++band)
      bands[band] += std::pow(10.0, frames.frame(k)[band] / 10.0) / double(frames.nFrames());
  for (double& band : bands) band = 10.0 * std::log10(band);
  return bands;
}

size_t loudestBand(SoundKind kind, uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto bands = bandsOf(synthesise(kind, kRate, 2.0, random));
  return size_t(std::max_element(bands.begin(), bands.end()) - bands.begin());
}

}  // namespace

class TestSyntheticSounds : public QObject {
  Q_OBJECT

 private slots:
  void everyKind_data() {
    QTest::addColumn<int>("kind");
    for (const SoundKind kind : kAllSoundKinds) QTest::newRow(nameOf(kind).c_str()) << int(kind);
  }
  void everyKind() {
    QFETCH(int, kind);
    const auto soundKind = SoundKind(kind);
    const bool isSilence = soundKind == SoundKind::Silence;
    for (const int rate : {8000, 16000, 44100}) {
      std::mt19937_64 random{uint64_t(rate)};
      std::set<std::vector<float>> seen;
      for (int i = 0; i < 10; ++i) {
        const std::vector<float> samples = synthesise(soundKind, rate, 0.5, random);
        QCOMPARE(samples.size(), size_t(rate / 2));
        for (const float sample : samples) QVERIFY(std::isfinite(sample));
        const double peakDb = 20.0 * std::log10(std::max(peakOf(samples), 1e-9F));
        QVERIFY2(isSilence ? peakDb < -64.9 : peakDb > -30.1 && peakDb <= -0.9,
                 std::to_string(peakDb).c_str());
        seen.insert(samples);
      }
      QVERIFY(seen.size() == 10 || isSilence);
      std::mt19937_64 again{uint64_t(rate)};
      QVERIFY(seen.contains(synthesise(soundKind, rate, 0.5, again)));
    }
  }

  void silenceIsSometimesDigital() {
    std::mt19937_64 random(1);
    int digital = 0;
    for (int i = 0; i < 100; ++i)
      digital += peakOf(synthesise(SoundKind::Silence, kRate, 0.1, random)) == 0.0F ? 1 : 0;
    QVERIFY(digital > 10 && digital < 50);
  }

  void theySoundAsTheyAreCalled() {
    for (uint64_t seed = 0; seed < 8; ++seed) {
      QVERIFY(loudestBand(SoundKind::Hum, seed) < 4);
      QVERIFY(loudestBand(SoundKind::Engine, seed) < 25);
      QVERIFY(loudestBand(SoundKind::Chirps, seed) > 35);
      QVERIFY(loudestBand(SoundKind::BrownNoise, seed) < 4);
    }
  }

  /// Wide bands gain 3 dB an octave in white noise, stay level in pink, lose 3 dB in brown.
  void noisesFallAsTheirColourSays_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("dbPerOctave");
    QTest::newRow("white") << int(SoundKind::WhiteNoise) << 0.0;
    QTest::newRow("pink") << int(SoundKind::PinkNoise) << -3.0;
    QTest::newRow("brown") << int(SoundKind::BrownNoise) << -6.0;
  }
  void noisesFallAsTheirColourSays() {
    QFETCH(int, kind);
    QFETCH(double, dbPerOctave);
    FeatureSettings settings;
    std::mt19937_64 random(5);
    const auto samples = synthesise(SoundKind(kind), kRate, 10.0, random);
    // Power density in narrow bands around 500 Hz and 4 kHz, three octaves apart.
    const auto levelAround = [&](double hz) {
      settings.nMels = 1;
      settings.fMinHz = hz * 0.8;
      settings.fMaxHz = hz * 1.25;
      const LogMel frames = logMel(samples, settings);
      double power = 0.0;
      for (const float value : frames.values) power += std::pow(10.0, value / 10.0);
      return 10.0 * std::log10(power / double(frames.values.size()) / hz);
    };
    const double slope = (levelAround(4000.0) - levelAround(500.0)) / 3.0;
    QVERIFY2(std::abs(slope - dbPerOctave) < 0.7, std::to_string(slope).c_str());
  }

  void whatCannotBeMade() {
    std::mt19937_64 random(1);
    for (const auto& [rate, seconds] : {std::pair{0, 1.0},
                                        {-5, 1.0},
                                        {2'000'000, 1.0},
                                        {16000, 0.0},
                                        {16000, -1.0},
                                        {16000, 1e12},
                                        {16000, std::nan("")}})
      QVERIFY(isSentence(errorOf([&, rate = rate, seconds = seconds] {
        synthesise(SoundKind::Siren, rate, seconds, random);
      })));
  }
};

QTEST_GUILESS_MAIN(TestSyntheticSounds)
#include "test_synthetic_sounds.moc"
