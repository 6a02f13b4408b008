// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <atomic>
#include <limits>
#include <thread>

#include "core/audio/audio_history.h"

using namespace earwitness;

namespace {

constexpr double kRate = 1000.0;

/// Sample n of the stream says which it is.
float numbered(int64_t n) {
  return float(n % 30000) / 32768.0F;
}

std::vector<float> numbers(int64_t first, int64_t count) {
  std::vector<float> samples;
  for (int64_t n = first; n < first + count; ++n) samples.push_back(numbered(n));
  return samples;
}

AudioHistory::Segment all(const AudioHistory& history) {
  return history.segment(-1.0, 1e6);
}

}  // namespace

class TestAudioHistory : public QObject {
  Q_OBJECT

 private slots:
  void emptyAtFirst() {
    const AudioHistory history(1.0);
    QCOMPARE(history.sampleRate(), 0.0);
    QCOMPARE(history.beginSeconds(), 0.0);
    QCOMPARE(history.endSeconds(), 0.0);
    QVERIFY(all(history).empty());
  }

  void whatIsPushedBeforeASourceBeginsIsLeftOut() {
    AudioHistory history(1.0);
    history.push(numbers(0, 10));
    QVERIFY(all(history).empty());
  }

  void allThatIsHeldComesBackBitByBit() {
    AudioHistory history(70.0);
    history.begin(kRate, 0.0);
    std::vector<float> samples;
    for (int n = -32768; n < 32768; ++n) samples.push_back(float(n) / 32768.0F);
    history.push(samples);
    QVERIFY(all(history).samples == samples);
    QCOMPARE(history.endSeconds(), 65.536);
  }

  void clipsAndTakesNoNumberForSilence() {
    AudioHistory history(1.0);
    history.begin(kRate, 0.0);
    const float infinite = std::numeric_limits<float>::infinity();
    history.push(
        std::vector<float>{2.0F, -2.0F, infinite, std::numeric_limits<float>::quiet_NaN(), 1e-9F});
    const float most = 32767.0F / 32768.0F;
    QVERIFY((all(history).samples == std::vector<float>{most, -1.0F, most, 0.0F, 0.0F}));
  }

  void aStretchIsWhereItWasAskedFor() {
    AudioHistory history(10.0);
    history.begin(kRate, 100.0);
    history.push(numbers(0, 5000));
    const AudioHistory::Segment stretch = history.segment(101.0, 103.5);
    QVERIFY(stretch.samples == numbers(1000, 2500));
    QCOMPARE(stretch.startSeconds, 101.0);
    QCOMPARE(stretch.endSeconds(), 103.5);
    QCOMPARE(stretch.sampleRate, kRate);
    QVERIFY(history.segment(103.0, 103.0).empty());
    QVERIFY(history.segment(103.0, 102.0).empty());
    QVERIFY(history.segment(105.0, 106.0).empty());
    QVERIFY(history.segment(98.0, 100.0).empty());
    QVERIFY(history.segment(104.9, 200.0).samples == numbers(4900, 100));
  }

  void theOldestIsForgotten_data() {
    QTest::addColumn<int>("block");
    for (const int block : {1, 7, 999, 1000, 1001, 2500, 40000})
      QTest::addRow("%d", block) << block;
  }
  void theOldestIsForgotten() {
    QFETCH(int, block);
    AudioHistory history(1.0);
    history.begin(kRate, 0.0);
    int64_t pushed = 0;
    while (pushed < 2500) {
      history.push(numbers(pushed, block));
      pushed += block;
      const AudioHistory::Segment stretch = all(history);
      const int64_t held = std::min<int64_t>(pushed, 1000);
      QVERIFY(stretch.samples == numbers(pushed - held, held));
      QCOMPARE(stretch.startSeconds, double(pushed - held) / kRate);
      QCOMPARE(history.beginSeconds(), stretch.startSeconds);
      QCOMPARE(history.endSeconds(), double(pushed) / kRate);
    }
  }

