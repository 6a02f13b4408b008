// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/monitoring/event_store.h"
#include "core/monitoring/sqlite_database.h"

namespace earwitness {

/// Internal: an EventQuery as SQL. The text holds no value of the user's, they are all bound.
class EventFilter {
 public:
  explicit EventFilter(const EventQuery& query);

  /// "SELECT <columns> FROM events WHERE ... <tail>"
  std::string select(const std::string& columns, const std::string& tail) const;
  /// Binds the filter's values, in the order in which select() names them.
  void bindTo(SqliteStatement& statement) const;

 private:
  const EventQuery& query_;
  std::string with_;
  std::string where_;
};

}  // namespace earwitness
