// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/event_store_schema.h"

#include <string>
#include <string_view>
#include <system_error>

#include <sqlite3.h>

#include "core/base/case_fold.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {

namespace {

constexpr int64_t kApplicationId = 0x45574553;  // "EWES"
constexpr int64_t kSchemaVersion = 1;
constexpr uintmax_t kLeastDatabaseBytes = 512;  // SQLite's smallest page

/// Labels, sources and models are numbers in an event, so that a million events stay small and a
/// search looks at each name once. `writer` is who keeps the event open; NULL once it is over.
/// The index holds all that events are looked for by: counts and searches never read the table.
constexpr const char* kSchema = R"(
CREATE TABLE names (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
);
CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  next INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO counters VALUES ('event', 1), ('writer', 1);
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  onset_utc_ms INTEGER NOT NULL,
  onset_seconds REAL NOT NULL,
  offset_seconds REAL NOT NULL,
  source INTEGER NOT NULL REFERENCES names(id),
  live INTEGER NOT NULL,
  label INTEGER NOT NULL REFERENCES names(id),
  final_label INTEGER NOT NULL REFERENCES names(id),
  peak_score REAL NOT NULL,
  mean_score REAL NOT NULL,
  model INTEGER NOT NULL REFERENCES names(id),
  fingerprint INTEGER NOT NULL REFERENCES names(id),
  verdict INTEGER NOT NULL DEFAULT 0,
  clip TEXT NOT NULL DEFAULT '',
  source_seconds REAL NOT NULL,
  source_rate REAL NOT NULL,
  high_hz REAL NOT NULL,
  writer INTEGER
);
CREATE INDEX events_by_time ON events
  (onset_utc_ms, id, final_label, live, verdict, source, model, peak_score);
CREATE INDEX events_of_file ON events (source, fingerprint) WHERE live = 0;
CREATE INDEX events_open ON events (writer) WHERE writer IS NOT NULL;
)";

void hasPart(sqlite3_context* context, int /*count*/, sqlite3_value** values) {
  const auto textOf = [](sqlite3_value* value) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return bytes == nullptr ? std::string_view()
                            : std::string_view(bytes, size_t(sqlite3_value_bytes(value)));
  };
  const std::string text = foldedCase(textOf(values[0]));
  sqlite3_result_int(context, text.find(foldedCase(textOf(values[1]))) != std::string::npos);
}

/// Changing to the write-ahead log needs the file for itself for a moment, which SQLite does not
/// always wait for.
void useWriteAheadLog(SqliteDatabase& database) {
  constexpr int kAttempts = 100;
  for (int attempt = 0;; ++attempt) {
    const int code =
        sqlite3_exec(database.handle(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) return;
    if ((code & 0xff) != SQLITE_BUSY || attempt == kAttempts) database.fail(code);
    sqlite3_sleep(20);
  }
}

bool isEmpty(SqliteDatabase& database) {
  return database.integer("PRAGMA application_id") == 0 &&
         database.integer("PRAGMA user_version") == 0 &&
         database.integer("SELECT count(*) FROM sqlite_schema") == 0;
}

void refuseWhatIsNoStore(SqliteDatabase& database) {
  const std::string file = database.file().string();
  if (database.integer("PRAGMA application_id") != kApplicationId)
    throw Error("'%1' is a database of another program, not an event store. Move or rename it.",
                file);
  if (database.integer("PRAGMA user_version") > kSchemaVersion)
    throw Error(
        "The event store '%1' was written by a newer version of Earwitness. Use that version.",
        file);
}

void createSchema(SqliteDatabase& database) {
  SqliteTransaction transaction(database);
  // Another process may have been quicker.
  if (isEmpty(database)) {
    database.execute(kSchema);
    database.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
    database.execute("PRAGMA user_version = " + std::to_string(kSchemaVersion));
  }
  transaction.commit();
}

/// A file in a folder that is there. What is too short for a database SQLite would take for an
/// empty one, and write over it.
std::filesystem::path checkedFile(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (!error && size > 0 && size < kLeastDatabaseBytes)
    throw Error("'%1' is not an event store. Move or rename it to start a new one.", file);
  error.clear();
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), error);
  if (error)
    throw Error("The folder '%1' of the event store cannot be created: %2.", file.parent_path(),
                error.message());
  return file;
}

}  // namespace

EventDatabase::EventDatabase(const std::filesystem::path& file)
    : SqliteDatabase(checkedFile(file)) {
  const bool isNew = isEmpty(*this);
  if (!isNew) refuseWhatIsNoStore(*this);
  useWriteAheadLog(*this);
  if (isNew) {
    createSchema(*this);
    refuseWhatIsNoStore(*this);
  }
  execute(
      "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;"
      "PRAGMA journal_size_limit = 16777216");
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  const int code = sqlite3_create_function_v2(handle(), "has_part", 2, flags, nullptr, hasPart,
                                              nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

}  // namespace earwitness
