// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_set>
#include <vector>

#include "app/gui/sound_view/event_row_model.h"

namespace earwitness::gui {

/// Stored events, newest first, a page at a time: asks for more when the view comes to the end of
/// what is there. Thread: GUI.
class HistoryModel : public EventRowModel {
  Q_OBJECT
 public:
  static constexpr int kPageRows = 500;

  explicit HistoryModel(QObject* parent = nullptr);

  /// Instead of those that were there; `count` is how many there are to be had.
  void setEvents(const std::vector<StoredEvent>& events, int64_t count);
  void append(const std::vector<StoredEvent>& events);
  const EventRow& eventAt(int row) const override { return events_[size_t(row)]; }
  /// Rows of those among the events that are loaded, ascending.
  std::vector<int> rowsOf(const std::unordered_set<int64_t>& ids) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

 signals:
  void moreWanted();

 private:
  std::vector<EventRow> events_;
  int64_t count_ = 0;
  bool isWaiting_ = false;
};

}  // namespace earwitness::gui
