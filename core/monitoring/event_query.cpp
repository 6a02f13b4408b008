// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/event_query.h"

namespace earwitness {

EventFilter::EventFilter(const EventQuery& query) : query_(query) {
  const auto add = [this](const std::string& condition) {
    where_ += (where_.empty() ? " WHERE " : " AND ") + condition;
  };
  if (!query.text.empty())
    with_ = "WITH found AS MATERIALIZED (SELECT id FROM names WHERE has_part(text, ?)) ";
  if (query.fromUtcMs) add("onset_utc_ms >= ?");
  if (query.toUtcMs) add("onset_utc_ms < ?");
  if (query.olderThan) add("(onset_utc_ms, id) < (?, ?)");
  if (!query.labels.empty()) {
    std::string marks = "?";
    for (size_t i = 1; i < query.labels.size(); ++i) marks += ",?";
    add("final_label IN (SELECT id FROM names WHERE text IN (" + marks + "))");
  }
  if (!query.source.empty()) add("source IN (SELECT id FROM names WHERE has_part(text, ?))");
  if (query.live) add("live = ?");
  if (query.verdict) add("verdict = ?");
  if (query.minimumScore > 0.0F) add("peak_score >= ?");
  if (!query.text.empty())
    add("(final_label IN (SELECT id FROM found) OR source IN (SELECT id FROM found)"
        " OR model IN (SELECT id FROM found))");
}

std::string EventFilter::select(const std::string& columns, const std::string& tail) const {
  // The index is always the one that holds every column asked for; without statistics SQLite would
  // sometimes choose another.
  return with_ + "SELECT " + columns + " FROM events INDEXED BY events_by_time" + where_ + " " +
         tail;
}

void EventFilter::bindTo(SqliteStatement& statement) const {
  if (!query_.text.empty()) statement.bind(query_.text);
  if (query_.fromUtcMs) statement.bind(*query_.fromUtcMs);
  if (query_.toUtcMs) statement.bind(*query_.toUtcMs);
  if (query_.olderThan) statement.bind(query_.olderThan->onsetUtcMs).bind(query_.olderThan->id);
  for (const std::string& label : query_.labels) statement.bind(label);
  if (!query_.source.empty()) statement.bind(query_.source);
  if (query_.live) statement.bind(int64_t(*query_.live));
  if (query_.verdict) statement.bind(int64_t(*query_.verdict));
  if (query_.minimumScore > 0.0F) statement.bind(double(query_.minimumScore));
}

}  // namespace earwitness
