// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/event_store_queue.h"

#include "core/base/error.h"
#include "core/base/log.h"

namespace earwitness {
namespace {

constexpr size_t kRowsKept = 5'000;      // that a clip may still come for
constexpr size_t kRowsAtMost = 200'000;  // while the store cannot be written

}  // namespace

EventStoreQueue::EventStoreQueue(EventStoreAccess store) : store_(std::move(store)) {
  if (store_) use([](EventStore&) {});
}

/// A failure becomes the problem; a success ends it.
void EventStoreQueue::use(const EventStoreWork& work) {
  try {
    store_(work);
    problem_ = {};
  } catch (const std::exception& error) {
    Message problem = messageOf(error);
    if (problem_ != problem) logWarning(kLogStore, error.what());
    problem_ = std::move(problem);
  }
}

void EventStoreQueue::beginStream() {
  ++stream_;
}

void EventStoreQueue::take(int64_t id, StoredEvent event) {
  if (!store_) return;
  Row& row = rows_[Key(stream_, id)];
  event.id = row.event.id;
  event.clip = row.event.clip;
  row.event = std::move(event);
  if (!row.waiting) ++waiting_;
  row.waiting = true;
  forgetOldRows();
}

void EventStoreQueue::put(EventStore& store, const Key& key, Row& row) {
  const bool isNew = row.event.id == 0;
  row.event.id = store.put(row.event);
  if (isNew) {
    beingStored_.emplace_back(key.second, row.event.id);
    row.clipWaiting = false;  // it went with the rest
  }
  row.waiting = false;
  --waiting_;
  uncommitted_ = true;
}

void EventStoreQueue::setClip(const std::vector<int64_t>& ids, const std::string& path) {
  for (const int64_t id : ids) {
    const auto row = rows_.find(Key(stream_, id));
    if (row == rows_.end() || !row->second.event.clip.empty()) continue;
    row->second.event.clip = path;
    row->second.clipWaiting = true;
    uncommitted_ = true;
  }
}

void EventStoreQueue::flush() {
  if (store_ && hasWork()) use([this](EventStore& store) { write(store); });
}

void EventStoreQueue::write(EventStore& store) {
  for (auto& [key, row] : rows_)
    if (row.waiting) put(store, key, row);
  store.commit();
  stored_.insert(stored_.end(), beingStored_.begin(), beingStored_.end());
  beingStored_.clear();
  for (auto& [key, row] : rows_) {
    if (row.clipWaiting) store.setClip(row.event.id, row.event.clip);
    row.clipWaiting = false;
  }
  uncommitted_ = false;
}

void EventStoreQueue::forgetOldRows() {
  for (auto row = rows_.begin(); row != rows_.end() && rows_.size() > kRowsKept;) {
    const Row& old = row->second;
    const bool needed = old.waiting || old.clipWaiting || old.event.open;
    if (needed && rows_.size() <= kRowsAtMost) return;
    if (old.waiting) --waiting_;
    row = rows_.erase(row);
  }
}

}  // namespace earwitness
