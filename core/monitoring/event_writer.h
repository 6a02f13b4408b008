// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/monitoring/event_store.h"
#include "core/monitoring/event_store_schema.h"
#include "core/monitoring/writer_lock.h"

namespace earwitness {

/// Internal: the writing half of the event store. Events wait in memory, with ids that were
/// reserved for them, until flush() writes them in one short transaction; the write lock is held
/// for as long as that takes and no longer. Thread: one at a time.
class EventWriter {
 public:
  explicit EventWriter(EventDatabase& database);
  /// Writes what waits, and closes the events that were left open.
  ~EventWriter();
  EventWriter(const EventWriter&) = delete;
  EventWriter& operator=(const EventWriter&) = delete;

  int64_t put(const StoredEvent& event);
  void flush();
  /// Writes what waits, then `change`, in one transaction.
  template <typename Change>
  void write(Change&& change) {
    SqliteTransaction transaction(database_);
    try {
      writePending();
      change();
      transaction.commit();
    } catch (...) {
      forgetRolledBack();
      throw;
    }
    forgetPending();
  }

  /// Both within write(). An id is given to events that have none.
  int64_t insert(const StoredEvent& event);
  int64_t nameId(const std::string& text);

 private:
  struct Pending {
    StoredEvent event;
    bool isNew = false;
  };

  void closeEventsOfTheDead();
  void closeEventsOf(const std::vector<int64_t>& writers);
  int64_t reserve(const std::string& counter, int64_t count);
  int64_t newId();
  void beAWriter();
  void bindWriter(SqliteStatement& statement, bool open) const;
  void update(const StoredEvent& event);
  void writePending();
  void forgetPending();
  void forgetRolledBack();

  EventDatabase& database_;
  WriterLock lock_;
  int64_t writer_ = 0;  ///< this writer's number; 0 before it has put an open event
  std::vector<Pending> pending_;
  std::unordered_map<int64_t, size_t> pendingOfId_;
  int64_t nextId_ = 0, endId_ = 0, nReserved_ = 0;  ///< ids that are this writer's to give
  std::unordered_map<std::string, int64_t> nameIds_;

  SqliteStatement insert_, update_, findName_, addName_;
};

}  // namespace earwitness
