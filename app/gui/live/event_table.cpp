// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/event_table.h"

#include <QHeaderView>

#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

EventTable::EventTable(EventTableModel* model, QWidget* parent) : QTableView(parent) {
  setObjectName(QStringLiteral("heardTable"));
  setAccessibleName(tr("Detected sounds"));
  setModel(model);
  styleTable(*this, {14, 30, 17, 11, 22});
  setEmptyText(*this, [] { return tr("Detected sounds are listed here."); });
}

QSize EventTable::sizeHint() const {
  return {800, 150};
}
QSize EventTable::minimumSizeHint() const {
  return {240,
          horizontalHeader()->sizeHint().height() + 2 * verticalHeader()->defaultSectionSize()};
}

}  // namespace earwitness::gui
