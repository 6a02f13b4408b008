// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <atomic>
#include <thread>

#include "core/base/stand_aside.h"

using namespace earwitness;

class TestStandAside : public QObject {
  Q_OBJECT

 private slots:
  /// A process that does not know the signal is not harmed by it.
  void theSignalIsIgnoredAtFirst() {
    QCOMPARE(std::raise(kStandAsideSignal), 0);
    QVERIFY(!isAskedToStandAside());
    standAside(nullptr);
  }

  void workStandsAsideForAWhile() {
    catchStandAside();
    std::raise(kStandAsideSignal);
    QVERIFY(isAskedToStandAside());
    std::atomic<bool> goesOn{false};
    std::thread work([&goesOn] {
      standAside(nullptr);
      goesOn = !isAskedToStandAside();
    });
    QTRY_VERIFY(!isAskedToStandAside());
    work.join();
    QVERIFY(goesOn.load());
  }

  /// Asked without end, it still takes a step from time to time.
  void workIsNeverHeldForGood() {
    std::atomic<bool> isDone{false};
    std::thread work([&isDone] {
      standAside(nullptr);
      isDone = true;
    });
    while (!isDone.load()) {
      std::raise(kStandAsideSignal);
      std::this_thread::yield();
    }
    work.join();
    QVERIFY(isAskedToStandAside());
  }

  void aStopEndsTheWait() {
    const std::atomic<bool> stop{true};
    std::raise(kStandAsideSignal);
    standAside(&stop);
    QVERIFY(isAskedToStandAside());
  }
};

QTEST_GUILESS_MAIN(TestStandAside)
#include "test_stand_aside.moc"
