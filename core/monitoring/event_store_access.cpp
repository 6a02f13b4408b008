// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/event_store_access.h"

#include <memory>
#include <system_error>
#include <utility>

#include "core/base/log.h"
#include "core/base/text.h"

namespace earwitness {

void LazyEventStore::use(const EventStoreWork& work) {
  std::error_code ignored;
  if (std::exchange(hasFailed_, true) && !std::filesystem::exists(file_, ignored)) store_.reset();
  if (!store_) {
    store_.emplace(file_);
    logInfo(kLogStore, "Opened the event store " + inQuotes(file_.string()));
  }
  work(*store_);
  hasFailed_ = false;
}

bool LazyEventStore::isThere() const {
  std::error_code ignored;
  return store_ || std::filesystem::exists(file_, ignored);
}

EventStoreAccess directStoreAccess(std::filesystem::path file) {
  if (file.empty()) return {};
  return [store = std::make_shared<LazyEventStore>(std::move(file))](const EventStoreWork& work) {
    store->use(work);
  };
}

}  // namespace earwitness
