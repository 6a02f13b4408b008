// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/event_store_worker.h"

#include <QPointer>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <utility>

#include "app/gui/base/core_text.h"

namespace earwitness::gui {

namespace {

/// Who is told how a write or a read ended. Called and destroyed on the GUI thread.
struct Receiver {
  QPointer<QObject> owner;  ///< of a read: its OwnersEnd
  std::function<void()> then;
  OnFailure failed;
};

}  // namespace

/// What is posted, and the store. Jobs of the background, one at a time, do what waits. Outlives
/// the worker for as long as there is something to write. Thread: any.
class EventStoreWorker::Queue : public std::enable_shared_from_this<Queue> {
 public:
  using Write = std::function<void(LazyEventStore&)>;
  struct Read {
    Slice slice;
    Receiver receiver;
    std::stop_source stop;
  };

  Queue(const std::filesystem::path& file, EventStoreWorker* worker)
      : store_(file), worker_(worker) {}

  /// `work` must not throw. The urgent one comes before all that waits.
  void addWrite(Write work);
  void addUrgentWrite(Write work);
  void addRead(std::shared_ptr<Read> read);
  void dropReads();
  bool hasWrites();
  void waitForWrites();
  /// Both are called by writes.
  void finishWrite(const QString& problem, Receiver receiver);
  void announceChange();

 private:
  void start();
  void run();
  void runWrite(std::unique_lock<std::mutex>& lock);
  void runRead(std::unique_lock<std::mutex>& lock);
  bool readSlice(Read& read);

