// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <atomic>
#include <numeric>
#include <thread>

#include "core/audio/ring_buffer.h"

using namespace earwitness;

class TestRingBuffer : public QObject {
  Q_OBJECT

 private slots:
  void capacityIsAPowerOfTwo() {
    QCOMPARE(RingBuffer<int>(0).capacity(), size_t(2));
    QCOMPARE(RingBuffer<int>(2).capacity(), size_t(2));
    QCOMPARE(RingBuffer<int>(3).capacity(), size_t(4));
    QCOMPARE(RingBuffer<int>(64).capacity(), size_t(64));
    QCOMPARE(RingBuffer<int>(65).capacity(), size_t(128));
  }

  // Every write size from every offset, read back in one go and in pieces.
  void everySizeAndOffset() {
    constexpr size_t kCapacity = 16;
    for (size_t offset = 0; offset < 2 * kCapacity; ++offset)
      for (size_t size = 0; size <= kCapacity; ++size)
        for (size_t piece = 1; piece <= kCapacity; ++piece) {
          RingBuffer<int> ring(kCapacity);
          std::vector<int> out(kCapacity);
          for (size_t i = 0; i < offset; ++i) {
            const int value = int(i);
            QCOMPARE(ring.write({&value, 1}), size_t(1));
            QCOMPARE(ring.read(std::span(out).first(1)), size_t(1));
            QCOMPARE(out[0], value);
          }
          std::vector<int> items(size);
          std::iota(items.begin(), items.end(), 100);
          QCOMPARE(ring.write(items), size);
          QCOMPARE(ring.available(), size);
          std::vector<int> got;
          while (const size_t count = ring.read(std::span(out).first(piece))) {
            QVERIFY(count <= piece);
            got.insert(got.end(), out.begin(), out.begin() + long(count));
          }
          QVERIFY(got == items);
          QCOMPARE(ring.available(), size_t(0));
          QCOMPARE(ring.dropped(), size_t(0));
        }
  }

  void countsWhatDoesNotFit() {
    for (size_t filled = 0; filled <= 8; ++filled)
      for (size_t size = 0; size <= 20; ++size) {
        RingBuffer<int> ring(8);
        std::vector<int> items(20);
        std::iota(items.begin(), items.end(), 0);
        QCOMPARE(ring.write(std::span(items).first(filled)), filled);
        const size_t fits = std::min(size, 8 - filled);
        QCOMPARE(ring.write(std::span(items).first(size)), fits);
        QCOMPARE(ring.dropped(), size - fits);
        QCOMPARE(ring.available(), filled + fits);
      }
  }

  void skipsTheOldest() {
    RingBuffer<int> ring(8);
    const std::vector<int> items{1, 2, 3, 4, 5};
    ring.write(items);
    QCOMPARE(ring.skip(3), size_t(3));
    std::vector<int> out(8);
    QCOMPARE(ring.read(out), size_t(2));
    QCOMPARE(out[0], 4);
    QCOMPARE(out[1], 5);
    QCOMPARE(ring.skip(1), size_t(0));
  }

  // What arrives is what was written, in order, and with the drops it is all that was offered.
  void twoThreads() {
    constexpr uint32_t kItems = 2'000'000;
    RingBuffer<uint32_t> ring(1024);
    std::atomic<bool> done{false};
    std::thread producer([&] {
      std::vector<uint32_t> block;
      uint32_t next = 0;
      for (uint32_t size = 1; next < kItems; size = size % 700 + 1) {
        block.resize(std::min(size, kItems - next));
        std::iota(block.begin(), block.end(), next);
        next += uint32_t(block.size());
        ring.write(block);
        if (size % 64 == 0) std::this_thread::yield();
      }
      done = true;
    });
    std::vector<uint32_t> out(513);
    uint64_t received = 0;
    int64_t last = -1;
    bool inOrder = true;
    while (true) {
      const bool finished = done.load();  // before the read: nothing comes after an empty one then
      const size_t count = ring.read(out);
      for (size_t i = 0; i < count; ++i) {
        inOrder = inOrder && int64_t(out[i]) > last;
        last = out[i];
      }
      received += count;
      if (count == 0 && finished) break;
    }
    producer.join();
    QVERIFY(inOrder);
    QVERIFY(received > 0);
    QCOMPARE(received + ring.dropped(), uint64_t(kItems));
  }
};

QTEST_GUILESS_MAIN(TestRingBuffer)
#include "test_ring_buffer.moc"
