// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/table_style.h"

#include <QHeaderView>
#include <QProxyStyle>
#include <QTableView>
#include <algorithm>

#include "app/gui/base/text_format.h"

namespace earwitness::gui {

namespace {

/// Room at both sides of the text in cells and headers: right-aligned figures stand beside text.
class RoomyStyle : public QProxyStyle {
 public:
  int pixelMetric(PixelMetric metric, const QStyleOption* option,
                  const QWidget* widget) const override {
    const int plain = QProxyStyle::pixelMetric(metric, option, widget);
    return metric == PM_FocusFrameHMargin || metric == PM_HeaderMargin ? plain + 6 : plain;
  }
};

}  // namespace

void styleAsEventList(QTableView& table) {
  table.setFont(tabularFont(table.font()));
  auto* roomy = new RoomyStyle;
  roomy->setParent(&table);
  table.setStyle(roomy);
  table.horizontalHeader()->setStyle(roomy);
  table.setFrameShape(QFrame::NoFrame);
  table.setShowGrid(false);
  table.setAlternatingRowColors(true);
  table.setWordWrap(false);
  table.setSelectionBehavior(QAbstractItemView::SelectRows);
  table.setSelectionMode(QAbstractItemView::ExtendedSelection);
  table.setTabKeyNavigation(false);
  table.setCornerButtonEnabled(false);
  table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  table.verticalHeader()->hide();
  table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 7);
  QHeaderView* header = table.horizontalHeader();
  header->setHighlightSections(false);
  header->setMinimumSectionSize(table.fontMetrics().averageCharWidth() * 8);
  header->setStretchLastSection(true);
}

void widenToHeadings(QTableView& table) {
  // Not the header's own hint: it keeps room for a sort mark beside the text, which stands above.
  QHeaderView* header = table.horizontalHeader();
  const int margin = header->style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, header);
  for (int column = 0; column < header->count(); ++column) {
    const QString heading = table.model()->headerData(column, Qt::Horizontal).toString();
    const int needed = header->fontMetrics().horizontalAdvance(heading) + 2 * margin + 2;
    header->resizeSection(column, std::max(header->sectionSize(column), needed));
  }
}

}  // namespace earwitness::gui
