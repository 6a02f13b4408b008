// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/history/history_table.h"

#include <QHeaderView>
#include <QPainter>

#include "app/gui/base/theme.h"
#include "app/gui/history/history_model.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

HistoryTable::HistoryTable(HistoryModel* model, QWidget* parent) : QTableView(parent) {
  setObjectName(QStringLiteral("historyTable"));
  setAccessibleName(tr("Stored events"));
  setModel(model);
  styleAsEventList(*this);
  const int em = fontMetrics().averageCharWidth();
  QHeaderView* header = horizontalHeader();
  header->resizeSection(HistoryModel::When, em * 26);
  header->resizeSection(HistoryModel::Sound, em * 30);
  header->resizeSection(HistoryModel::Lasted, em * 14);
  header->resizeSection(HistoryModel::Score, em * 10);
  header->resizeSection(HistoryModel::Review, em * 22);
  header->resizeSection(HistoryModel::Clip, em * 14);
  widenToHeadings(*this);
}

void HistoryTable::paintEvent(QPaintEvent* event) {
  QTableView::paintEvent(event);
  if (model()->rowCount() > 0) return;
  QPainter painter(viewport());
  painter.setPen(themeColours(palette()).muted);
  painter.drawText(viewport()->rect().adjusted(20, 0, -20, 0), Qt::AlignCenter | Qt::TextWordWrap,
                   tr("No events to show. Events from live listening and from files appear here."));
}

}  // namespace earwitness::gui
