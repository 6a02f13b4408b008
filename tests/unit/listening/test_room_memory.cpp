// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/listening/room_memory.h"

using namespace earwitness;

namespace {

/// Windows of two seconds, four a second, whose embedding is their end.
void listen(RoomMemory& memory, double fromSeconds, double toSeconds) {
  for (double end = fromSeconds; end <= toSeconds; end += 0.25)
    memory.add(end - 2.0, end, std::vector<float>{float(end)});
}

}  // namespace

class TestRoomMemory : public QObject {
  Q_OBJECT

 private slots:
  void holdsTheLastMinutesDecimated() {
    RoomMemory memory(60.0, 30);
    listen(memory, 2.0, 600.0);
    QCOMPARE(memory.size(), size_t(30));
    const auto embeddings = memory.all();
    QCOMPARE(embeddings.front()[0], 542.0F);
    QCOMPARE(embeddings.back()[0], 600.0F);
    QCOMPARE(embeddings[1][0] - embeddings[0][0], 2.0F);
  }

  void everyWindowWhereThereIsRoom() {
    RoomMemory memory(60.0, 1000);
    listen(memory, 2.0, 12.0);
    QCOMPARE(memory.size(), size_t(41));
  }

  void aSegmentIsLeftOutWithAllThatOverlapsIt() {
    RoomMemory memory(60.0, 1000);
    listen(memory, 2.0, 20.0);
    for (const std::vector<float>& embedding : memory.outside(8.0, 10.0))
      QVERIFY(embedding[0] <= 8.0F || embedding[0] >= 12.0F);
    QCOMPARE(memory.outside(8.0, 10.0).size(), size_t(25 + 33));
    QCOMPARE(memory.outside(-10.0, 100.0).size(), size_t(0));
  }

  void anotherStreamOrModelStartsAgain() {
    RoomMemory memory(60.0, 1000);
    listen(memory, 2.0, 20.0);
    listen(memory, 1.0, 2.0);
    QCOMPARE(memory.size(), size_t(5));
    memory.add(1.0, 3.0, std::vector<float>{1.0F, 2.0F});
    QCOMPARE(memory.size(), size_t(1));
    memory.clear();
    QCOMPARE(memory.size(), size_t(0));
  }

  void aGapForgetsWhatIsTooOld() {
    RoomMemory memory(60.0, 1000);
    listen(memory, 2.0, 20.0);
    listen(memory, 70.0, 70.0);
    QCOMPARE(memory.all().front()[0], 10.25F);
    listen(memory, 1000.0, 1000.0);
    QCOMPARE(memory.size(), size_t(1));
  }
};

QTEST_GUILESS_MAIN(TestRoomMemory)
#include "test_room_memory.moc"
