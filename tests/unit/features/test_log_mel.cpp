// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <numbers>
#include <random>

#include "core/base/error.h"
#include "core/features/log_mel.h"
#include "core/features/log_mel_kernel.h"

using namespace earwitness;

namespace {

std::vector<float> noise(size_t count, unsigned seed = 1) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0.0F, 0.2F);
  std::vector<float> samples(count);
  for (float& sample : samples) sample = normal(random);
  return samples;
}

std::vector<float> sine(double hz, size_t count, double sampleRate) {
  std::vector<float> samples(count);
  for (size_t i = 0; i < count; ++i)
    samples[i] = float(0.5 * std::sin(2.0 * std::numbers::pi * hz * double(i) / sampleRate));
  return samples;
}

FeatureSettings withSizes(int nFft, int hopSamples, int nMels = 40) {
  FeatureSettings settings;
  settings.nFft = nFft;
  settings.hopSamples = hopSamples;
  settings.nMels = nMels;
  return settings;
}

/// The definition, term by term: reflect padding, periodic Hann, DFT, triangles in mel, logarithm.
double bandByDefinition(const std::vector<float>& x, const FeatureSettings& s, long frame,
                        int mel) {
  const auto toMel = [](double hz) { return 2595.0 * std::log10(1.0 + hz / 700.0); };
  const auto toHz = [](double m) { return 700.0 * (std::pow(10.0, m / 2595.0) - 1.0); };
  const double step = (toMel(s.fMaxHz) - toMel(s.fMinHz)) / (s.nMels + 1);
  const double left = toHz(toMel(s.fMinHz) + mel * step);
  const double centre = toHz(toMel(s.fMinHz) + (mel + 1) * step);
  const double right = toHz(toMel(s.fMinHz) + (mel + 2) * step);
  double power = 0.0;
  for (int bin = 0; bin <= s.nFft / 2; ++bin) {
    const double hz = double(bin) * s.sampleRate / s.nFft;
    const double weight = std::min((hz - left) / (centre - left), (right - hz) / (right - centre));
    if (weight <= 0.0) continue;
    double re = 0.0;
    double im = 0.0;
    for (int n = 0; n < s.nFft; ++n) {
      long at = std::abs(frame * s.hopSamples + n - s.nFft / 2);
      if (at >= long(x.size())) at = 2 * (long(x.size()) - 1) - at;
      const double angle = 2.0 * std::numbers::pi * n / s.nFft;
      const double sample = x[size_t(at)] * (0.5 - 0.5 * std::cos(angle));
      re += sample * std::cos(angle * bin);
      im -= sample * std::sin(angle * bin);
    }
    power += weight * (re * re + im * im);
  }
  return 10.0 * std::log10(std::max(power + s.offsetPower, s.floorPower));
}

}  // namespace

class TestLogMel : public QObject {
  Q_OBJECT

 private slots:
  void followsTheDefinition_data() {
    QTest::addColumn<int>("nFft");
    QTest::addColumn<int>("hop");
    QTest::addColumn<int>("nSamples");
    QTest::newRow("report") << 400 << 200 << 1700;
    QTest::newRow("power of two") << 256 << 100 << 900;
    QTest::newRow("half the FFT is odd") << 250 << 90 << 800;
    QTest::newRow("half the FFT is a prime") << 134 << 67 << 500;
    QTest::newRow("hop as long as the FFT") << 64 << 64 << 64 * 5;
    QTest::newRow("hop of one sample") << 16 << 1 << 20;
  }

  void followsTheDefinition() {
    QFETCH(int, nFft);
    QFETCH(int, hop);
    QFETCH(int, nSamples);
    const FeatureSettings settings = withSizes(nFft, hop, 10);
    const std::vector<float> samples = noise(size_t(nSamples));
    const LogMel frames = logMel(samples, settings);
    QCOMPARE(frames.nFrames(), settings.framesOf(nSamples));
    for (long frame = 0; frame < frames.nFrames(); ++frame) {
      for (int mel = 0; mel < settings.nMels; ++mel) {
        const double expected = bandByDefinition(samples, settings, frame, mel);
        const double actual = frames.frame(frame)[size_t(mel)];
        QVERIFY2(std::abs(actual - expected) < 0.001,
                 qPrintable(QStringLiteral("frame %1 band %2: %3, expected %4")
                                .arg(frame)
                                .arg(mel)
                                .arg(actual)
                                .arg(expected)));
      }
    }
  }

