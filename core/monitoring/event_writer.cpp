// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/event_writer.h"

#include <algorithm>

#include "core/base/error.h"

namespace earwitness {

namespace {

/// More than this is written without waiting for commit().
constexpr size_t kMostPending = 4096;
constexpr int64_t kLeastReserved = 8;
constexpr int64_t kMostReserved = 1024;

}  // namespace

EventWriter::EventWriter(EventDatabase& database)
    : database_(database),
      lock_(std::filesystem::path(database.file()) += "-writers"),
      insert_(database,
              "INSERT INTO events (id, onset_utc_ms, onset_seconds, offset_seconds, source, live,"
              " label, final_label, peak_score, mean_score, model, fingerprint, verdict, clip,"
              " source_seconds, source_rate, high_hz, writer)"
              " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      update_(database,
              "UPDATE events SET onset_utc_ms = ?, onset_seconds = ?, offset_seconds = ?,"
              " peak_score = ?, mean_score = ?, writer = ? WHERE id = ?"),
      findName_(database, "SELECT id FROM names WHERE text = ?"),
      addName_(database, "INSERT INTO names (text) VALUES (?) RETURNING id") {
  closeEventsOfTheDead();
}

EventWriter::~EventWriter() {
  try {
    flush();
    if (writer_ != 0) closeEventsOf({writer_});
  } catch (const Error&) {
    // Nobody is left to tell; whoever opens the store next closes what is open.
  }
}

void EventWriter::closeEventsOfTheDead() {
  std::vector<int64_t> dead;
  SqliteStatement writers(database_, "SELECT DISTINCT writer FROM events WHERE writer IS NOT NULL");
  while (writers.next())
    if (!lock_.isHeld(writers.integer(0))) dead.push_back(writers.integer(0));
  if (!dead.empty()) closeEventsOf(dead);
}

void EventWriter::closeEventsOf(const std::vector<int64_t>& writers) {
  SqliteTransaction transaction(database_);
  SqliteStatement close(database_, "UPDATE events SET writer = NULL WHERE writer = ?");
  for (const int64_t writer : writers) close.bind(writer).run();
  transaction.commit();
}

int64_t EventWriter::reserve(const std::string& counter, int64_t count) {
  SqliteStatement statement(database_,
                            "UPDATE counters SET next = next + ? WHERE name = ? RETURNING next");
  statement.bind(count).bind(counter);
  if (!statement.next())
    throw Error(
        "The event store is damaged: its counters are missing. Move or rename it to start a new "
        "one.");
  const int64_t end = statement.integer(0);
  statement.run();
  return end - count;
}

int64_t EventWriter::newId() {
  if (nextId_ == endId_) {
    nReserved_ = std::clamp(nReserved_ * 2, kLeastReserved, kMostReserved);
    nextId_ = reserve("event", nReserved_);
    endId_ = nextId_ + nReserved_;
  }
  return nextId_++;
}

void EventWriter::beAWriter() {
  if (writer_ != 0) return;
  const int64_t writer = reserve("writer", 1);
  lock_.hold(writer);
  writer_ = writer;
}

int64_t EventWriter::put(const StoredEvent& event) {
  if (event.open) beAWriter();
  if (pending_.size() >= kMostPending) flush();
  StoredEvent kept = event;
  if (kept.id == 0) kept.id = newId();
  const auto [known, isFirst] = pendingOfId_.try_emplace(kept.id, pending_.size());
  if (isFirst)
    pending_.push_back({kept, event.id == 0});
  else
    pending_[known->second].event = kept;
  return kept.id;
}

void EventWriter::flush() {
  if (!pending_.empty()) write([] {});
}

void EventWriter::writePending() {
  for (const Pending& pending : pending_) {
    if (pending.isNew)
      insert(pending.event);
    else
      update(pending.event);
  }
}

void EventWriter::forgetPending() {
  pending_.clear();
  pendingOfId_.clear();
}

void EventWriter::forgetRolledBack() {
  nameIds_.clear();
  nextId_ = endId_;
}

int64_t EventWriter::nameId(const std::string& text) {
  const auto known = nameIds_.find(text);
  if (known != nameIds_.end()) return known->second;
  findName_.bind(text);
  const bool isThere = findName_.next();
  int64_t id = isThere ? findName_.integer(0) : 0;
  findName_.reset();
  if (!isThere) {
    addName_.bind(text);
    if (addName_.next()) id = addName_.integer(0);
    addName_.run();
  }
  nameIds_[text] = id;
  return id;
}

void EventWriter::bindWriter(SqliteStatement& statement, bool open) const {
  if (open)
    statement.bind(writer_);
  else
    statement.bindNull();
}

int64_t EventWriter::insert(const StoredEvent& event) {
  const int64_t id = event.id != 0 ? event.id : newId();
  insert_.reset();
  insert_.bind(id).bind(event.onsetUtcMs).bind(event.onsetSeconds).bind(event.offsetSeconds);
  insert_.bind(nameId(event.source)).bind(int64_t(event.live)).bind(nameId(event.label));
  insert_.bind(nameId(event.finalLabel()));
  insert_.bind(double(event.peakScore)).bind(double(event.meanScore));
  insert_.bind(nameId(event.modelName)).bind(nameId(event.modelFingerprint));
  insert_.bind(int64_t(event.verdict)).bind(event.clip);
  insert_.bind(event.sourceSeconds).bind(event.sourceRate).bind(double(event.highHz));
  bindWriter(insert_, event.open);
  insert_.run();
  return id;
}

void EventWriter::update(const StoredEvent& event) {
  update_.reset();
  update_.bind(event.onsetUtcMs).bind(event.onsetSeconds).bind(event.offsetSeconds);
  update_.bind(double(event.peakScore)).bind(double(event.meanScore));
  bindWriter(update_, event.open);
  update_.bind(event.id).run();
}

}  // namespace earwitness
