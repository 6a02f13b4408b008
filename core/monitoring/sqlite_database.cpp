// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/sqlite_database.h"

#include <cerrno>
#include <system_error>

#include <sqlite3.h>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {

namespace {

/// The system's word for it where it has one, else SQLite's.
std::string reasonOf(sqlite3* handle) {
  const int systemError = sqlite3_system_errno(handle);
  if (systemError != 0) return std::generic_category().message(systemError);
  return sqlite3_errmsg(handle);
}

bool isFullDisk(sqlite3* handle, int primaryCode) {
  if (primaryCode == SQLITE_FULL) return true;
  const int systemError = sqlite3_system_errno(handle);
  return primaryCode == SQLITE_IOERR && (systemError == ENOSPC || systemError == EDQUOT);
}

}  // namespace

SqliteDatabase::SqliteDatabase(const std::filesystem::path& file, double busySeconds)
    : file_(file) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  const int code = sqlite3_open_v2(file.c_str(), &handle_, flags, nullptr);
  try {
    if (code != SQLITE_OK) fail(code);
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, int(busySeconds * 1000.0));
    // What a stranger wrote into the schema runs nothing.
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  } catch (...) {
    sqlite3_close(handle_);
    throw;
  }
}

SqliteDatabase::~SqliteDatabase() {
  sqlite3_close(handle_);
}

void SqliteDatabase::fail(int code) const {
  const int primaryCode = code & 0xff;
  if (isFullDisk(handle_, primaryCode))
    throw Error("The event store '%1' was not saved because the disk is full. Free some space.",
                file_);
  switch (primaryCode) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(
          "The event store '%1' is in use by another program. Close it, or try again later.",
          file_);
    case SQLITE_NOTADB:
      throw Error(
          "The event store '%1' is damaged or not an Earwitness file. Move or rename it to start a "
          "new one.",
          file_);
    case SQLITE_CORRUPT:
      throw Error("The event store '%1' is damaged. Move or rename it to start a new one.", file_);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      throw Error("The event store '%1' cannot be opened: %2.", file_, reasonOf(handle_));
    case SQLITE_READONLY:
      throw Error("The event store '%1' cannot be written: the file or its folder is read-only.",
                  file_);
    case SQLITE_IOERR:
      throw Error("The event store '%1' cannot be read or written: %2.", file_, reasonOf(handle_));
    default:
      throw Error("The event store '%1' cannot be used: %2.", file_, sqlite3_errmsg(handle_));
  }
}

void SqliteDatabase::execute(const std::string& sql) {
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

int64_t SqliteDatabase::integer(const std::string& sql) {
  SqliteStatement statement(*this, sql);
  return statement.next() ? statement.integer(0) : 0;
}

std::string SqliteDatabase::text(const std::string& sql) {
  SqliteStatement statement(*this, sql);
  return statement.next() ? statement.text(0) : std::string();
}

bool SqliteDatabase::inTransaction() const {
  return sqlite3_get_autocommit(handle_) == 0;
}

SqliteStatement::SqliteStatement(SqliteDatabase& database, std::string_view sql)
    : database_(database) {
  check(sqlite3_prepare_v2(database.handle(), sql.data(), int(sql.size()), &statement_, nullptr));
}

SqliteStatement::~SqliteStatement() {
  sqlite3_finalize(statement_);
}

void SqliteStatement::check(int code) {
  if (code != SQLITE_OK) database_.fail(code);
}

SqliteStatement& SqliteStatement::bind(int64_t value) {
  check(sqlite3_bind_int64(statement_, ++nBound_, value));
  return *this;
}

SqliteStatement& SqliteStatement::bind(double value) {
  check(sqlite3_bind_double(statement_, ++nBound_, value));
  return *this;
}

SqliteStatement& SqliteStatement::bind(std::string_view value) {
  // A null pointer would be NULL, not the empty text.
  const char* bytes = value.data() != nullptr ? value.data() : "";
  check(sqlite3_bind_text(statement_, ++nBound_, bytes, int(value.size()), SQLITE_TRANSIENT));
  return *this;
}

SqliteStatement& SqliteStatement::bindNull() {
  check(sqlite3_bind_null(statement_, ++nBound_));
  return *this;
}

bool SqliteStatement::next() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  reset();
  if (code != SQLITE_DONE) database_.fail(code);
  return false;
}

void SqliteStatement::run() {
  while (next()) {
  }
}

void SqliteStatement::reset() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  nBound_ = 0;
}

bool SqliteStatement::isNull(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

int64_t SqliteStatement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

double SqliteStatement::real(int column) const {
  return sqlite3_column_double(statement_, column);
}

std::string SqliteStatement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return bytes == nullptr ? std::string()
                          : std::string(bytes, size_t(sqlite3_column_bytes(statement_, column)));
}

SqliteTransaction::SqliteTransaction(SqliteDatabase& database) : database_(database) {
  database_.execute("BEGIN IMMEDIATE");
}

SqliteTransaction::~SqliteTransaction() {
  // Some errors have rolled it back already.
  if (database_.inTransaction())
    sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void SqliteTransaction::commit() {
  database_.execute("COMMIT");
}

}  // namespace earwitness
