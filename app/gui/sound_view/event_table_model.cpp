// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/event_table_model.h"

#include <algorithm>

namespace earwitness::gui {

EventTableModel::EventTableModel(int maximumRows, QObject* parent)
    : EventRowModel({EventColumn::Time, EventColumn::Class, EventColumn::Duration,
                     EventColumn::Score, EventColumn::Review, EventColumn::Source},
                    parent),
      maximumRows_(size_t(std::max(1, maximumRows))) {}

void EventTableModel::put(const EventRow& event) {
  const QPair key(event.stream, event.id);
  if (const auto known = serials_.constFind(key); known != serials_.constEnd()) {
    const int row = int(newestSerial_ - *known);
    EventRow& there = events_[size_t(row)];
    EventRow fresh = event;
    fresh.clock = there.clock;  // the first reading stays: the row does not jump
    fresh.rowId = there.rowId;
    fresh.verdict = there.verdict;
    fresh.correctedLabel = there.correctedLabel;
    fresh.clip = there.clip;
    there = std::move(fresh);
    rowsChanged(row, row);
    return;
  }
  if (events_.size() == maximumRows_) {
    const int last = int(events_.size()) - 1;
    beginRemoveRows({}, last, last);
    serials_.remove(QPair(events_.back().stream, events_.back().id));
    events_.pop_back();
    endRemoveRows();
  }
  beginInsertRows({}, 0, 0);
  events_.push_front(event);
  serials_.insert(key, ++newestSerial_);
  endInsertRows();
}

void EventTableModel::closeStream(int stream) {
  for (size_t row = 0; row < events_.size(); ++row) {
    if (events_[row].stream != stream || !events_[row].open) continue;
    events_[row].open = false;
    rowsChanged(int(row), int(row));
  }
}

std::optional<int> EventTableModel::rowOf(int stream, qint64 id) const {
  const auto serial = serials_.constFind(QPair(stream, id));
  if (serial == serials_.constEnd()) return std::nullopt;
  return int(newestSerial_ - *serial);
}

void EventTableModel::setRowId(int stream, qint64 id, qint64 rowId) {
  if (const auto row = rowOf(stream, id)) {
    events_[size_t(*row)].rowId = rowId;
    rowsChanged(*row, *row);
  }
}

void EventTableModel::setClip(int stream, qint64 id, const std::filesystem::path& clip) {
  if (const auto row = rowOf(stream, id)) {
    events_[size_t(*row)].clip = clip;
    rowsChanged(*row, *row);
  }
}

void EventTableModel::setVerdict(int row, Verdict verdict, const std::string& correctedLabel) {
  EventRow& event = events_[size_t(row)];
  event.verdict = verdict;
  event.correctedLabel = verdict == Verdict::Relabelled ? correctedLabel : std::string();
  rowsChanged(row, row);
}

void EventTableModel::removeStreams(const QSet<int>& streams) {
  const auto ofStream = [&streams](const EventRow& event) {
    return streams.contains(event.stream);
  };
  if (streams.isEmpty() || std::none_of(events_.begin(), events_.end(), ofStream)) return;
  beginResetModel();
  std::erase_if(events_, ofStream);
  serials_.clear();
  newestSerial_ = qint64(events_.size());
  for (size_t row = 0; row < events_.size(); ++row)
    serials_.insert(QPair(events_[row].stream, events_[row].id), newestSerial_ - qint64(row));
  endResetModel();
}

int EventTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(events_.size());
}

}  // namespace earwitness::gui
