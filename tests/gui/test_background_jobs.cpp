// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTimer>
#include <QtTest>
#include <atomic>
#include <filesystem>
#include <latch>
#include <new>
#include <thread>

#include "app/gui/base/background.h"
#include "app/gui/shell/application.h"
#include "core/base/error.h"

using namespace earwitness;
using namespace earwitness::gui;

namespace {

[[noreturn]] void throwFileSystemError() {
  throw std::filesystem::filesystem_error("status", "/share/clips",
                                          std::make_error_code(std::errc::permission_denied));
}

}  // namespace

/// Jobs: their results, their failures, and their ends.
class TestBackgroundJobs : public QObject {
  Q_OBJECT

 private slots:
  void aResultIsDelivered() {
    QObject owner;
    int got = 0;
    std::thread::id worker;
    inBackground(
        &owner,
        [&worker] {
          worker = std::this_thread::get_id();
          return 42;
        },
        [&got](int result) { got = result; });
    QTRY_COMPARE(got, 42);
    QVERIFY(worker != std::this_thread::get_id());
  }

  void aResultNeedsNotBeCopied() {
    QObject owner;
    int got = 0;
    readInBackground(
        &owner, [] { return std::make_unique<int>(7); },
        [&got](std::unique_ptr<int> result) { got = *result; });
    QTRY_COMPARE(got, 7);
  }

