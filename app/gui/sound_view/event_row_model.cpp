// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/event_row_model.h"

#include <QLocale>
#include <algorithm>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/services/file_text.h"
#include "app/gui/widgets/axis_ticks.h"

namespace earwitness::gui {

namespace {

QVariant colourOf(const EventRow& event, EventColumn column) {
  const ThemeColours& colours = themeColours();
  if (column == EventColumn::Class && event.open) return colours.accent;
  if (column != EventColumn::Review) return {};
  return event.verdict == Verdict::Wrong ? colours.danger : colours.good;
}

QString positionText(const EventRow& event) {
  return positionLabel(event.onsetSeconds, 0.1);
}

QString reviewText(const EventRow& event) {
  switch (event.verdict) {
    case Verdict::Right:
      return EventRowModel::tr("✓ correct");
    case Verdict::Wrong:
      return EventRowModel::tr("\u2717 wrong");
    case Verdict::Relabelled:
      return EventRowModel::tr("was %1", "the class before review").arg(event.shownModelLabel());
    case Verdict::None:
      break;
  }
  return {};
}

QString timeToolTip(const EventRow& event, EventColumn column) {
  constexpr int kToTheTenth = 21;
  if (event.clock.isValid()) return QLocale().toString(event.clock, QLocale::LongFormat);
  if (column == EventColumn::DateAndTime) return EventRowModel::tr("When the file was analysed");
  const QString text = EventRowModel::tr("Position in the file");
  return event.recorded ? civilText(*event.recorded, kToTheTenth) + u'\n' + text : text;
}

}  // namespace

EventRowModel::EventRowModel(std::vector<EventColumn> columns, QObject* parent)
    : ColumnModel(titled(columns), parent), columns_(std::move(columns)) {}

std::vector<ColumnModel::Column> EventRowModel::titled(const std::vector<EventColumn>& columns) {
  const Column time{tr("Time")}, source{tr("Source")};
  const Column all[] = {time,
                        time,
                        {tr("Class")},
                        {tr("Duration"), true},
                        {tr("Score"), true},
                        {tr("Review")},
                        {tr("Clip")},
                        source,
                        source};
  std::vector<Column> titles;
  for (const EventColumn column : columns) titles.push_back(all[size_t(column)]);
  return titles;
}

int EventRowModel::indexOf(EventColumn column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  return found == columns_.end() ? -1 : int(found - columns_.begin());
}

QString EventRowModel::text(const EventRow& event, EventColumn column) {
  switch (column) {
    case EventColumn::Time:
      return event.clock.isValid() ? event.clock.toString(u"HH:mm:ss") : positionText(event);
    case EventColumn::DateAndTime:
      return (event.clock.isValid() ? event.clock : event.analysed)
          .toString(u"yyyy-MM-dd HH:mm:ss");
    case EventColumn::Class:
      return event.shownFinalLabel();
    case EventColumn::Duration:
      // How long it will have been, its windows tell only afterwards.
      return event.open ? tr("in progress") : durationText(event.seconds);
    case EventColumn::Score:
      return percentText(event.score);
    case EventColumn::Review:
      return reviewText(event);
    case EventColumn::Clip:
      return event.clip.empty() ? QString() : tr("Recorded");
    case EventColumn::Source:
      return event.source;
    case EventColumn::SourceAndPosition:
      if (event.file.empty()) return event.source;
      return tr("%1 at %2").arg(textOf(event.file.filename()), positionText(event));
  }
  return {};
}

QString EventRowModel::toolTip(const EventRow& event, EventColumn column) {
  switch (column) {
    case EventColumn::Time:
    case EventColumn::DateAndTime:
      return timeToolTip(event, column);
    case EventColumn::Class:
      if (event.open) return tr("Still in progress");
      if (event.modelName.empty()) break;
      return tr("By the model %1").arg(QString::fromStdString(event.modelName));
    case EventColumn::Clip:
      return textOf(event.clip);
    case EventColumn::Source:
    case EventColumn::SourceAndPosition:
      return event.file.empty() ? event.source : textOf(event.file);
    default:
      break;
  }
  return text(event, column);
}

QVariant EventRowModel::cell(int row, int column, int role) const {
  const EventRow& event = eventAt(row);
  const EventColumn shown = columns_[size_t(column)];
  if (role == Qt::DisplayRole) return text(event, shown);
  if (role == Qt::ForegroundRole) return colourOf(event, shown);
  return role == Qt::ToolTipRole ? QVariant(toolTip(event, shown)) : QVariant();
}

}  // namespace earwitness::gui
