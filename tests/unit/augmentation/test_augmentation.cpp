// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include <nlohmann/json.hpp>

#include "core/augmentation/augmentation.h"
#include "core/augmentation/power.h"
#include "core/features/log_mel.h"
#include "tests/unit/audio/sound_files.h"

using namespace earwitness;
using Random = Augmenter::Random;

namespace {

constexpr int kDraws = 50;
constexpr long kMels = 80;

/// A window in which no two values are equal, from -90 dB up.
std::vector<float> ramp(long nFrames) {
  std::vector<float> window(size_t(nFrames * kMels));
  for (size_t i = 0; i < window.size(); ++i) window[i] = -90.0F + float(i) * 0.005F;
  return window;
}

/// What a list makes of a window of label 1; mixing meets `other` of label 2.
struct Made {
  std::vector<float> values;
  LabelShares shares;
};
Made made(const std::string& list, const std::vector<float>& window, uint64_t seed,
          const std::vector<float>& other = {}, const FeatureSettings& features = {}) {
  // Making one generates its noises.
  static std::map<std::string, Augmenter> known;
  const long nFrames = long(window.size()) / kMels;
  const std::string key = list + " " + std::to_string(nFrames) + " " + toJson(features).dump();
  if (!known.contains(key))
    known.emplace(key, Augmenter(augmentationFromText(list), features, nFrames, 1));
  const Augmenter& augmenter = known.at(key);
  Random random(seed);
  Made result;
  result.values.resize(size_t(augmenter.drawFrames(random) * kMels));
  result.shares = augmenter.make({window, 1}, result.values, random, [&](Random&) {
    return SourceWindow{other.empty() ? std::span<const float>(window) : other, 2};
  });
  return result;
}

double shareOf(const LabelShares& shares, int label) {
  return std::accumulate(shares.begin(), shares.end(), 0.0, [&](double sum, const auto& share) {
    return sum + (share.first == label ? double(share.second) : 0.0);
  });
}

/// Length of each run of rows or columns that hold `fill` alone.
std::vector<long> runs(const std::vector<bool>& filled) {
  std::vector<long> lengths;
  for (size_t i = 0; i < filled.size(); ++i) {
    if (!filled[i]) continue;
    if (i == 0 || !filled[i - 1]) lengths.push_back(0);
    ++lengths.back();
  }
  return lengths;
}

double levelOf(const std::vector<float>& values) {
  std::vector<float> power(values.size());
  toPower(values, float(std::log(10.0) / 10.0), power);
  return levelDb(power, kMels);
}

}  // namespace

class TestAugmentation : public QObject {
  Q_OBJECT

 private slots:
  void noStepsChangeNothing() {
    const std::vector<float> window = ramp(81);
    const Made result = made("none", window, 3);
    QVERIFY(result.values == window);
    QVERIFY(result.shares == (LabelShares{{1, 1.0F}}));
  }

  void rollTurnsTheFrames() {
    const std::vector<float> window = ramp(30);
    std::set<long> starts;
    for (uint64_t seed = 0; seed < kDraws; ++seed) {
      const std::vector<float> out = made("roll", window, seed).values;
      const long start = std::find(window.begin(), window.end(), out[0]) - window.begin();
      std::vector<float> expected = window;
      std::rotate(expected.begin(), expected.begin() + start, expected.end());
      QVERIFY(out == expected);
      starts.insert(start / kMels);
    }
    QVERIFY(starts.size() > 15);
  }

  /// Each draws both ways, up to its strength and not beyond.
  void strengthsAreLimits_data() {
    QTest::addColumn<QString>("list");
    QTest::addColumn<double>("most");
    QTest::newRow("gain") << "gain:db=6" << 6.0;
    QTest::newRow("filter") << "filter:db=3" << 3.0;
  }
  void strengthsAreLimits() {
    QFETCH(QString, list);
    QFETCH(double, most);
    const std::vector<float> window(81 * kMels, -50.0F);
    double lowest = 0.0, highest = 0.0;
    for (uint64_t seed = 0; seed < kDraws; ++seed)
      for (const float value : made(list.toStdString(), window, seed).values) {
        lowest = std::min(lowest, double(value) + 50.0);
        highest = std::max(highest, double(value) + 50.0);
      }
    QVERIFY(lowest >= -most - 1e-4 && lowest < -most * 0.7);
    QVERIFY(highest <= most + 1e-4 && highest > most * 0.7);
  }

  void gainIsInTheFeaturesOwnLogarithm() {
    FeatureSettings natural;
    natural.scale = LogScale::NaturalLog;
    const std::vector<float> window(9 * kMels, -5.0F);
    for (uint64_t seed = 0; seed < kDraws; ++seed) {
      const float inDecibel = made("gain", window, seed).values[0] + 5.0F;
      const float inNaturalLog = made("gain", window, seed, {}, natural).values[0] + 5.0F;
      QVERIFY(std::abs(inNaturalLog - inDecibel * 0.2302585F) < 1e-4F);
    }
  }

