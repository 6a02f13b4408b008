// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <unordered_set>
#include <vector>

#include "core/monitoring/event_store.h"

namespace earwitness::gui {

/// Stored events, newest first, a page at a time: asks for more when the view comes to the end of
/// what is there. Thread: GUI.
class HistoryModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { When, Sound, Lasted, Score, Review, Clip, Where, ColumnCount };
  static constexpr int kPageRows = 500;

  using QAbstractTableModel::QAbstractTableModel;

  /// Instead of those that were there; `count` is how many there are to be had.
  void setEvents(std::vector<StoredEvent> events, int64_t count);
  void append(const std::vector<StoredEvent>& events);
  const StoredEvent& eventAt(int row) const { return events_[size_t(row)]; }
  /// Rows of those among the events that are loaded, ascending.
  std::vector<int> rowsOf(const std::unordered_set<int64_t>& ids) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

 signals:
  void moreWanted();

 private:
  QString text(const StoredEvent& event, int column) const;

  std::vector<StoredEvent> events_;
  int64_t count_ = 0;
  bool isWaiting_ = false;
};

/// "Right", "Wrong", "Was: Siren"; empty where nobody has said.
QString reviewText(const StoredEvent& event);

}  // namespace earwitness::gui
