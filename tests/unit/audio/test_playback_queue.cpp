// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <atomic>
#include <numeric>
#include <thread>
#include <vector>

#include "core/audio/playback_queue.h"

using namespace earwitness;

namespace {

constexpr double kRate = 1000.0;  // a frame is a millisecond, a fade five of them
constexpr int64_t kMs = 1'000'000;

std::vector<float> ones(size_t count) {
  return std::vector<float>(count, 1.0F);
}

/// One channel of what is taken at once.
std::vector<float> take(PlaybackQueue& queue, size_t frames, int64_t heardAtNs = 0) {
  std::vector<float> out(frames, -1.0F);
  queue.take(out, 1, heardAtNs);
  return out;
}

float largestStep(const std::vector<float>& samples) {
  float largest = 0.0F;
  for (size_t i = 1; i < samples.size(); ++i)
    largest = std::max(largest, std::abs(samples[i] - samples[i - 1]));
  return largest;
}

}  // namespace

class TestPlaybackQueue : public QObject {
  Q_OBJECT

 private slots:
  void isSilentWhileEmpty() {
    PlaybackQueue queue(kRate, 64);
    QVERIFY(take(queue, 10) == std::vector<float>(10, 0.0F));
    QVERIFY(queue.heardToTheEnd(0));
  }

  void everyChannelGetsTheSame() {
    PlaybackQueue queue(kRate, 64);
    std::vector<float> ramp(32);
    std::iota(ramp.begin(), ramp.end(), 1.0F);
    queue.write(ramp);
    std::vector<float> out(3 * 40, -1.0F);
    queue.take(out, 3, 0);
    for (size_t frame = 0; frame < 40; ++frame) {
      QCOMPARE(out[3 * frame + 1], out[3 * frame]);
      QCOMPARE(out[3 * frame + 2], out[3 * frame]);
      if (frame >= 5 && frame < 32) QCOMPARE(out[3 * frame], ramp[frame]);
      if (frame >= 32) QCOMPARE(out[3 * frame], 0.0F);
    }
  }

  void beginsPausesAndJumpsAreFaded() {
    PlaybackQueue queue(kRate, 256);
    queue.write(ones(100));
    std::vector<float> heard = take(queue, 20);
    queue.setPaused(true);
    for (const float sample : take(queue, 20)) heard.push_back(sample);
    queue.setPaused(false);
    for (const float sample : take(queue, 20)) heard.push_back(sample);
    queue.discard();
    queue.write(std::vector<float>(60, -1.0F));
    for (const float sample : take(queue, 40)) heard.push_back(sample);
    QVERIFY2(largestStep(heard) < 0.21F, qPrintable(QString::number(largestStep(heard))));
    QCOMPARE(heard[19], 1.0F);
    QCOMPARE(heard[39], 0.0F);
    QCOMPARE(heard[59], 1.0F);
    QCOMPARE(heard[99], -1.0F);
  }

  void whatIsDiscardedIsNeverHeard() {
    PlaybackQueue queue(kRate, 64);
    queue.write(ones(64));
    QCOMPARE(queue.room(), size_t(0));
    queue.discard();
    QVERIFY(take(queue, 8) == std::vector<float>(8, 0.0F));  // nothing of it had been played
    QCOMPARE(queue.room(), size_t(64));
    queue.write(std::vector<float>(20, 0.5F));
    const std::vector<float> heard = take(queue, 20);
    QVERIFY(*std::max_element(heard.begin(), heard.end()) <= 0.5F);
    QCOMPARE(heard.back(), 0.5F);
  }

  void theClockTellsWhatIsHeard() {
    PlaybackQueue queue(kRate, 256);
    queue.write(ones(100));
    QCOMPARE(queue.heardFrame(0), 0.0);
    take(queue, 40, 30 * kMs);           // handed over now, heard in 30 ms
    QCOMPARE(queue.heardFrame(0), 0.0);  // not yet
    QCOMPARE(queue.heardFrame(30 * kMs + kMs / 2), 0.5);
    QCOMPARE(queue.heardFrame(50 * kMs), 20.0);
    QCOMPARE(queue.heardFrame(500 * kMs), 40.0);  // no more than was handed over
    take(queue, 40, 70 * kMs);
    QCOMPARE(queue.heardFrame(75 * kMs), 45.0);
    QVERIFY(!queue.heardToTheEnd(500 * kMs));
    take(queue, 40, 110 * kMs);
    QVERIFY(!queue.heardToTheEnd(129 * kMs));
    QVERIFY(queue.heardToTheEnd(130 * kMs));
  }

  void theClockStandsWhilePaused() {
    PlaybackQueue queue(kRate, 256);
    queue.write(ones(100));
    take(queue, 40, 0);
    queue.setPaused(true);
    take(queue, 40, 40 * kMs);  // five of them fade out
    QCOMPARE(queue.heardFrame(1000 * kMs), 45.0);
    queue.setPaused(false);
    take(queue, 10, 2030 * kMs);
    QCOMPARE(queue.heardFrame(2000 * kMs), 45.0);  // never back
    QCOMPARE(queue.heardFrame(2033 * kMs), 48.0);
  }

  // The position never runs back, and the sound comes in order, whatever the threads do.
  void twoThreads() {
    constexpr uint64_t kFrames = 100'000;
    PlaybackQueue queue(kRate, 1024);
    std::atomic<bool> done{false};
    std::atomic<bool> inOrder{true};
    std::atomic<bool> forward{true};
    std::thread device([&] {
      std::vector<float> out(64);
      int64_t now = 0;
      float last = 0.0F;
      while (!done || !queue.heardToTheEnd(now)) {
        queue.take(out, 1, now);
        now += 64 * kMs;
        for (size_t i = 1; i < out.size(); ++i) {
          if (out[i] < 100.0F || out[i] != out[i - 1] + 1.0F) continue;  // faded
          inOrder = inOrder && out[i] > last;
          last = out[i];
        }
      }
    });
    std::thread watcher([&] {
      double last = 0.0;
      while (!done) {
        const double heard = queue.heardFrame(std::numeric_limits<int64_t>::max() / 4);
        forward = forward && heard >= last;
        last = heard;
      }
    });
    std::vector<float> block;
    for (uint64_t next = 1; next <= kFrames;) {
      const size_t count = std::min<size_t>({queue.room(), 300, size_t(kFrames + 1 - next)});
      block.resize(count);
      std::iota(block.begin(), block.end(), float(next));
      queue.write(block);
      next += count;
      if (count == 0) std::this_thread::yield();
      if (next % 5000 < 300) queue.discard();
    }
    done = true;
    device.join();
    watcher.join();
    QVERIFY(inOrder);
    QVERIFY(forward);
    QCOMPARE(queue.written(), kFrames);
  }
};

QTEST_GUILESS_MAIN(TestPlaybackQueue)
#include "test_playback_queue.moc"
