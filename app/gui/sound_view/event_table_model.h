// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <deque>
#include <filesystem>
#include <optional>

#include "app/gui/sound_view/event_row_model.h"

namespace earwitness::gui {

/// What was heard, newest first; an event that goes on changes in place. Holds the newest rows
/// only. Thread: GUI.
class EventTableModel : public EventRowModel {
  Q_OBJECT
 public:
  explicit EventTableModel(int maximumRows = 10000, QObject* parent = nullptr);

  /// Adds the event, or updates the row that has its stream and id.
  void put(const EventRow& event);
  /// Nothing of this stream goes on any more.
  void closeStream(int stream);
  const EventRow& eventAt(int row) const override { return events_[size_t(row)]; }
  std::optional<int> rowOf(int stream, qint64 id) const;
  /// What became known of an event later; passed over where the event is not in the list any more.
  void setRowId(int stream, qint64 id, qint64 rowId);
  void setClip(int stream, qint64 id, const std::filesystem::path& clip);
  void setVerdict(int row, Verdict verdict, const std::string& correctedLabel);
  /// Takes the events of these streams out of the list.
  void removeStreams(const QSet<int>& streams);

  int rowCount(const QModelIndex& parent = {}) const override;

 private:
  size_t maximumRows_;
  std::deque<EventRow> events_;                ///< newest first
  QHash<QPair<int, qint64>, qint64> serials_;  ///< (stream, id) -> serial number
  qint64 newestSerial_ = 0;                    ///< of events_.front()
};

}  // namespace earwitness::gui