  void aToneIsInItsBand() {
    const FeatureSettings settings;
    const LogMel frames = logMel(sine(1000.0, 16000, 16000), settings);
    const auto frame = frames.frame(40);
    const auto loudest = std::max_element(frame.begin(), frame.end()) - frame.begin();
    // 1000 Hz is 1000 mel; bands are 2840 / 81 mel apart and the first is centred on one step.
    QCOMPARE(loudest, std::lround(1000.0 / (2840.023 / 81.0)) - 1);
  }

  void streamsInAnyChunking_data() {
    QTest::addColumn<FeatureSettings>("settings");
    QTest::newRow("report") << withSizes(400, 200);
    QTest::newRow("hop as long as the FFT") << withSizes(128, 128);
    QTest::newRow("overlapping much") << withSizes(512, 60);
    QTest::newRow("half the FFT is odd") << withSizes(250, 249);
    for (const FramePadding padding :
         {FramePadding::Reflect, FramePadding::Zeros, FramePadding::None})
      for (const bool kaldiFrames : {false, true}) {
        FeatureSettings others = withSizes(512, 160);
        others.windowSamples = 400;
        others.symmetricWindow = true;
        others.preEmphasis = 0.97;
        others.padding = padding;
        others.kaldiFrames = kaldiFrames;
        others.mean = -4.5;
        others.deviation = 5.0;
        QTest::addRow("padding %d, Kaldi's frames %d", int(padding), kaldiFrames) << others;
      }
  }

  void streamsInAnyChunking() {
    QFETCH(FeatureSettings, settings);
    std::mt19937 random(7);
    StreamingLogMel stream(settings);
    for (const size_t longest : {size_t(1), size_t(3), size_t(97), size_t(4000), size_t(40000)}) {
      const std::vector<float> samples = noise(longest == 1 ? 3001 : 30011, unsigned(longest));
      const LogMel whole = logMel(samples, settings);
      LogMel frames;
      for (size_t at = 0; at < samples.size();) {
        const size_t count = std::min(std::uniform_int_distribution<size_t>(0, longest)(random),
                                      samples.size() - at);
        stream.push(std::span(samples).subspan(at, count), frames);
        at += count;
      }
      stream.finish(frames);  // and the stream starts anew with the next round
      QCOMPARE(frames.nMels, whole.nMels);
      QVERIFY2(frames.values == whole.values, qPrintable(QString::number(longest)));
    }
  }

  void everyLengthHasItsFrames() {
    const std::vector<float> samples = noise(300);
    for (const FramePadding padding :
         {FramePadding::Reflect, FramePadding::Zeros, FramePadding::None}) {
      FeatureSettings settings = withSizes(64, 24, 8);
      settings.padding = padding;
      settings.windowSamples = 50;
      settings.preEmphasis = 0.97;
      for (size_t count = 34; count <= samples.size(); ++count) {
        const auto part = std::span(samples).first(count);
        const LogMel frames = logMel(part, settings);
        QCOMPARE(frames.nFrames(), settings.framesOf(long(count)));
      }
    }
  }

  void framesAppearAsSoonAsTheirSamplesAreThere() {
    const FeatureSettings settings;
    StreamingLogMel stream(settings);
    const std::vector<float> samples = noise(1000);
    LogMel frames;
    stream.push(std::span(samples).first(200), frames);
    QCOMPARE(frames.nFrames(), 0L);
    stream.push(std::span(samples).subspan(200, 1), frames);
    QCOMPARE(frames.nFrames(), 1L);  // centred on sample 0, with 200 mirrored and 200 real samples
    stream.push(std::span(samples).subspan(201, 198), frames);
    QCOMPARE(frames.nFrames(), 1L);
    stream.push(std::span(samples).subspan(399, 1), frames);
    QCOMPARE(frames.nFrames(), 2L);
    stream.push(std::span(samples).subspan(400), frames);
    QCOMPARE(frames.nFrames(), 5L);
  }

  void shortStreamsAreExtendedWithZeros() {
    const FeatureSettings settings;
    const long shortest = settings.nFft / 2 + 1;
    for (const long count : {0L, 1L, 2L, 100L, 199L, 200L}) {
      std::vector<float> samples = noise(size_t(count));
      const LogMel frames = logMel(samples, settings);
      samples.resize(size_t(shortest));
      QCOMPARE(frames.nFrames(), settings.framesOf(shortest));
      QVERIFY(frames.values == logMel(samples, settings).values);
    }
  }

