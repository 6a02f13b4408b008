// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/history/history_model.h"

#include <algorithm>
#include <iterator>

namespace earwitness::gui {

HistoryModel::HistoryModel(QObject* parent)
    : EventRowModel(
          {EventColumn::DateAndTime, EventColumn::Class, EventColumn::Duration, EventColumn::Score,
           EventColumn::Review, EventColumn::Clip, EventColumn::SourceAndPosition},
          parent) {}

void HistoryModel::setEvents(const std::vector<StoredEvent>& events, int64_t count) {
  beginResetModel();
  events_.clear();
  std::transform(events.begin(), events.end(), std::back_inserter(events_), eventRow);
  count_ = count;
  isWaiting_ = false;
  endResetModel();
}

void HistoryModel::append(const std::vector<StoredEvent>& events) {
  isWaiting_ = false;
  if (events.empty()) {
    count_ = int64_t(events_.size());
    return;
  }
  beginInsertRows({}, int(events_.size()), int(events_.size() + events.size()) - 1);
  std::transform(events.begin(), events.end(), std::back_inserter(events_), eventRow);
  endInsertRows();
}

std::vector<int> HistoryModel::rowsOf(const std::unordered_set<int64_t>& ids) const {
  std::vector<int> rows;
  for (size_t row = 0; row < events_.size(); ++row)
    if (ids.contains(events_[row].rowId)) rows.push_back(int(row));
  return rows;
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(events_.size());
}

bool HistoryModel::canFetchMore(const QModelIndex& parent) const {
  return !parent.isValid() && !isWaiting_ && int64_t(events_.size()) < count_;
}

void HistoryModel::fetchMore(const QModelIndex& parent) {
  if (!canFetchMore(parent)) return;
  isWaiting_ = true;
  emit moreWanted();
}

}  // namespace earwitness::gui
