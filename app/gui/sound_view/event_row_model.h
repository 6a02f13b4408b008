// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/gui/sound_view/event_row.h"
#include "app/gui/widgets/column_model.h"

namespace earwitness::gui {

/// What a list can show of an event.
enum class EventColumn {
  Time,  ///< of day; in a file its position
  DateAndTime,
  Class,
  Duration,
  Score,
  Review,
  Clip,
  Source,
  SourceAndPosition
};

/// A list of events, of which each place of the window chooses the columns. Where the rows come
/// from is the affair of its models: those of the running window are all in memory and change in
/// place, those of the store are read page by page. Thread: GUI.
class EventRowModel : public ColumnModel {
  Q_OBJECT
 public:
  virtual const EventRow& eventAt(int row) const = 0;
  /// -1 where it is not shown.
  int indexOf(EventColumn column) const;

 protected:
  EventRowModel(std::vector<EventColumn> columns, QObject* parent);
  QVariant cell(int row, int column, int role) const override;

 private:
  static std::vector<Column> titled(const std::vector<EventColumn>& columns);
  static QString text(const EventRow& event, EventColumn column);
  static QString toolTip(const EventRow& event, EventColumn column);

  std::vector<EventColumn> columns_;
};

}  // namespace earwitness::gui
