// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitoring/sqlite_database.h"

namespace earwitness {

/// Internal: a database that is an event store. Makes one out of an empty file and refuses what is
/// not one, or a newer one. Knows the function has_part(text, part), which compares in any case of
/// any script. Throws Error with one sentence.
class EventDatabase : public SqliteDatabase {
 public:
  explicit EventDatabase(const std::filesystem::path& file);
};

}  // namespace earwitness