  void cropsAreStretchesOfTheWindow() {
    const std::vector<float> window = ramp(401);  // 5 s
    std::set<size_t> lengths;
    for (uint64_t seed = 0; seed < 4 * kDraws; ++seed) {
      const std::vector<float> out =
          made("crop:shortest=1,longest=3,probability=0.5", window, seed).values;
      lengths.insert(out.size() / kMels);
      QVERIFY(std::search(window.begin(), window.end(), out.begin(), out.end()) != window.end());
    }
    QCOMPARE(*lengths.rbegin(), size_t(401));
    lengths.erase(401);
    QVERIFY(*lengths.begin() >= 80 && *lengths.begin() < 100);
    QVERIFY(*lengths.rbegin() <= 240 && *lengths.rbegin() > 220);
    // Longer than the window is the window.
    QCOMPARE(made("crop:shortest=10,longest=20,probability=1", window, 1).values.size(),
             window.size());
  }

  void masksAreNeverWiderThanTheWidest() {
    const std::vector<float> window = ramp(100);
    const double average =
        std::accumulate(window.begin(), window.end(), 0.0) / double(window.size());
    for (const bool mean : {false, true}) {
      const std::string end = mean ? ",mean=1" : "";
      const std::string list = "frequency-mask:bands=15" + end + ";time-mask:frames=30" + end;
      std::set<long> bandWidths, frameWidths;
      for (uint64_t seed = 0; seed < 4 * kDraws; ++seed) {
        const std::vector<float> out = made(list, window, seed).values;
        std::vector<bool> frames(100, true), bands(kMels, true);
        for (size_t i = 0; i < out.size(); ++i)
          if (out[i] == window[i]) frames[i / kMels] = bands[i % kMels] = false;
        for (size_t i = 0; i < out.size(); ++i)
          if (out[i] != window[i]) QVERIFY(std::abs(double(out[i]) - (mean ? average : 0.0)) < 3.0);
        if (mean) continue;  // a value may be the mean already
        QVERIFY(runs(frames).size() <= 1 && runs(bands).size() <= 1);
        frameWidths.insert(runs(frames).empty() ? 0 : runs(frames)[0]);
        bandWidths.insert(runs(bands).empty() ? 0 : runs(bands)[0]);
      }
      if (mean) continue;
      QVERIFY(*frameWidths.rbegin() <= 30 && *frameWidths.rbegin() > 25 &&
              *frameWidths.begin() == 0);
      QVERIFY(*bandWidths.rbegin() <= 15 && *bandWidths.rbegin() > 12 && *bandWidths.begin() == 0);
    }
  }

  void masksFitShortWindowsAndComeAsOftenAsAsked() {
    const auto masked = [](const std::string& list, long frames, uint64_t seed) {
      return made(list, ramp(frames), seed).values;
    };
    for (uint64_t seed = 0; seed < kDraws; ++seed)
      QCOMPARE(masked("frequency-mask:bands=200;time-mask:frames=500,count=3", 7, seed).size(),
               size_t(560));
    size_t most = 0;
    for (uint64_t seed = 0; seed < kDraws; ++seed) {
      const std::vector<float> out = masked("time-mask:frames=10,count=3", 200, seed);
      std::vector<bool> frames(200);
      for (size_t t = 0; t < 200; ++t) frames[t] = out[t * kMels] == 0.0F;
      most = std::max(most, runs(frames).size());
    }
    QCOMPARE(most, size_t(3));
  }

  void bandLimitTakesTheTop() {
    const std::vector<float> window(81 * kMels, -40.0F);
    std::set<size_t> firsts;
    for (uint64_t seed = 0; seed < kDraws; ++seed) {
      const auto out = made("band-limit:lowest=2000,probability=1", window, seed).values;
      const size_t first =
          size_t(std::find(out.begin(), out.begin() + kMels, -100.0F) - out.begin());
      for (size_t m = 0; m < kMels; ++m) QCOMPARE(out[m], m < first ? -40.0F : -100.0F);
      firsts.insert(first);
    }
    // 2 kHz is at mel 1521 of 2840: the lower half of the bands stays always.
    QVERIFY(*firsts.begin() >= 40 && *firsts.begin() < 50 && *firsts.rbegin() > 70);
  }

