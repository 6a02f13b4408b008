// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/event_table_model.h"

#include <QLocale>
#include <QPalette>
#include <algorithm>

#include "app/gui/base/shown_label.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/services/file_text.h"
#include "app/gui/widgets/axis_ticks.h"

namespace earwitness::gui {

EventTableModel::EventTableModel(int maximumRows, QObject* parent)
    : QAbstractTableModel(parent), maximumRows_(size_t(std::max(1, maximumRows))) {}

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
    rowChanged(row);
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
    rowChanged(int(row));
  }
}

std::optional<int> EventTableModel::rowOf(int stream, qint64 id) const {
  const auto serial = serials_.constFind(QPair(stream, id));
  if (serial == serials_.constEnd()) return std::nullopt;
  return int(newestSerial_ - *serial);
}

void EventTableModel::rowChanged(int row) {
  emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void EventTableModel::setRowId(int stream, qint64 id, qint64 rowId) {
  if (const auto row = rowOf(stream, id)) {
    events_[size_t(*row)].rowId = rowId;
    rowChanged(*row);
  }
}

void EventTableModel::setClip(int stream, qint64 id, const std::filesystem::path& clip) {
  if (const auto row = rowOf(stream, id)) {
    events_[size_t(*row)].clip = clip;
    rowChanged(*row);
  }
}

void EventTableModel::setVerdict(int row, Verdict verdict, const std::string& correctedLabel) {
  EventRow& event = events_[size_t(row)];
  event.verdict = verdict;
  event.correctedLabel = verdict == Verdict::Relabelled ? correctedLabel : std::string();
  rowChanged(row);
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

int EventTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(ColumnCount);
}

QString EventTableModel::text(const EventRow& event, int column) const {
  switch (column) {
    case Time:
      return event.clock.isValid() ? event.clock.toString(u"HH:mm:ss")
                                   : positionLabel(event.onsetSeconds, 0.1);
    case Sound:
      return event.label;
    case Duration:
      // How long it will have been, its windows tell only afterwards.
      return event.open ? tr("in progress") : durationText(event.seconds);
    case Score:
      return percentText(event.score);
    case Review:
      return reviewText(event);
    case Source:
      return event.source;
    default:
      return {};
  }
}

QString EventTableModel::reviewText(const EventRow& event) const {
  switch (event.verdict) {
    case Verdict::Right:
      return tr("✓ correct");
    case Verdict::Wrong:
      return tr("\u2717 wrong");
    case Verdict::Relabelled:
      return tr("\u2192 %1").arg(shownLabel(event.correctedLabel));
    case Verdict::None:
      break;
  }
  return {};
}

QString EventTableModel::recordedText(const EventRow& event) const {
  constexpr int kToTheTenth = 21;
  const QString text = tr("Position in the file");
  return event.recorded ? civilText(*event.recorded, kToTheTenth) + u'\n' + text : text;
}

QVariant EventTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const EventRow& event = events_[size_t(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return text(event, index.column());
    case Qt::TextAlignmentRole:
      return index.column() == Duration || index.column() == Score
                 ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                 : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
      if (event.open && index.column() == Sound) return themeColours().accent;
      if (index.column() == Review)
        return event.verdict == Verdict::Wrong ? themeColours().danger : themeColours().good;
      return {};
    case Qt::ToolTipRole:
      if (index.column() == Time && event.clock.isValid())
        return QLocale().toString(event.clock, QLocale::LongFormat);
      if (index.column() == Time) return recordedText(event);
      if (index.column() == Sound && event.open) return tr("Still in progress");
      return text(event, index.column());
    default:
      return {};
  }
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return section == Duration || section == Score ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                   : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case Time:
      return tr("Time");
    case Sound:
      return tr("Class");
    case Duration:
      return tr("Duration");
    case Score:
      return tr("Score");
    case Review:
      return tr("Review");
    case Source:
      return tr("Source");
    default:
      return {};
  }
}

}  // namespace earwitness::gui