  void resetForgets() {
    const FeatureSettings settings;
    const std::vector<float> samples = noise(5000);
    StreamingLogMel stream(settings);
    LogMel ignored;
    stream.push(noise(777, 2), ignored);
    stream.reset();
    LogMel frames;
    stream.push(samples, frames);
    stream.finish(frames);
    QVERIFY(frames.values == logMel(samples, settings).values);
  }

  void silenceIsAtTheFloor() {
    FeatureSettings natural;
    natural.scale = LogScale::NaturalLog;
    natural.offsetPower = 1e-6;
    for (const FeatureSettings& settings : {FeatureSettings{}, natural}) {
      const LogMel frames = logMel(std::vector<float>(4000), settings);
      QVERIFY(!frames.values.empty());
      for (const float value : frames.values) QCOMPARE(value, settings.silenceLevel());
    }
    QVERIFY(std::abs(FeatureSettings{}.silenceLevel() + 100.0F) < 1e-4F);
    QVERIFY(std::abs(natural.silenceLevel() - std::log(1e-6F)) < 1e-4F);
  }

  void loudSamplesStayFinite() {
    std::vector<float> samples(2000);
    for (size_t i = 0; i < samples.size(); ++i) samples[i] = i % 2 == 0 ? 1e4F : -1e4F;
    for (const float value : logMel(samples, {}).values) QVERIFY(std::isfinite(value));
  }

  void whatIsNotANumberStaysInItsFrames() {
    const FeatureSettings settings;
    std::vector<float> samples = noise(4000);
    const LogMel clean = logMel(samples, settings);
    samples[1000] = std::numeric_limits<float>::quiet_NaN();
    const LogMel dirty = logMel(samples, settings);
    for (long frame = 0; frame < clean.nFrames(); ++frame) {
      const bool touched = std::abs(frame * settings.hopSamples - 1000) <= settings.nFft / 2;
      if (touched) continue;
      QVERIFY(std::ranges::equal(clean.frame(frame), dirty.frame(frame)));
    }
    for (const float value : dirty.values) QVERIFY(std::isfinite(value));
  }

  void oneFrameEqualsManyFrames() {
    const FeatureSettings settings;
    LogMelFrame frame(settings);
    const std::vector<float> samples = noise(400 + 10 * 200);
    const size_t nFrames = 11;
    const auto nMels = size_t(settings.nMels);
    std::vector<float> many(nFrames * nMels);
    frame.computeMany(samples, many);
    std::vector<float> one(nMels);
    for (size_t i = 0; i < nFrames; ++i) {
      frame.compute(std::span(samples).subspan(i * 200, 400), one);
      QVERIFY(std::ranges::equal(one, std::span(many).subspan(i * nMels, nMels)));
    }
  }

  void everyKernelGivesTheSameBits() {
    FeatureSettings magnitudes = withSizes(400, 160), kaldi = withSizes(512, 160);
    magnitudes.magnitude = true;
    kaldi.windowSamples = 401;
    kaldi.kaldiFrames = true;
    kaldi.preEmphasis = 0.97;
    for (const FeatureSettings& settings :
         {FeatureSettings{}, withSizes(1024, 256), withSizes(250, 90), withSizes(134, 50),
          magnitudes, kaldi}) {
      const LogMelTables tables(settings);
      const auto baseline = makeBaselineKernel(tables);
      const auto avx2 = makeAvx2Kernel(tables);
      LogMelFrame chosen(settings);
      for (size_t nFrames = 0; nFrames < 11; ++nFrames) {
        const std::vector<float> samples =
            noise((nFrames + 1) * size_t(settings.hopSamples) + size_t(settings.nFft));
        std::vector<float> expected(nFrames * size_t(settings.nMels));
        baseline->compute(samples.data(), nFrames, expected.data());
        std::vector<float> actual(expected.size());
        chosen.computeMany(samples, actual);
        QVERIFY(actual == expected);
        if (avx2) {
          std::ranges::fill(actual, 0.0F);
          avx2->compute(samples.data(), nFrames, actual.data());
          QVERIFY(actual == expected);
        }
      }
    }
  }

  void badSettingsAreRefused() {
    FeatureSettings settings;
    settings.nFft = 401;
    QVERIFY_THROWS_EXCEPTION(Error, LogMelFrame{settings});
    QVERIFY_THROWS_EXCEPTION(Error, StreamingLogMel{settings});
    QVERIFY_THROWS_EXCEPTION(Error, logMel(noise(1000), settings));
  }
};

QTEST_GUILESS_MAIN(TestLogMel)
#include "test_log_mel.moc"
