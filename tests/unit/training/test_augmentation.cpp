#include <QtTest>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/features/log_mel.h"
#include "core/training/augmentation.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
using Random = Augmenter::Random;

namespace {

constexpr int kDraws = 50;

/// A window in which no two values are equal, from -90 dB up.
std::vector<float> ramp(long nFrames, long nMels) {
  std::vector<float> window(size_t(nFrames * nMels));
  for (size_t i = 0; i < window.size(); ++i) window[i] = -90.0F + float(i) * 0.005F;
  return window;
}

std::vector<float> varied(const AugmentationSettings& settings, const std::vector<float>& window,
                          long nFrames, uint64_t seed, const FeatureSettings& features = {}) {
  Random random(seed);
  std::vector<float> out(window.size());
  Augmenter(settings, features, nFrames).vary(window, out, random);
  return out;
}

std::vector<float> masked(const AugmentationSettings& settings, std::vector<float> window,
                          long nFrames, uint64_t seed) {
  Random random(seed);
  Augmenter(settings, {}, nFrames).mask(window, random);
  return window;
}

/// Length of each run of rows (or columns) that hold `fill` alone.
std::vector<long> runs(const std::vector<bool>& filled) {
  std::vector<long> lengths;
  for (size_t i = 0; i < filled.size(); ++i) {
    if (!filled[i]) continue;
    if (i == 0 || !filled[i - 1]) lengths.push_back(0);
    ++lengths.back();
  }
  return lengths;
}

double powerOf(const std::vector<float>& window) {
  return std::accumulate(window.begin(), window.end(), 0.0, [](double sum, float value) {
    return sum + std::pow(10.0, double(value) / 10.0);
  });
}

}  // namespace

class TestAugmentation : public QObject {
  Q_OBJECT

 private slots:
  void switchedOffNothingChanges() {
    const std::vector<float> window = ramp(81, 80);
    for (uint64_t seed = 0; seed < kDraws; ++seed) {
      QVERIFY(varied({}, window, 81, seed) == window);
      QVERIFY(masked({}, window, 81, seed) == window);
    }
  }

  void rollTurnsTheFrames() {
    AugmentationSettings settings;
    settings.roll = true;
    const std::vector<float> window = ramp(30, 80);
    std::set<long> starts;
    for (uint64_t seed = 0; seed < kDraws; ++seed) {
      const std::vector<float> out = varied(settings, window, 30, seed);
      const auto first = std::find(window.begin(), window.end(), out[0]);
      QVERIFY(first != window.end());
      const long shift = first - window.begin();
      QCOMPARE(shift % 80, 0L);
      std::vector<float> expected = window;
      std::rotate(expected.begin(), expected.begin() + shift, expected.end());
      QVERIFY(out == expected);
      starts.insert(shift / 80);
    }
    QVERIFY(starts.size() > 15);
  }

  void gainShiftsTheLevelAndLeavesDigitalSilence() {
    AugmentationSettings settings;
    settings.gainDb = 6.0;
    std::vector<float> samples = tone(1000.0, 16000.0, 16000);
    std::fill(samples.begin(), samples.begin() + 8000, 0.0F);
    for (const LogScale scale : {LogScale::Decibel, LogScale::NaturalLog}) {
      FeatureSettings features;
      features.scale = scale;
      const LogMel mel = logMel(samples, features);
      const float silence = features.silenceLevel();
      const double unit = scale == LogScale::Decibel ? 1.0 : std::log(10.0) / 10.0;
      double softest = 0.0, loudest = 0.0;
      for (uint64_t seed = 0; seed < kDraws; ++seed) {
        const std::vector<float> out = varied(settings, mel.values, mel.nFrames(), seed, features);
        const size_t peak =
            size_t(std::max_element(mel.values.begin(), mel.values.end()) - mel.values.begin());
        const float gain = out[peak] - mel.values[peak];
        softest = std::min(softest, double(gain) / unit);
        loudest = std::max(loudest, double(gain) / unit);
        for (size_t i = 0; i < out.size(); ++i) {
          if (mel.values[i] <= silence)
            QCOMPARE(out[i], silence);
          else
            QVERIFY(std::abs(out[i] - std::max(silence, mel.values[i] + gain)) < 1e-4F);
        }
      }
      QVERIFY(softest < -3.0 && softest > -6.01 && loudest > 3.0 && loudest < 6.01);
    }
  }

