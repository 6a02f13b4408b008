// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/event_store.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "core/base/clock_time.h"
#include "core/base/error.h"
#include "core/base/user_folders.h"
#include "core/monitoring/event_query.h"
#include "core/monitoring/event_store_schema.h"
#include "core/monitoring/event_writer.h"

namespace earwitness {

namespace {

/// Reviews find their event again where its times differ by less.
constexpr double kSameTimeSeconds = 0.001;

constexpr const char* kColumns =
    "id, (SELECT text FROM names WHERE names.id = source), live, onset_utc_ms, onset_seconds,"
    " offset_seconds, writer IS NOT NULL, (SELECT text FROM names WHERE names.id = label),"
    " peak_score, mean_score, (SELECT text FROM names WHERE names.id = model),"
    " (SELECT text FROM names WHERE names.id = fingerprint), verdict,"
    " (SELECT text FROM names WHERE names.id = final_label), clip, source_seconds, source_rate,"
    " high_hz";

StoredEvent eventIn(const SqliteStatement& row) {
  StoredEvent event;
  event.id = row.integer(0);
  event.source = row.text(1);
  event.live = row.integer(2) != 0;
  event.onsetUtcMs = row.integer(3);
  event.onsetSeconds = row.real(4);
  event.offsetSeconds = row.real(5);
  event.open = row.integer(6) != 0;
  event.label = row.text(7);
  event.peakScore = float(row.real(8));
  event.meanScore = float(row.real(9));
  event.modelName = row.text(10);
  event.modelFingerprint = row.text(11);
  event.verdict = Verdict(row.integer(12));
  if (event.verdict == Verdict::Relabelled) event.correctedLabel = row.text(13);
  event.clip = row.text(14);
  event.sourceSeconds = row.real(15);
  event.sourceRate = row.real(16);
  event.highHz = float(row.real(17));
  return event;
}

std::vector<StoredEvent> eventsIn(SqliteStatement& rows) {
  std::vector<StoredEvent> events;
  while (rows.next()) events.push_back(eventIn(rows));
  return events;
}

bool isSameEvent(const StoredEvent& a, const StoredEvent& b) {
  return a.label == b.label && std::abs(a.onsetSeconds - b.onsetSeconds) < kSameTimeSeconds &&
         std::abs(a.offsetSeconds - b.offsetSeconds) < kSameTimeSeconds;
}

}  // namespace

std::string reviewOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::None:
      return {};
    case Verdict::Right:
      return "right";
    case Verdict::Wrong:
      return "wrong";
    case Verdict::Relabelled:
      return "relabelled";
  }
  return {};
}

struct EventStore::State {
  explicit State(const std::filesystem::path& file) : database(file), writer(database) {}

  /// What cannot be written is told by commit(); it does not keep anybody from reading.
  void flushForReading() {
    try {
      writer.flush();
    } catch (const Error&) {
    }
  }

  std::string nameOf(int64_t id) {
    SqliteStatement statement(database, "SELECT text FROM names WHERE id = ?");
    statement.bind(id);
    return statement.next() ? statement.text(0) : std::string();
  }

  /// Label id -> events, with names, since `startUtcMs`.
  using Counts = std::unordered_map<int64_t, int64_t>;
  std::vector<EventCount> named(const Counts& counts, int64_t startUtcMs) {
    std::vector<EventCount> list;
    for (const auto& [label, count] : counts) list.push_back({startUtcMs, nameOf(label), count});
    std::sort(list.begin(), list.end(),
              [](const EventCount& a, const EventCount& b) { return a.label < b.label; });
    return list;
  }

  EventDatabase database;
  EventWriter writer;
};

EventStore::EventStore(const std::filesystem::path& file) : state_(new State(file)) {}
EventStore::~EventStore() = default;
EventStore::EventStore(EventStore&&) noexcept = default;

std::filesystem::path EventStore::usualFile() {
  return stateFolder() / "events.sqlite";
}

int64_t EventStore::put(const StoredEvent& event) {
  return state_->writer.put(event);
}

void EventStore::commit() {
  state_->writer.flush();
}

void EventStore::review(int64_t id, Verdict verdict, const std::string& correctedLabel) {
  if (verdict == Verdict::Relabelled && correctedLabel.empty())
    throw Error("An event can only be relabelled to a label; none was given.");
  state_->writer.write([&] {
    SqliteStatement find(state_->database, "SELECT label FROM events WHERE id = ?");
    find.bind(id);
    if (!find.next()) throw Error("There is no event %1 in the event store.", id);
    const int64_t label = find.integer(0);
    const int64_t finalLabel =
        verdict == Verdict::Relabelled ? state_->writer.nameId(correctedLabel) : label;
    const bool isConfirmed = verdict == Verdict::Relabelled && finalLabel == label;
    SqliteStatement update(state_->database,
                           "UPDATE events SET verdict = ?, final_label = ? WHERE id = ?");
    update.bind(int64_t(isConfirmed ? Verdict::Right : verdict)).bind(finalLabel).bind(id).run();
  });
}

void EventStore::setClip(int64_t id, const std::string& path) {
  state_->writer.write([&] {
    SqliteStatement update(state_->database, "UPDATE events SET clip = ? WHERE id = ?");
    update.bind(path).bind(id).run();
  });
}

