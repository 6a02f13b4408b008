// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/store_worker.h"

#include <utility>

#include "app/gui/base/core_text.h"

namespace earwitness::gui {

StoreWorker::StoreWorker(std::filesystem::path storeFile, QObject* parent)
    : QObject(parent), file_(std::move(storeFile)), thread_([this] { run(); }) {}

StoreWorker::~StoreWorker() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

void StoreWorker::post(Job job, std::function<void()> then) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back({std::move(job), std::move(then)});
  }
  wake_.notify_all();
}

void StoreWorker::run() {
  std::optional<EventStore> store;
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return stopping_ || !tasks_.empty(); });
    if (tasks_.empty()) return;
    const Task task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    perform(store, task);
    lock.lock();
  }
}

void StoreWorker::perform(std::optional<EventStore>& store, const Task& task) {
  try {
    if (!store) store.emplace(file_);
    task.job(*store);
    store->commit();
  } catch (...) {
    const QString sentence = shownProblem();
    store.reset();
    QMetaObject::invokeMethod(
        this, [this, sentence] { emit failed(sentence); }, Qt::QueuedConnection);
    return;
  }
  QMetaObject::invokeMethod(
      this,
      [this, then = task.then] {
        if (then) then();
        emit changed();
      },
      Qt::QueuedConnection);
}

}  // namespace earwitness::gui
