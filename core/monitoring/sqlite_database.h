// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace earwitness {

/// Internal: the part of SQLite that the event store needs, with errors as sentences about that
/// store. Thread: one at a time.
class SqliteDatabase {
 public:
  /// Opens or creates the file; writes nothing to it. Waits up to `busySeconds` for other writers.
  explicit SqliteDatabase(const std::filesystem::path& file, double busySeconds = 5.0);
  ~SqliteDatabase();
  SqliteDatabase(const SqliteDatabase&) = delete;
  SqliteDatabase& operator=(const SqliteDatabase&) = delete;

  /// Statements without parameters whose rows are of no interest.
  void execute(const std::string& sql);
  /// The first column of the first row; 0 without one.
  int64_t integer(const std::string& sql);
  std::string text(const std::string& sql);
  bool inTransaction() const;

  const std::filesystem::path& file() const { return file_; }
  sqlite3* handle() const { return handle_; }
  /// Throws Error for a result code of SQLite.
  [[noreturn]] void fail(int code) const;

 private:
  std::filesystem::path file_;
  sqlite3* handle_ = nullptr;
};

/// A prepared statement. Parameters are bound in order; run() and the end of the rows make it ready
/// to be bound anew.
class SqliteStatement {
 public:
  SqliteStatement(SqliteDatabase& database, std::string_view sql);
  ~SqliteStatement();
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;

  SqliteStatement& bind(int64_t value);
  SqliteStatement& bind(double value);
  SqliteStatement& bind(std::string_view value);
  SqliteStatement& bindNull();
  /// True where there is a (further) row.
  bool next();
  void run();
  void reset();

  bool isNull(int column) const;
  int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const;

 private:
  void check(int code);

  SqliteDatabase& database_;
  sqlite3_stmt* statement_ = nullptr;
  int nBound_ = 0;
};

/// Takes the write lock at once; rolls back unless it was committed.
class SqliteTransaction {
 public:
  explicit SqliteTransaction(SqliteDatabase& database);
  ~SqliteTransaction();
  SqliteTransaction(const SqliteTransaction&) = delete;
  SqliteTransaction& operator=(const SqliteTransaction&) = delete;
  void commit();

 private:
  SqliteDatabase& database_;
};

}  // namespace earwitness
