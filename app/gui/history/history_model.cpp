// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/history/history_model.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <utility>

#include "app/gui/base/shown_label.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/widgets/axis_ticks.h"

namespace earwitness::gui {

namespace {

QDateTime onsetOf(const StoredEvent& event) {
  return QDateTime::fromMSecsSinceEpoch(event.onsetUtcMs);
}

QString sourceOf(const StoredEvent& event) {
  return QString::fromStdString(event.source);
}

bool isRightAligned(int column) {
  return column == HistoryModel::Lasted || column == HistoryModel::Score;
}

QColor colourOf(const StoredEvent& event, int column) {
  const ThemeColours& colours = themeColours();
  if (column == HistoryModel::Sound && event.open) return colours.accent;
  if (column != HistoryModel::Review) return {};
  return event.verdict == Verdict::Wrong ? colours.danger : colours.good;
}

}  // namespace

QString reviewText(const StoredEvent& event) {
  switch (event.verdict) {
    case Verdict::None:
      return {};
    case Verdict::Right:
      return QCoreApplication::translate("Review", "Correct");
    case Verdict::Wrong:
      return QCoreApplication::translate("Review", "Wrong");
    case Verdict::Relabelled:
      return QCoreApplication::translate("Review", "Was: %1").arg(shownLabel(event.label));
  }
  return {};
}

void HistoryModel::setEvents(std::vector<StoredEvent> events, int64_t count) {
  beginResetModel();
  events_ = std::move(events);
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
  events_.insert(events_.end(), events.begin(), events.end());
  endInsertRows();
}

std::vector<int> HistoryModel::rowsOf(const std::unordered_set<int64_t>& ids) const {
  std::vector<int> rows;
  for (size_t row = 0; row < events_.size(); ++row)
    if (ids.contains(events_[row].id)) rows.push_back(int(row));
  return rows;
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(events_.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(ColumnCount);
}

bool HistoryModel::canFetchMore(const QModelIndex& parent) const {
  return !parent.isValid() && !isWaiting_ && int64_t(events_.size()) < count_;
}

void HistoryModel::fetchMore(const QModelIndex& parent) {
  if (!canFetchMore(parent)) return;
  isWaiting_ = true;
  emit moreWanted();
}

QString HistoryModel::text(const StoredEvent& event, int column) const {
  switch (column) {
    case When:
      return onsetOf(event).toString(u"yyyy-MM-dd HH:mm:ss");
    case Sound:
      return shownLabel(event.finalLabel());
    case Lasted:
      return event.open ? tr("in progress")
                        : durationText(event.offsetSeconds - event.onsetSeconds);
    case Score:
      return percentText(event.peakScore);
    case Review:
      return reviewText(event);
    case Clip:
      return event.clip.empty() ? QString() : tr("Recorded");
    case Where:
      if (event.live) return sourceOf(event);
      return tr("%1 at %2")
          .arg(QFileInfo(sourceOf(event)).fileName(), positionLabel(event.onsetSeconds, 0.1));
    default:
      return {};
  }
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const StoredEvent& event = events_[size_t(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return text(event, index.column());
    case Qt::TextAlignmentRole:
      return QVariant((isRightAligned(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                      Qt::AlignVCenter);
    case Qt::ForegroundRole: {
      const QColor colour = colourOf(event, index.column());
      return colour.isValid() ? QVariant(colour) : QVariant();
    }
    case Qt::ToolTipRole:
      if (index.column() == When)
        return event.live ? QLocale().toString(onsetOf(event), QLocale::LongFormat)
                          : tr("When the file was analysed");
      if (index.column() == Where) return sourceOf(event);
      if (index.column() == Clip) return QString::fromStdString(event.clip);
      if (index.column() == Sound)
        return tr("By the model %1").arg(QString::fromStdString(event.modelName));
      return text(event, index.column());
    default:
      return {};
  }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant((isRightAligned(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case When:
      return tr("Time");
    case Sound:
      return tr("Class");
    case Lasted:
      return tr("Duration");
    case Score:
      return tr("Score");
    case Review:
      return tr("Review");
    case Clip:
      return tr("Clip");
    case Where:
      return tr("Source");
    default:
      return {};
  }
}

}  // namespace earwitness::gui