std::vector<int64_t> EventStore::replaceFile(const std::string& path,
                                             const std::string& modelFingerprint,
                                             const std::vector<StoredEvent>& events) {
  std::vector<int64_t> ids;
  state_->writer.write([&] {
    const int64_t source = state_->writer.nameId(path);
    const int64_t fingerprint = state_->writer.nameId(modelFingerprint);
    const std::string where = " FROM events WHERE live = 0 AND source = ? AND fingerprint = ?";
    SqliteStatement old(state_->database,
                        std::string("SELECT ") + kColumns + where + " AND verdict != 0");
    old.bind(source).bind(fingerprint);
    const std::vector<StoredEvent> reviewed = eventsIn(old);
    SqliteStatement(state_->database, "DELETE" + where).bind(source).bind(fingerprint).run();
    for (StoredEvent event : events) {
      event.source = path;
      event.modelFingerprint = modelFingerprint;
      event.live = event.open = false;
      event.id = 0;
      const auto before =
          std::find_if(reviewed.begin(), reviewed.end(),
                       [&event](const StoredEvent& other) { return isSameEvent(event, other); });
      if (before != reviewed.end() && event.verdict == Verdict::None) {
        event.verdict = before->verdict;
        event.correctedLabel = before->correctedLabel;
        if (event.clip.empty()) event.clip = before->clip;
      }
      ids.push_back(state_->writer.insert(event));
    }
  });
  return ids;
}

void EventStore::remove(const std::vector<int64_t>& ids) {
  state_->writer.write([&] {
    SqliteStatement remove(state_->database, "DELETE FROM events WHERE id = ?");
    for (const int64_t id : ids) remove.bind(id).run();
  });
}

std::optional<StoredEvent> EventStore::find(int64_t id) const {
  state_->flushForReading();
  SqliteStatement rows(state_->database,
                       std::string("SELECT ") + kColumns + " FROM events WHERE id = ?");
  rows.bind(id);
  if (!rows.next()) return std::nullopt;
  return eventIn(rows);
}

std::vector<StoredEvent> EventStore::query(const EventQuery& query) const {
  state_->flushForReading();
  const EventFilter filter(query);
  SqliteStatement rows(
      state_->database,
      filter.select(kColumns, "ORDER BY onset_utc_ms DESC, id DESC LIMIT ? OFFSET ?"));
  filter.bindTo(rows);
  rows.bind(query.limit).bind(query.offset);
  return eventsIn(rows);
}

int64_t EventStore::count(const EventQuery& query) const {
  state_->flushForReading();
  const EventFilter filter(query);
  SqliteStatement rows(state_->database, filter.select("count(*)", ""));
  filter.bindTo(rows);
  return rows.next() ? rows.integer(0) : 0;
}

std::vector<EventCount> EventStore::countsPer(CountStep step, const EventQuery& query) const {
  state_->flushForReading();
  const EventFilter filter(query);
  // In order of time, so that one step is counted after the other; a GROUP BY would sort them all.
  SqliteStatement rows(state_->database,
                       filter.select("onset_utc_ms, final_label", "ORDER BY onset_utc_ms"));
  filter.bindTo(rows);
  std::vector<EventCount> list;
  State::Counts counts;
  TimeSpanMs span;
  const auto endStep = [&] {
    const std::vector<EventCount> named = state_->named(counts, span.beginUtcMs);
    list.insert(list.end(), named.begin(), named.end());
    counts.clear();
  };
  while (rows.next()) {
    const int64_t onsetUtcMs = rows.integer(0);
    if (counts.empty() || onsetUtcMs >= span.endUtcMs) {
      endStep();
      span = step == CountStep::Hour ? localHourOf(onsetUtcMs) : localDayOf(onsetUtcMs);
    }
    ++counts[rows.integer(1)];
  }
  endStep();
  return list;
}

std::vector<EventCount> EventStore::labels() const {
  state_->flushForReading();
  SqliteStatement rows(state_->database,
                       "SELECT final_label FROM events INDEXED BY events_by_time");
  State::Counts counts;
  while (rows.next()) ++counts[rows.integer(0)];
  std::vector<EventCount> list = state_->named(counts, 0);
  std::stable_sort(list.begin(), list.end(),
                   [](const EventCount& a, const EventCount& b) { return a.count > b.count; });
  return list;
}

ExportedEvent exportedEvent(const StoredEvent& event) {
  ExportedEvent exported;
  exported.source = event.source;
  exported.onsetUtcMs = event.live ? event.onsetUtcMs : 0;
  exported.startSeconds = event.onsetSeconds;
  exported.endSeconds = event.offsetSeconds;
  exported.label = event.finalLabel();
  exported.peakScore = event.peakScore;
  exported.meanScore = event.meanScore;
  exported.modelName = event.modelName;
  exported.modelFingerprint = event.modelFingerprint;
  exported.review = reviewOf(event.verdict);
  exported.sourceSeconds = event.sourceSeconds;
  exported.sourceRate = event.sourceRate;
  exported.highHz = event.highHz;
  return exported;
}

}  // namespace earwitness
