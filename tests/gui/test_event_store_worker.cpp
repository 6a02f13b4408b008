// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <latch>
#include <thread>

#include "app/gui/base/background.h"
#include "app/gui/services/event_dispatcher_host.h"
#include "app/gui/services/event_store_worker.h"
#include "core/base/error.h"
#include "core/monitoring/monitoring_settings.h"
#include "tests/unit/listening/model_files.h"

using namespace earwitness;
using namespace earwitness::gui;
namespace fs = std::filesystem;

namespace {

StoredEvent named(const std::string& label, int64_t onsetUtcMs = 1'767'323'045'678) {
  StoredEvent event;
  event.label = label;
  event.onsetUtcMs = onsetUtcMs;
  event.offsetSeconds = 1.0;
  return event;
}

EventStoreWork putting(const std::string& label) {
  return [label](EventStore& store) { store.put(named(label)); };
}

/// A file that has come from elsewhere in the place of the store's folder.
void blockFolder(const fs::path& file) {
  std::ofstream(file.parent_path()) << "in the way";
}

}  // namespace

/// The worker that all of the window's reading and writing of events goes through.
class TestEventStoreWorker : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    file_ = fs::path(folder_->path().toStdString()) / "state" / "events.sqlite";
    worker_ = std::make_unique<EventStoreWorker>(file_);
  }
  void cleanup() { worker_.reset(); }

  void whatIsPostedIsWrittenInOrder() {
    QSignalSpy changed(worker_.get(), &EventStoreWorker::changed);
    QObject owner;
    int done = 0;
    std::vector<int> order;
    for (int i = 0; i < 20; ++i)
      worker_->write(
          &owner, [i](EventStore& store) { store.put(named(std::to_string(i))); },
          [&order, &done, i] {
            order.push_back(i);
            ++done;
          });
    QTRY_COMPARE(done, 20);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QCOMPARE(changed.size(), 20);
    const std::vector<StoredEvent> events = EventStore(file_).query({});  // newest first
    QCOMPARE(events.size(), size_t(20));
    for (size_t i = 0; i < events.size(); ++i) QCOMPARE(events[i].label, std::to_string(19 - i));
  }

  void readingMakesNoStore() {
    QObject owner;
    bool isDone = false;
    bool isCalled = false;
    const auto slice = [&isCalled](const EventStore&) {
      isCalled = true;
      return false;
    };
    worker_->read(&owner, slice, [&isDone] { isDone = true; });
    QTRY_VERIFY(isDone);
    QVERIFY(!isCalled);
    QVERIFY(!fs::exists(file_));
  }

  void theNewestQuerySupersedesThoseThatWait() {
    write("first");
    QObject owner;
    std::latch begun(1);
    std::latch goOn(1);
    std::vector<int> answered;
    std::atomic<int> slices{0};
    std::stop_source previous = worker_->read(
        &owner,
        [&](const EventStore&) {
          if (slices++ == 0) {
            begun.count_down();
            goOn.wait();
          }
          return true;  // would go on for ever
        },
        [&answered] { answered.push_back(0); });
    begun.wait();
    std::atomic<int> read{0};
    for (int i = 1; i <= 50; ++i) {
      previous.request_stop();
      previous = worker_->read(
          &owner,
          [&read](const EventStore&) {
            ++read;
            return false;
          },
          [&answered, i] { answered.push_back(i); });
    }
    goOn.count_down();
    QTRY_COMPARE(answered, std::vector<int>{50});
    QCOMPARE(read.load(), 1);
    QCOMPARE(slices.load(), 1);
  }

  void theOwnersEndEndsItsReadsAndNotItsWrites() {
    write("first");
    auto owner = std::make_unique<QObject>();
    std::latch begun(1);
    std::latch goOn(1);
    std::atomic<int> slices{0};
    bool isDelivered = false;
    worker_->read(
        owner.get(),
        [&](const EventStore&) {
          if (slices++ == 0) {
            begun.count_down();
            goOn.wait();
          }
          return true;
        },
        [&isDelivered] { isDelivered = true; });
    begun.wait();
    worker_->write(owner.get(), putting("second"), [&isDelivered] { isDelivered = true; });
    owner.reset();
    goOn.count_down();
    QTRY_COMPARE(count(), int64_t(2));
    QCOMPARE(slices.load(), 1);
    QVERIFY(!isDelivered);
  }

  // A long query, such as an export: what is heard meanwhile is stored after one slice of it.
  void liveWritingGoesOnDuringALongQuery() {
    write("first");
    QObject owner;
    std::atomic<bool> isEnough{false};
    bool isDone = false;
    worker_->read(
        &owner, [&isEnough](const EventStore&) { return !isEnough; }, [&isDone] { isDone = true; });
    EventDispatcherHost host(worker_->access());
    QSignalSpy stored(&host, &EventDispatcherHost::stored);
    MonitoringSettings settings;
    settings.alerts.notification = false;
    host.setSettings(settings);
    host.beginStream(7, smallDescription(), "Microphone", nullptr);
    LiveUpdate update;
    for (int id = 1; id <= 3; ++id) {
      update.streamSeconds = 10.0 * id;
      update.utcMs = 1'767'323'045'678 + id * 10'000;
      update.events = {
          {.label = 0, .onsetSeconds = 10.0 * id - 1.0, .offsetSeconds = 10.0 * id, .id = id}};
      host.take(update);
      QTRY_COMPARE(stored.size(), id);
      QCOMPARE(stored.last()[0].toInt(), 7);
      QVERIFY(!isDone);
    }
    // A second query has its turn, too.
    bool isSecondDone = false;
    worker_->read(
        &owner, [](const EventStore&) { return false; }, [&isSecondDone] { isSecondDone = true; });
    QTRY_VERIFY(isSecondDone);
    QVERIFY(!isDone);
    isEnough = true;
    QTRY_VERIFY(isDone);
    QCOMPARE(count(), int64_t(4));
  }

  // When a threshold moves, the events of all files are written again.
  void whatIsHeardLiveComesBeforeFiles() {
    constexpr int kFiles = 300;
    QObject owner;
    std::latch goOn(1);
    std::atomic<int> written{0};
    worker_->write(&owner, [&goOn](EventStore&) { goOn.wait(); });
    for (int file = 0; file < kFiles; ++file)
      worker_->write(&owner, [&written, file](EventStore& store) {
        const std::vector<StoredEvent> events(200, named("dog"));
        store.replaceFile("/sounds/" + std::to_string(file), "model", events);
        ++written;
      });
    int before = kFiles;
    goOn.count_down();
    worker_->access()([&before, &written](EventStore& store) {
      before = written;
      store.put(named("siren"));
    });
    QVERIFY2(before < kFiles, qPrintable(QString::number(before)));
    QTRY_COMPARE_WITH_TIMEOUT(written.load(), kFiles, 60'000);
  }

  void otherThreadsWaitForTheirWork() {
    QSignalSpy changed(worker_.get(), &EventStoreWorker::changed);
    const EventStoreAccess access = worker_->access();
    int64_t id = 0;
    QString thrown;
    std::thread([&] {
      access([&id](EventStore& store) { id = store.put(named("dog")); });
      try {
        access([](EventStore& store) { store.review(99, Verdict::Right); });
      } catch (const Error& error) {
        thrown = error.what();
      }
    }).join();
    QVERIFY(id != 0);
    QVERIFY2(thrown.contains("99"), qPrintable(thrown));
    QTRY_VERIFY(changed.size() > 0);
    // What was put and not committed is there for those who read.
    QTRY_COMPARE(readCount(), int64_t(1));
  }

  void aStoreThatFailsIsReportedOnce() {
    blockFolder(file_);
    QSignalSpy failed(worker_.get(), &EventStoreWorker::failed);
    QSignalSpy changed(worker_.get(), &EventStoreWorker::changed);
    QObject owner;
    bool isDone = false;
    for (int i = 0; i < 50; ++i)
      worker_->write(&owner, putting("dog"), [&isDone] { isDone = true; });
    QString own;
    worker_->write(
        &owner, putting("dog"), [&isDone] { isDone = true; },
        [&own](const QString& sentence) { own = sentence; });
    QTRY_VERIFY(!own.isEmpty());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].toString(), own);
    QVERIFY(own.contains("state"));
    QCOMPARE(changed.size(), 0);
    QVERIFY(!isDone);
    // It is tried again, and a new failure is news.
    fs::remove(file_.parent_path());
    write("dog");
    const auto reviewNone = [](EventStore& store) { store.review(99, Verdict::Right); };
    worker_->write(&owner, reviewNone);
    QTRY_COMPARE(failed.size(), 2);
    QCOMPARE(count(), int64_t(1));
  }

  void anythingThatIsThrownIsASentence() {
    write("first");
    QSignalSpy failed(worker_.get(), &EventStoreWorker::failed);
    QObject owner;
    worker_->write(&owner, [](EventStore&) { throw 3; });
    QTRY_COMPARE(failed.size(), 1);
    bool isDone = false;
    worker_->read(
        &owner, [](const EventStore&) -> bool { throw 3; }, [&isDone] { isDone = true; });
    QTRY_COMPARE(failed.size(), 2);
    QVERIFY(!isDone);
    write("second");
    QCOMPARE(count(), int64_t(2));
  }

  /// As messages about damaged stores advise.
  void aDamagedStoreThatIsMovedIsReplaced() {
    write("first");
    QObject owner;
    QSignalSpy failed(worker_.get(), &EventStoreWorker::failed);
    worker_->write(&owner, [](EventStore& store) { store.review(99, Verdict::Right); });
    QTRY_COMPARE(failed.size(), 1);
    fs::rename(file_.parent_path(), fs::path(file_.parent_path()) += "-moved");
    write("second");
    QCOMPARE(count(), int64_t(1));
  }

  /// The last ones: the end of the application.
  void theEndWritesWhatWaitsAndDropsReads() {
    write("first");
    QObject owner;
    std::latch begun(1);
    std::latch goOn(1);
    std::atomic<int> slices{0};
    bool isDelivered = false;
    worker_->read(
        &owner,
        [&](const EventStore&) {
          ++slices;
          begun.count_down();
          goOn.wait();
          return true;
        },
        [&isDelivered] { isDelivered = true; });
    begun.wait();
    for (int i = 0; i < 20; ++i) worker_->write(&owner, putting("dog"));
    EventStoreAccess access = worker_->access();
    worker_.reset();  // waits for nothing
    // What other threads have still to finish is written after the worker.
    inBackground(nullptr, [access] { access(putting("siren")); });
    goOn.count_down();
    access = {};
    background::end();
    QTRY_VERIFY(background::isIdle());
    QCOMPARE(slices.load(), 1);
    QVERIFY(!isDelivered);
    QCOMPARE(count(), int64_t(22));
  }

  void theEndDoesNotWaitForAReadThatHangs() {
    EventStore(file_).put(named("first"));
    QObject owner;
    std::latch begun(1);
    std::latch answer(1);
    worker_->read(
        &owner,
        [&](const EventStore&) {
          begun.count_down();
          answer.wait();
          return false;
        },
        [] {});
    begun.wait();
    worker_.reset();
    QElapsedTimer clock;
    clock.start();
    background::end();
    QVERIFY(clock.elapsed() < 20'000);
    QVERIFY(!background::isIdle());
    answer.count_down();
    QTRY_VERIFY(background::isIdle());
  }

 private:
  void write(const std::string& label) {
    bool isDone = false;
    worker_->write(this, putting(label), [&isDone] { isDone = true; });
    [&] { QTRY_VERIFY(isDone); }();
  }
  int64_t readCount() {
    int64_t read = -1;
    bool isDone = false;
    worker_->read(
        this,
        [&read](const EventStore& store) {
          read = store.count({});
          return false;
        },
        [&isDone] { isDone = true; });
    [&] { QTRY_VERIFY(isDone); }();
    return read;
  }
  /// As another process sees it.
  int64_t count() const { return EventStore(file_).count({}); }

  std::unique_ptr<QTemporaryDir> folder_;
  fs::path file_;
  std::unique_ptr<EventStoreWorker> worker_;
};

QTEST_GUILESS_MAIN(TestEventStoreWorker)
#include "test_event_store_worker.moc"