  void shiftMovesBandsAndRepeatsTheOutermost() {
    AugmentationSettings settings;
    settings.melShiftBands = 4.0;
    // One frame in which each band's value is its number: a shift by s gives m - s.
    std::vector<float> window(80);
    std::iota(window.begin(), window.end(), 0.0F);
    double lowest = 0.0, highest = 0.0;
    for (uint64_t seed = 0; seed < kDraws; ++seed) {
      const std::vector<float> out = varied(settings, window, 1, seed);
      const float shift = 40.0F - out[40];
      for (long m = 0; m < 80; ++m)
        QVERIFY(std::abs(out[size_t(m)] - std::clamp(float(m) - shift, 0.0F, 79.0F)) < 1e-3F);
      lowest = std::min(lowest, double(shift));
      highest = std::max(highest, double(shift));
    }
    QVERIFY(lowest < -2.0 && lowest > -4.001 && highest > 2.0 && highest < 4.001);
  }

  void stretchChangesTheSpeed() {
    AugmentationSettings settings;
    settings.stretch = 0.5;
    // Each frame holds its own number, so the step from frame to frame is the speed.
    std::vector<float> window(100 * 80);
    for (size_t i = 0; i < window.size(); ++i) window[i] = float(i / 80);
    double slowest = 1.0, fastest = 1.0;
    for (uint64_t seed = 0; seed < kDraws; ++seed) {
      const std::vector<float> out = varied(settings, window, 100, seed);
      const double speed = out[80];
      for (size_t t = 0; t < 60; ++t)
        QVERIFY(std::abs(out[t * 80 + 7] - float(double(t) * speed)) < 0.01F);
      slowest = std::min(slowest, speed);
      fastest = std::max(fastest, speed);
      for (const float value : out) QVERIFY(value >= 0.0F && value <= 99.0F);
    }
    QVERIFY(slowest > 1.0 / 1.501 && slowest < 0.85 && fastest > 1.2 && fastest < 1.501);
  }

  void masksAreNeverWiderThanTheWidest() {
    AugmentationSettings settings;
    settings.frequencyMaskBands = 15;
    settings.timeMaskFrames = 30;
    const std::vector<float> window = ramp(100, 80);
    for (const bool mean : {false, true}) {
      settings.maskWithMean = mean;
      const double average = std::accumulate(window.begin(), window.end(), 0.0) / 8000.0;
      const float fill = mean ? float(average) : 0.0F;
      std::set<long> bandWidths, frameWidths;
      for (uint64_t seed = 0; seed < 4 * kDraws; ++seed) {
        const std::vector<float> out = masked(settings, window, 100, seed);
        std::vector<bool> frames(100, true), bands(80, true);
        for (size_t i = 0; i < out.size(); ++i)
          if (out[i] != fill) frames[i / 80] = bands[i % 80] = false;
        const auto frameRuns = runs(frames);
        const auto bandRuns = runs(bands);
        QVERIFY(frameRuns.size() <= 1 && bandRuns.size() <= 1);
        frameWidths.insert(frameRuns.empty() ? 0 : frameRuns[0]);
        bandWidths.insert(bandRuns.empty() ? 0 : bandRuns[0]);
        for (size_t i = 0; i < out.size(); ++i)
          if (!frames[i / 80] && !bands[i % 80]) QCOMPARE(out[i], window[i]);
      }
      QVERIFY(*frameWidths.rbegin() <= 30 && *frameWidths.rbegin() > 25);
      QVERIFY(*bandWidths.rbegin() <= 15 && *bandWidths.rbegin() > 12);
      QVERIFY(*frameWidths.begin() == 0 && *bandWidths.begin() == 0);
    }
  }

  void masksFitShortWindowsAndComeAsOftenAsAsked() {
    AugmentationSettings settings;
    settings.frequencyMaskBands = 500;
    settings.timeMaskFrames = 500;
    settings.timeMasks = 3;
    for (uint64_t seed = 0; seed < kDraws; ++seed)
      QCOMPARE(masked(settings, ramp(7, 80), 7, seed).size(), size_t(560));
    settings.frequencyMaskBands = 0;
    settings.timeMaskFrames = 10;
    size_t most = 0;
    for (uint64_t seed = 0; seed < kDraws; ++seed) {
      const std::vector<float> out = masked(settings, ramp(200, 80), 200, seed);
      std::vector<bool> frames(200);
      for (size_t t = 0; t < 200; ++t) frames[t] = out[t * 80] == 0.0F;
      most = std::max(most, runs(frames).size());
    }
    QCOMPARE(most, size_t(3));
  }

  void mixingAClipWithItselfIsTheClip() {
    const LogMel mel = logMel(noise(16000), {});
    const Augmenter augmenter({}, {}, mel.nFrames());
    for (uint64_t seed = 0; seed < kDraws; ++seed) {
      Random random(seed);
      std::vector<float> out = mel.values;
      const double share = augmenter.mix(out, mel.values, random);
      QVERIFY(share >= 0.0 && share <= 1.0);
      for (size_t i = 0; i < out.size(); ++i) QVERIFY(std::abs(out[i] - mel.values[i]) < 1e-3F);
    }
  }

