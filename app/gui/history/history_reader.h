// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "core/base/time_zone.h"
#include "core/events/event_export.h"
#include "core/monitoring/event_store_access.h"

namespace earwitness::gui {

class EventStoreWorker;

/// What the history page shows of the store.
struct HistoryAnswer {
  std::vector<StoredEvent> events;  ///< newest first, as many as were asked for
  int64_t count = 0;                ///< of all that fit the query
  CountStep step = CountStep::Day;  ///< hours where all lies within a few days
  std::vector<EventCount> counts;
  std::vector<EventCount> labels;  ///< of the whole store
};

/// What the history page asks of the event store. Thread: GUI.
class HistoryReader : public QObject {
  Q_OBJECT
 public:
  explicit HistoryReader(EventStoreWorker* store, QObject* parent = nullptr);

  /// Ends earlier ones that have not been answered.
  void load(const EventQuery& query);
  /// Further rows of the same query.
  void loadMore(const EventQuery& query);
  bool isLoading() const { return isLoading_; }
  /// `done` is called on this thread if `work` did not throw.
  void change(EventStoreWork work, std::function<void()> done = {});
  /// Writes all events of the query, oldest first; then calls `done`.
  void exportTo(const std::filesystem::path& file, ExportFormat format, EventQuery query,
                const TimeZone& zone, const std::function<void()>& done);

 signals:
  void loaded(const earwitness::gui::HistoryAnswer& answer);
  void moreLoaded(const std::vector<earwitness::StoredEvent>& events);
  /// One sentence of what went wrong; empty when the next job of its kind went well.
  void problem(const QString& sentence);

 private:
  void tell(const QString& sentence, bool ofLoad);
  void writeExport(const std::filesystem::path& file, ExportFormat format, const TimeZone& zone,
                   std::vector<ExportedEvent> events, std::function<void()> done);

  EventStoreWorker* store_;
  std::stop_source load_;  ///< the one that is not answered, and what follows it
  std::stop_source loadMore_;
  bool isLoading_ = false;
  bool loadFailed_ = false;  ///< the problem that stands is of reading, not of the user's own doing
};

}  // namespace earwitness::gui
