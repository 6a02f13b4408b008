#include "app/gui/live/heard_table.h"

#include <QHeaderView>
#include <QPainter>
#include <QProxyStyle>

#include "app/gui/live/event_table_model.h"
#include "app/gui/theme.h"
#include "app/gui/widgets/text_format.h"

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

HeardTable::HeardTable(EventTableModel* model, QWidget* parent) : QTableView(parent) {
  setObjectName(QStringLiteral("heardTable"));
  setAccessibleName(tr("What was heard"));
  setModel(model);
  setFont(tabularFont(font()));
  auto* roomy = new RoomyStyle;
  roomy->setParent(this);
  setStyle(roomy);
  horizontalHeader()->setStyle(roomy);
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setAlternatingRowColors(true);
  setWordWrap(false);
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::ExtendedSelection);
  setTabKeyNavigation(false);
  setCornerButtonEnabled(false);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 7);
  QHeaderView* header = horizontalHeader();
  header->setHighlightSections(false);
  header->setMinimumSectionSize(fontMetrics().averageCharWidth() * 8);
  header->setStretchLastSection(true);
  const int em = fontMetrics().averageCharWidth();
  header->resizeSection(EventTableModel::Time, em * 14);
  header->resizeSection(EventTableModel::Sound, em * 34);
  header->resizeSection(EventTableModel::Duration, em * 15);
  header->resizeSection(EventTableModel::Score, em * 11);
}

QSize HeardTable::sizeHint() const {
  return {800, 150};
}
QSize HeardTable::minimumSizeHint() const {
  return {240,
          horizontalHeader()->sizeHint().height() + 2 * verticalHeader()->defaultSectionSize()};
}

void HeardTable::paintEvent(QPaintEvent* event) {
  QTableView::paintEvent(event);
  if (model()->rowCount() > 0) return;
  QPainter painter(viewport());
  painter.setPen(themeColours(palette()).muted);
  painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("What is heard is listed here."));
}

}  // namespace earwitness::gui