  void aSourceOfTheSameRateGoesOn_data() {
    QTest::addColumn<double>("startSeconds");
    QTest::addColumn<int>("kept");
    QTest::addColumn<int>("silent");
    QTest::newRow("at the end") << 12.0 << 2000 << 0;
    QTest::newRow("a little before") << 11.95 << 1950 << 0;
    QTest::newRow("a little behind") << 12.05 << 2000 << 50;
    QTest::newRow("behind all that is held") << 17.0 << 0 << 0;
    QTest::newRow("before all that is held") << 9.0 << 0 << 0;
  }
  void aSourceOfTheSameRateGoesOn() {
    QFETCH(double, startSeconds);
    QFETCH(int, kept);
    QFETCH(int, silent);
    AudioHistory history(5.0);
    history.begin(kRate, 10.0);
    history.push(numbers(0, 2000));
    history.begin(kRate, startSeconds);
    history.push(numbers(7000, 10));
    std::vector<float> expected = numbers(0, kept);
    expected.resize(expected.size() + size_t(silent), 0.0F);
    for (const float sample : numbers(7000, 10)) expected.push_back(sample);
    QVERIFY(all(history).samples == expected);
    QVERIFY(std::abs(history.endSeconds() - (startSeconds + 0.01)) < 1e-9);
  }

  void aSourceOfAnotherRateForgets() {
    AudioHistory history(5.0);
    history.begin(kRate, 0.0);
    history.push(numbers(0, 2000));
    history.begin(2.0 * kRate, 2.0);
    QVERIFY(all(history).empty());
    QCOMPARE(history.sampleRate(), 2.0 * kRate);
    history.push(numbers(5, 20000));
    QCOMPARE(history.beginSeconds(), 7.0);
    QCOMPARE(history.endSeconds(), 12.0);
    QVERIFY(history.segment(7.5, 8.0).samples == numbers(11005, 1000));
  }

  void clearForgetsButGoesOn() {
    AudioHistory history(5.0);
    history.begin(kRate, 0.0);
    history.push(numbers(0, 2000));
    history.clear();
    QVERIFY(all(history).empty());
    history.push(numbers(2000, 100));
    QCOMPARE(history.beginSeconds(), 2.0);
    QVERIFY(all(history).samples == numbers(2000, 100));
  }

  void aStretchHasNoGapWhileMoreIsPushed() {
    AudioHistory history(2.0);
    history.begin(kRate, 0.0);
    std::atomic<bool> over{false};
    int64_t pushed = 0;
    std::thread listener([&] {
      for (; !over || pushed < 2000; pushed += 500) history.push(numbers(pushed, 500));
    });
    bool whole = true;
    for (int stretches = 0; whole && stretches < 200;) {
      const AudioHistory::Segment stretch = all(history);
      const auto first = int64_t(std::llround(stretch.startSeconds * kRate));
      const auto count = int64_t(stretch.samples.size());
      if (count == 0) continue;
      whole = stretch.samples == numbers(first, count);
      ++stretches;
    }
    over = true;
    listener.join();
    QVERIFY(whole);
    QVERIFY(all(history).samples == numbers(pushed - 2000, 2000));
  }

  void sourcesMayChangeWhileAStretchIsTaken() {
    AudioHistory history(1.0);
    std::atomic<bool> over{false};
    std::thread listener([&] {
      for (int i = 0; i < 100; ++i) {
        history.begin(kRate * (1 + i % 2), i);
        history.push(std::vector<float>(4000, float(1 + i % 2) / 4.0F));
        if (i % 7 == 0) history.clear();
      }
      over = true;
    });
    bool whole = true;
    do {
      const AudioHistory::Segment stretch = all(history);
      const float expected = float(stretch.sampleRate / kRate) / 4.0F;
      for (const float sample : stretch.samples) whole = whole && sample == expected;
    } while (!over);
    listener.join();
    QVERIFY(whole);
  }
};

QTEST_APPLESS_MAIN(TestAudioHistory)
#include "test_audio_history.moc"
