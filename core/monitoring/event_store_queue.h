// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/base/message.h"
#include "core/monitoring/event_store_access.h"

namespace earwitness {

/// Events of streams on their way into the store, which flush() writes. What cannot be written
/// waits, and a store that cannot be opened is tried again at each flush(). Nothing is thrown:
/// problem() says it. Thread: one at a time.
class EventStoreQueue {
 public:
  /// Opens the store. Empty: events are stored nowhere.
  explicit EventStoreQueue(EventStoreAccess store);

  /// Ids of events begin anew.
  void beginStream();
  /// The newest state of the stream's event `id`.
  void take(int64_t id, StoredEvent event);
  /// The clip of events; the first that an event has stays.
  void setClip(const std::vector<int64_t>& ids, const std::string& path);
  /// Writes and commits.
  void flush();
  bool hasWork() const { return waiting_ > 0 || uncommitted_; }

  /// (event id of the stream, row id) since the last call.
  std::vector<std::pair<int64_t, int64_t>> takeStored() { return std::exchange(stored_, {}); }
  const Message& problem() const { return problem_; }

 private:
  using Key = std::pair<int64_t, int64_t>;  ///< stream, event
  struct Row {
    StoredEvent event;
    bool waiting = false;      ///< is not in the store as it is here
    bool clipWaiting = false;  ///< the same of its clip
  };
  void write(EventStore& store);
  void put(EventStore& store, const Key& key, Row& row);
  void forgetOldRows();
  void use(const EventStoreWork& work);

  EventStoreAccess store_;
  int64_t stream_ = 0;
  std::map<Key, Row> rows_;
  int64_t waiting_ = 0;
  bool uncommitted_ = false;
  std::vector<std::pair<int64_t, int64_t>> beingStored_;  ///< not committed: others see no row yet
  std::vector<std::pair<int64_t, int64_t>> stored_;
  Message problem_;
};

}  // namespace earwitness