  /// Loud and soft are brought to one level first, so the share says which one is heard.
  void theShareSaysWhichOneIsHeard() {
    std::vector<float> soft = tone(500.0, 16000.0, 16000, 0.005);
    const LogMel low = logMel(soft, {});
    const LogMel high = logMel(tone(3000.0, 16000.0, 16000, 0.5), {});
    const auto bandOf = [](const LogMel& mel) {
      const auto frame = mel.frame(40);
      return std::max_element(frame.begin(), frame.end()) - frame.begin();
    };
    const Augmenter augmenter({}, {}, low.nFrames());
    double least = 1.0, most = 0.0;
    for (uint64_t seed = 0; seed < kDraws; ++seed) {
      Random random(seed);
      LogMel out = low;
      const double share = augmenter.mix(out.values, high.values, random);
      // Gains of both are the same factor's, so what the tone lost against its own level and what
      // the other lost against its own tell the ratio of the amplitudes: share to 1 - share.
      const double lowLoss =
          out.frame(40)[size_t(bandOf(low))] - low.frame(40)[size_t(bandOf(low))];
      const double highLoss =
          out.frame(40)[size_t(bandOf(high))] - high.frame(40)[size_t(bandOf(high))];
      const double expected = 20.0 * std::log10(share / (1.0 - share));
      if (share > 0.1 && share < 0.9)
        QVERIFY(std::abs((lowLoss - highLoss) - (expected + 40.0)) < 1.5);
      least = std::min(least, share);
      most = std::max(most, share);
      QVERIFY(powerOf(out.values) > 0.0);
    }
    QVERIFY(least < 0.2 && most > 0.8);
  }

  void silenceMixesWithSilence() {
    const LogMel silence = logMel(std::vector<float>(16000, 0.0F), {});
    const Augmenter augmenter({}, {}, silence.nFrames());
    Random random(3);
    std::vector<float> out = silence.values;
    augmenter.mix(out, silence.values, random);
    for (const float value : out) QVERIFY(std::abs(value - -100.0F) < 1e-3F);
  }

  void theSameRandomsGiveTheSame() {
    const AugmentationSettings all = everything();
    const std::vector<float> window = ramp(81, 80);
    QVERIFY(varied(all, window, 81, 5) == varied(all, window, 81, 5));
    QVERIFY(varied(all, window, 81, 5) != varied(all, window, 81, 6));
    QVERIFY(masked(all, window, 81, 5) == masked(all, window, 81, 5));
  }

  void uniformStaysInItsRange() {
    Random random(1);
    double sum = 0.0;
    for (int i = 0; i < 10000; ++i) {
      const double value = uniform(random, -2.0, 4.0);
      QVERIFY(value >= -2.0 && value < 4.0);
      sum += value;
    }
    QVERIFY(std::abs(sum / 10000.0 - 1.0) < 0.1);
    Random known(1);
    QCOMPARE(uniform(known, 0.0, 1.0), double(2469588189546311528ULL >> 11) * 0x1.0p-53);
  }

  void jsonRoundTrip() {
    QVERIFY(augmentationFromJson(toJson(everything())) == everything());
    QVERIFY(augmentationFromJson(nlohmann::json::object(), everything()) == everything());
    AugmentationSettings changed = everything();
    changed.roll = false;
    QVERIFY(augmentationFromJson({{"roll", false}}, everything()) == changed);
  }

  void jsonRefusals_data() {
    QTest::addColumn<QString>("json");
    for (const char* json :
         {R"({"rol": true})", R"({"roll": "yes"})", R"({"stretch": -0.1})", R"({"stretch": 1.5})",
          R"({"gain_db": -1})", R"({"mix_probability": 2})", R"({"mix_probability": null})",
          R"({"frequency_mask_bands": -1})", R"({"time_masks": -2})", R"({"mel_shift_bands": -3})",
          R"({"time_mask_frames": [1]})", R"([1, 2])", R"("roll")", "3"})
      QTest::newRow(json) << json;
  }
  void jsonRefusals() {
    QFETCH(QString, json);
    const QString text =
        errorOf([&] { augmentationFromJson(nlohmann::json::parse(json.toStdString())); });
    QVERIFY2(isSentence(text), qPrintable(text));
  }

 private:
  static AugmentationSettings everything() {
    return {.melShiftBands = 2.5,
            .stretch = 0.25,
            .roll = true,
            .gainDb = 3.5,
            .mixProbability = 0.75,
            .frequencyMaskBands = 8,
            .frequencyMasks = 2,
            .timeMaskFrames = 20,
            .timeMasks = 3,
            .maskWithMean = true};
  }
};

QTEST_GUILESS_MAIN(TestAugmentation)
#include "test_augmentation.moc"