  void anythingThatIsThrownIsASentence_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("error") << 0 << "The file 'a.wav' is damaged.";
    QTest::newRow("file system") << 1 << "'/share/clips' cannot be used: Permission denied.";
    QTest::newRow("memory") << 2
                            << "There is not enough memory. Close other programs, then try again.";
    QTest::newRow("no exception") << 3 << "An unexpected error occurred.";
  }
  void anythingThatIsThrownIsASentence() {
    QFETCH(int, kind);
    QFETCH(QString, sentence);
    const auto work = [kind] {
      if (kind == 0) throw Error("The file 'a.wav' is damaged.");
      if (kind == 1) throwFileSystemError();
      if (kind == 2) throw std::bad_alloc();
      throw 3;
    };
    QObject owner;
    QString failed;
    bool isDone = false;
    inBackground(
        &owner, work, [&isDone] { isDone = true; },
        [&failed](const QString& text) { failed = text; });
    QTRY_COMPARE(failed, sentence);
    QVERIFY(!isDone);
    // Where nobody takes it, it is reported, also of work that nobody owns.
    QSignalSpy reported(&ProblemReporter::instance(), &ProblemReporter::problem);
    inBackground(&owner, work, [&isDone] { isDone = true; });
    readInBackground(nullptr, work);
    QTRY_COMPARE(reported.count(), 2);
    QCOMPARE(reported[0][0].toString(), sentence);
    QCOMPARE(reported[1][0].toString(), sentence);
    QVERIFY(!isDone);
  }

  /// What a slot throws does not end the program either.
  void whatASlotThrowsIsReported() {
    QSignalSpy reported(&ProblemReporter::instance(), &ProblemReporter::problem);
    QTimer::singleShot(0, [] { throwFileSystemError(); });
    QTRY_COMPARE(reported.count(), 1);
    QCOMPARE(reported[0][0].toString(),
             QString("'/share/clips' cannot be used: Permission denied."));
  }

  void theOwnersEndStopsTheWork() {
    auto owner = std::make_unique<QObject>();
    std::atomic<bool> hasStopped{false};
    bool isDelivered = false;
    readInBackground(
        owner.get(),
        [&hasStopped](const std::stop_token& stop) {
          std::latch stopped(1);
          const std::stop_callback onStop(stop, [&stopped] { stopped.count_down(); });
          stopped.wait();
          hasStopped = true;
        },
        [&isDelivered] { isDelivered = true; });
    owner.reset();
    QTRY_VERIFY(hasStopped.load());
    // What comes after it has been delivered, or never is.
    QObject next;
    bool isNext = false;
    inBackground(
        &next, [] {}, [&isNext] { isNext = true; });
    QTRY_VERIFY(isNext);
    QVERIFY(!isDelivered);
  }

  void workIsStoppedByItsSource() {
    QObject owner;
    bool isDone = false;
    std::stop_source stop = readInBackground(
        &owner,
        [](const std::stop_token& token) {
          while (!token.stop_requested()) std::this_thread::yield();
          return true;
        },
        [&isDone](bool wasStopped) { isDone = wasStopped; });
    stop.request_stop();
    QTRY_VERIFY(isDone);
  }

  /// As on network shares that do not answer: others are not kept from working.
  void workThatHangsDoesNotHoldUpOthers() {
    std::latch answer(1);
    QObject owner;
    std::atomic<int> hanging{0};
    for (int i = 0; i < 20; ++i)
      readInBackground(&owner, [&] {
        ++hanging;
        answer.wait();
        --hanging;
      });
    bool isDone = false;
    inBackground(
        &owner, [] {}, [&isDone] { isDone = true; });
    QTRY_VERIFY(isDone);
    QTRY_COMPARE(hanging.load(), 20);
    answer.count_down();
    QTRY_COMPARE(hanging.load(), 0);
  }

  /// Its widgets and pixmaps, say.
  void whatTheResultIsForIsReleasedOnTheGuiThread() {
    struct Releasing {
      ~Releasing() {
        if (thread != nullptr) *thread = std::this_thread::get_id();
      }
      std::thread::id* thread = nullptr;
    };
    for (const bool isWanted : {true, false}) {
      std::thread::id released;
      auto owner = std::make_unique<QObject>();
      std::latch goOn(1);
      auto held = std::make_shared<Releasing>();
      held->thread = &released;
      inBackground(
          owner.get(), [&goOn] { goOn.wait(); }, [held] {});
      held.reset();
      if (!isWanted) owner.reset();
      goOn.count_down();
      QTRY_VERIFY(released == std::this_thread::get_id());
    }
  }

  void failuresAfterTheOwnersEndAreForgotten() {
    QSignalSpy reported(&ProblemReporter::instance(), &ProblemReporter::problem);
    auto owner = std::make_unique<QObject>();
    std::latch goOn(1);
    bool isTold = false;
    inBackground(
        owner.get(),
        [&goOn] {
          goOn.wait();
          throwFileSystemError();
        },
        [] {}, [&isTold](const QString&) { isTold = true; });
    owner.reset();
    goOn.count_down();
    QTRY_VERIFY(background::isIdle());
    QCoreApplication::processEvents();
    QVERIFY(!isTold);
    QCOMPARE(reported.count(), 0);
  }

  /// The last one: after the end nothing is delivered.
  void theEndFinishesWritersAndLeavesReaders() {
    std::latch answer(1);
    std::latch begun(1);
    auto owner = std::make_unique<QObject>();
    std::atomic<bool> isWritten{false};
    std::atomic<bool> isRead{false};
    std::atomic<bool> isStopped{false};
    readInBackground(nullptr, [&](const std::stop_token& stop) {
      begun.count_down();
      answer.wait();
      isStopped = stop.stop_requested();
      isRead = true;
    });
    begun.wait();
    inBackground(owner.get(), [&isWritten] {
      for (int i = 0; i < 1000; ++i) std::this_thread::yield();
      isWritten = true;
    });
    owner.reset();
    background::end();
    QVERIFY(isWritten.load());
    QVERIFY(!isRead.load());
    QVERIFY(!background::isIdle());
    answer.count_down();
    QTRY_VERIFY(isRead.load());
    QTRY_VERIFY(background::isIdle());
    QVERIFY(isStopped.load());
  }
};

int main(int argc, char** argv) {
  Application application(argc, argv);
  TestBackgroundJobs test;
  return QTest::qExec(&test, argc, argv);
}
#include "test_background_jobs.moc"
