// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "core/monitoring/event_store.h"

namespace earwitness {

using EventStoreWork = std::function<void(EventStore&)>;

/// Calls `work` with the opened store, on the thread that owns it, and returns when that is done.
/// Throws what the opening or `work` throws. Commits nothing. Empty: there is no store.
using EventStoreAccess = std::function<void(const EventStoreWork& work)>;

/// The event store of a file, which is opened for the first work. After a failure it is opened
/// again if its file was moved, as the messages about damaged stores advise. Thread: one at a time.
class LazyEventStore {
 public:
  explicit LazyEventStore(std::filesystem::path file) : file_(std::move(file)) {}

  /// Throws what the opening or `work` throws.
  void use(const EventStoreWork& work);
  /// False where use() would create the file.
  bool isThere() const;

 private:
  std::filesystem::path file_;
  std::optional<EventStore> store_;
  bool hasFailed_ = false;  ///< the last use
};

/// Access for a program in which one thread uses the store: the caller's. Empty `file`: none.
EventStoreAccess directStoreAccess(std::filesystem::path file);

}  // namespace earwitness
