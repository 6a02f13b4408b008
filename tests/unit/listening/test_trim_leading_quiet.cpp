// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "core/listening/trim_leading_quiet.h"
#include "tests/unit/listening/model_files.h"

using namespace earwitness;

namespace {

constexpr int kBands = 4;

/// Frames of these levels in all bands, dB.
std::vector<float> frames(std::initializer_list<std::pair<long, float>> stretches) {
  std::vector<float> values;
  for (const auto& [count, level] : stretches)
    values.insert(values.end(), size_t(count * kBands), level);
  return values;
}

/// Windows of 101 frames, of which 26 and multiples will do.
ModelDescription model(LogScale scale = LogScale::Decibel) {
  ModelDescription description = smallDescription(2.0);
  description.features.nMels = kBands;
  description.features.sampleRate = 16000;
  description.features.hopSamples = 320;
  description.features.scale = scale;
  description.shortestSeconds = 0.5;
  return description;
}

}  // namespace

class TestTrimLeadingQuiet : public QObject {
  Q_OBJECT

 private slots:
  void theQuietLead_data() {
    QTest::addColumn<std::vector<float>>("window");
    QTest::addColumn<long>("lead");
    QTest::newRow("nothing") << frames({}) << 0L;
    QTest::newRow("silence") << frames({{101, -100.0F}}) << 0L;
    QTest::newRow("even sound") << frames({{101, -20.0F}}) << 0L;
    QTest::newRow("begins") << frames({{60, -70.0F}, {41, -20.0F}}) << 60L;
    QTest::newRow("begins and ends") << frames({{60, -70.0F}, {20, -20.0F}, {21, -70.0F}}) << 60L;
    QTest::newRow("comes back") << frames({{10, -20.0F}, {60, -70.0F}, {31, -20.0F}}) << 0L;
    QTest::newRow("in noise 15 dB below") << frames({{60, -35.0F}, {41, -20.0F}}) << 0L;
    QTest::newRow("in noise 17 dB below") << frames({{60, -37.0F}, {41, -20.0F}}) << 60L;
  }
  void theQuietLead() {
    QFETCH(std::vector<float>, window);
    QFETCH(long, lead);
    QCOMPARE(quietLead(window, model().features), lead);
    for (float& value : window) value *= float(std::log(10.0) / 10.0);
    QCOMPARE(quietLead(window, model(LogScale::NaturalLog).features), lead);
  }

  /// The power of a frame is that of all bands: one loud band is a sound.
  void oneLoudBand() {
    std::vector<float> window = frames({{101, -80.0F}});
    window[70 * kBands + 2] = -20.0F;
    QCOMPARE(quietLead(window, model().features), 70L);
  }

  void lengths() {
    QCOMPARE(heardLengths(model()), (std::vector<long>{26, 51, 76, 101}));
    ModelDescription whole = model();
    whole.shortestSeconds = 0.0;
    QCOMPARE(heardLengths(whole), std::vector<long>{101});
    whole.shortestSeconds = whole.windowSeconds;
    QCOMPARE(heardLengths(whole), std::vector<long>{101});
    whole.shortestSeconds = 0.7;  // no divisor
    QCOMPARE(heardLengths(whole), (std::vector<long>{36, 71, 101}));
  }

  void theSmallestLengthThatHoldsTheSound_data() {
    QTest::addColumn<long>("sound");
    QTest::addColumn<long>("given");
    QTest::newRow("a click") << 1L << 26L;
    QTest::newRow("fits") << 26L << 26L;
    QTest::newRow("does not fit") << 27L << 51L;
    QTest::newRow("long") << 77L << 101L;
    QTest::newRow("all") << 101L << 101L;
  }
  void theSmallestLengthThatHoldsTheSound() {
    QFETCH(long, sound);
    QFETCH(long, given);
    const std::vector<float> window = frames({{101 - sound, -90.0F}, {sound, -10.0F}});
    const auto part = trimLeadingQuiet(window, model());
    QCOMPARE(long(part.size()), given * kBands);
    QCOMPARE(part.data() + part.size(), window.data() + window.size());
    ModelDescription whole = model();
    whole.shortestSeconds = 0.0;
    QCOMPARE(trimLeadingQuiet(window, whole).size(), window.size());
  }

  void whatANetworkMayBeGiven() {
    ModelDescription description = model();
    const long longest = longestInputFrames(description);
    QCOMPARE(longest, description.features.framesOf(160000));  // 10 s
    const auto takesFrames = [&](long frames) {
      return takesInput(description, size_t(frames * kBands));
    };
    QVERIFY(takesFrames(101));
    QVERIFY(takesFrames(102));
    QVERIFY(takesFrames(longest));
    QVERIFY(!takesFrames(100));
    QVERIFY(!takesFrames(longest + 1));
    QVERIFY(!takesInput(description, 102 * kBands + 1));
    description.input = ModelInput::Waveform;
    QVERIFY(takesInput(description, description.inputSize()));
    QVERIFY(!takesInput(description, description.inputSize() + size_t(kBands)));
  }
};

QTEST_GUILESS_MAIN(TestTrimLeadingQuiet)
#include "test_trim_leading_quiet.moc"