  void noiseComesAtItsRatio() {
    const LogMel mel = logMel(tone(1000.0, 16000.0, 80000, 0.1), {});
    for (uint64_t seed = 0; seed < kDraws; ++seed) {
      const auto soft = made("noise:softest=40,loudest=40,probability=1", mel.values, seed).values;
      const auto loud = made("noise:softest=0,loudest=0,probability=1", mel.values, seed).values;
      QVERIFY(std::abs(levelOf(soft) - levelOf(mel.values)) < 0.1);
      // As loud as the tone itself: 3 dB more together, less where both are not loudest at once.
      const double more = levelOf(loud) - levelOf(mel.values);
      QVERIFY2(more > 1.0 && more < 3.5, qPrintable(QString::number(more)));
      QVERIFY(made("noise:softest=0,loudest=0,probability=0", mel.values, seed).values ==
              mel.values);
    }
  }

  void mixingAClipWithItselfIsTheClip() {
    const LogMel mel = logMel(noise(16000), {});
    for (const char* list : {"between-class:probability=1", "mixup:probability=1"})
      for (uint64_t seed = 0; seed < kDraws; ++seed) {
        const Made out = made(list, mel.values, seed);
        QVERIFY(std::abs(shareOf(out.shares, 1) + shareOf(out.shares, 2) - 1.0) < 1e-6);
        for (size_t i = 0; i < mel.values.size(); ++i)
          QVERIFY(std::abs(out.values[i] - mel.values[i]) < 1e-3F);
      }
  }

  /// Loud and soft are brought to one level first, so the share says which one is heard.
  void theShareSaysWhichOneIsHeard() {
    const LogMel low = logMel(tone(500.0, 16000.0, 16000, 0.005), {});
    const LogMel high = logMel(tone(3000.0, 16000.0, 16000, 0.5), {});
    const auto peakOf = [](const LogMel& mel) {
      const auto frame = mel.frame(40);
      return size_t(40 * kMels) +
             size_t(std::max_element(frame.begin(), frame.end()) - frame.begin());
    };
    double least = 1.0, most = 0.0;
    for (uint64_t seed = 0; seed < kDraws; ++seed) {
      const Made out = made("between-class:probability=1", low.values, seed, high.values);
      const double share = shareOf(out.shares, 1);
      // What each tone lost against its own level tells the ratio of the amplitudes.
      const double lowLoss = out.values[peakOf(low)] - low.values[peakOf(low)];
      const double highLoss = out.values[peakOf(high)] - high.values[peakOf(high)];
      const double expected = 20.0 * std::log10(share / (1.0 - share)) + 40.0;
      if (share > 0.1 && share < 0.9) QVERIFY(std::abs(lowLoss - highLoss - expected) < 1.5);
      least = std::min(least, share);
      most = std::max(most, share);
    }
    QVERIFY(least < 0.2 && most > 0.8);
  }

  void mixupIsLinearInThePicture() {
    const std::vector<float> a(9 * kMels, -80.0F), b(9 * kMels, -20.0F);
    for (uint64_t seed = 0; seed < kDraws; ++seed) {
      const Made out = made("mixup:probability=1", a, seed, b);
      QVERIFY(std::abs(double(out.values[5]) - (-20.0 - 60.0 * shareOf(out.shares, 1))) < 1e-3);
    }
  }

  void whatIsMixedInWentThroughTheStepsBefore() {
    // Both windows are silent above the limit, so the mix is.
    const std::vector<float> a(9 * kMels, -40.0F), b(9 * kMels, -30.0F);
    const std::vector<float> out =
        made("band-limit:lowest=500,probability=1; between-class:probability=1", a, 4, b).values;
    QVERIFY(out[kMels - 1] < -99.9F && out[0] > -50.0F);
    // Two mixing steps: up to four parts, whose shares sum to 1.
    double sum = 0.0;
    size_t parts = 0;
    for (const auto& [label, share] :
         made("mixup:probability=1; between-class:probability=1", a, 4, b).shares) {
      sum += double(share);
      ++parts;
    }
    QCOMPARE(parts, size_t(4));
    QVERIFY(std::abs(sum - 1.0) < 1e-6);
  }

  void silenceMixesWithSilence() {
    const LogMel silence = logMel(std::vector<float>(16000, 0.0F), {});
    for (const char* list :
         {"between-class:probability=1", "noise:softest=20,loudest=20,probability=1"})
      for (const float value : made(list, silence.values, 3).values)
        QVERIFY(std::isfinite(value) && value >= -100.001F && value < -80.0F);
  }

  void theSameRandomsGiveTheSame() {
    std::string all;
    for (const StepInfo& info : augmentationSteps()) all += info.name + ";";
    const std::vector<float> window = ramp(401);
    QVERIFY(made(all, window, 5).values == made(all, window, 5).values);
    QVERIFY(made(all, window, 5).values != made(all, window, 6).values);
    for (uint64_t seed = 0; seed < kDraws; ++seed)
      for (const float value : made(all, window, seed).values) QVERIFY(std::isfinite(value));
  }
};

QTEST_GUILESS_MAIN(TestAugmentation)
#include "test_augmentation.moc"