  LazyEventStore store_;               ///< of the job that runs
  QString reported_;                   ///< the same; of the last write, if that failed
  QPointer<EventStoreWorker> worker_;  ///< GUI thread only, but for copies
  std::mutex mutex_;                   ///< guards what follows
  std::condition_variable written_;
  std::deque<Write> writes_;
  std::deque<std::shared_ptr<Read>> reads_;  ///< first: the one in progress
  bool isRunning_ = false;
  bool isWriting_ = false;
};

void EventStoreWorker::Queue::addWrite(Write work) {
  const std::lock_guard lock(mutex_);
  writes_.push_back(std::move(work));
  start();
}

void EventStoreWorker::Queue::addUrgentWrite(Write work) {
  const std::lock_guard lock(mutex_);
  writes_.push_front(std::move(work));
  start();
}

void EventStoreWorker::Queue::addRead(std::shared_ptr<Read> read) {
  const std::lock_guard lock(mutex_);
  reads_.push_back(std::move(read));
  start();
}

void EventStoreWorker::Queue::dropReads() {
  const std::lock_guard lock(mutex_);
  for (const auto& read : std::exchange(reads_, {})) read->stop.request_stop();
}

bool EventStoreWorker::Queue::hasWrites() {
  const std::lock_guard lock(mutex_);
  return isWriting_ || !writes_.empty();
}

void EventStoreWorker::Queue::waitForWrites() {
  std::unique_lock lock(mutex_);
  written_.wait(lock, [this] { return !isWriting_ && writes_.empty(); });
}

/// The end of the application does not wait for it, as a read may never come back.
void EventStoreWorker::Queue::start() {
  if (std::exchange(isRunning_, true)) return;
  readInBackground(nullptr, [queue = shared_from_this()] { queue->run(); });
}

void EventStoreWorker::Queue::run() {
  std::unique_lock lock(mutex_);
  while (!writes_.empty() || !reads_.empty()) {
    if (!writes_.empty())
      runWrite(lock);
    else
      runRead(lock);
  }
  isRunning_ = false;
}

void EventStoreWorker::Queue::runWrite(std::unique_lock<std::mutex>& lock) {
  Write work = std::move(writes_.front());
  writes_.pop_front();
  isWriting_ = true;
  lock.unlock();
  work(store_);
  work = nullptr;
  lock.lock();
  isWriting_ = false;
  written_.notify_all();
}

void EventStoreWorker::Queue::runRead(std::unique_lock<std::mutex>& lock) {
  const std::shared_ptr<Read> read = reads_.front();
  lock.unlock();
  const bool hasMore = readSlice(*read);
  lock.lock();
  if (reads_.empty() || reads_.front() != read) return;  // dropped meanwhile
  reads_.pop_front();
  if (hasMore) reads_.push_back(read);
}

bool EventStoreWorker::Queue::readSlice(Read& read) {
  bool hasMore = false;
  QString problem;
  try {
    if (!read.stop.stop_requested() && store_.isThere())
      store_.use([&](const EventStore& store) { hasMore = read.slice(store); });
  } catch (...) {
    problem = shownProblem();
  }
  if (hasMore) return true;
  read.slice = nullptr;
  background::onGuiThread(
      [receiver = std::move(read.receiver), stop = read.stop, problem, worker = worker_] {
        const bool isWanted = receiver.owner && !stop.stop_requested();
        delete receiver.owner.data();
        if (!isWanted) return;
        if (problem.isEmpty())
          receiver.then();
        else if (receiver.failed)
          receiver.failed(problem);
        else if (worker)
          emit worker->failed(problem);
      });
  return false;
}

void EventStoreWorker::Queue::finishWrite(const QString& problem, Receiver receiver) {
  const bool isKnown = problem == std::exchange(reported_, problem);
  background::onGuiThread([receiver = std::move(receiver), problem, isKnown, worker = worker_] {
    if (problem.isEmpty()) {
      if (receiver.owner && receiver.then) receiver.then();
      if (worker) emit worker->changed();
    } else if (receiver.failed) {
      if (receiver.owner) receiver.failed(problem);
    } else if (!isKnown && worker) {
      emit worker->failed(problem);
    }
  });
}

void EventStoreWorker::Queue::announceChange() {
  background::onGuiThread([worker = worker_] {
    if (worker) emit worker->changed();
  });
}

EventStoreWorker::EventStoreWorker(std::filesystem::path storeFile, QObject* parent)
    : QObject(parent), file_(std::move(storeFile)) {
  // Whoever is the last to use the store, it is not closed on the GUI thread.
  const auto close = [](Queue* queue) { readInBackground(nullptr, [queue] { delete queue; }); };
  queue_ = std::shared_ptr<Queue>(new Queue(file_, this), close);
}

EventStoreWorker::~EventStoreWorker() {
  queue_->dropReads();
  if (queue_->hasWrites()) inBackground(nullptr, [queue = queue_] { queue->waitForWrites(); });
}

void EventStoreWorker::write(QObject* owner, EventStoreWork work, std::function<void()> then,
                             OnFailure failed) {
  queue_->addWrite([queue = queue_.get(), work = std::move(work),
                    receiver = Receiver{owner, std::move(then), std::move(failed)}](
                       LazyEventStore& store) mutable {
    QString problem;
    try {
      store.use([&work](EventStore& opened) {
        work(opened);
        opened.commit();
      });
    } catch (...) {
      problem = shownProblem();
    }
    work = nullptr;
    queue->finishWrite(problem, std::move(receiver));
  });
}

std::stop_source EventStoreWorker::read(QObject* owner, Slice slice, std::function<void()> then,
                                        OnFailure failed) {
  auto read = std::make_shared<Queue::Read>();
  read->slice = std::move(slice);
  read->receiver = {new background::OwnersEnd(owner, read->stop), std::move(then),
                    std::move(failed)};
  queue_->addRead(read);
  return read->stop;
}

EventStoreAccess EventStoreWorker::access() const {
  return [queue = queue_](const EventStoreWork& work) {
    const auto task = std::make_shared<std::packaged_task<void(LazyEventStore&)>>(
        [&work, &queue](LazyEventStore& store) {
          store.use(work);
          queue->announceChange();
        });
    std::future<void> done = task->get_future();
    queue->addUrgentWrite([task](LazyEventStore& store) { (*task)(store); });
    done.get();
  };
}

}  // namespace earwitness::gui
