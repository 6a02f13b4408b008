#include "app/gui/live/event_table_model.h"

#include <QApplication>
#include <QLocale>
#include <QPalette>
#include <algorithm>

#include "app/gui/theme.h"
#include "app/gui/widgets/axis_ticks.h"
#include "app/gui/widgets/text_format.h"

namespace earwitness::gui {

EventTableModel::EventTableModel(int maximumRows, QObject* parent)
    : QAbstractTableModel(parent), maximumRows_(size_t(std::max(1, maximumRows))) {}

void EventTableModel::put(const HeardEvent& event) {
  const QPair key(event.stream, event.id);
  if (const auto known = serials_.constFind(key); known != serials_.constEnd()) {
    const int row = int(newestSerial_ - *known);
    HeardEvent& there = events_[size_t(row)];
    const QDateTime clock = there.clock;  // the first reading stays: the row does not jump
    there = event;
    there.clock = clock;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
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
    emit dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
  }
}

int EventTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(events_.size());
}

int EventTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(ColumnCount);
}

QString EventTableModel::text(const HeardEvent& event, int column) const {
  switch (column) {
    case Time:
      return event.clock.isValid() ? event.clock.toString(u"HH:mm:ss")
                                   : positionLabel(event.onsetSeconds, 0.1);
    case Sound:
      return event.label;
    case Duration:
      // How long it will have been, its windows tell only afterwards.
      return event.open ? tr("going on") : durationText(event.seconds);
    case Score:
      return percentText(event.score);
    case Source:
      return event.source;
    default:
      return {};
  }
}

QVariant EventTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const HeardEvent& event = events_[size_t(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return text(event, index.column());
    case Qt::TextAlignmentRole:
      return index.column() == Duration || index.column() == Score
                 ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                 : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
      if (event.open && index.column() == Sound)
        return themeColours(QApplication::palette()).accent;
      return {};
    case Qt::ToolTipRole:
      if (index.column() == Time && event.clock.isValid())
        return QLocale().toString(event.clock, QLocale::LongFormat);
      if (index.column() == Time) return tr("From the start of the file");
      if (index.column() == Sound && event.open) return tr("Still going on");
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
      return tr("Heard");
    case Sound:
      return tr("Sound");
    case Duration:
      return tr("Lasted");
    case Score:
      return tr("Score");
    case Source:
      return tr("Where");
    default:
      return {};
  }
}

}  // namespace earwitness::gui
