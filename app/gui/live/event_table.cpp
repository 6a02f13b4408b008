// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/event_table.h"

#include <QHeaderView>
#include <QPainter>

#include "app/gui/base/theme.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

EventTable::EventTable(EventTableModel* model, QWidget* parent) : QTableView(parent) {
  setObjectName(QStringLiteral("heardTable"));
  setAccessibleName(tr("Detected sounds"));
  setModel(model);
  styleAsEventList(*this);
  QHeaderView* header = horizontalHeader();
  const int em = fontMetrics().averageCharWidth();
  header->resizeSection(EventTableModel::Time, em * 14);
  header->resizeSection(EventTableModel::Sound, em * 30);
  header->resizeSection(EventTableModel::Duration, em * 15);
  header->resizeSection(EventTableModel::Score, em * 11);
  header->resizeSection(EventTableModel::Review, em * 22);
  widenToHeadings(*this);
}

QSize EventTable::sizeHint() const {
  return {800, 150};
}
QSize EventTable::minimumSizeHint() const {
  return {240,
          horizontalHeader()->sizeHint().height() + 2 * verticalHeader()->defaultSectionSize()};
}

void EventTable::paintEvent(QPaintEvent* event) {
  QTableView::paintEvent(event);
  if (model()->rowCount() > 0) return;
  QPainter painter(viewport());
  painter.setPen(themeColours(palette()).muted);
  painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("Detected sounds are listed here."));
}

}  // namespace earwitness::gui
