// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/table_style.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QProxyStyle>
#include <QSettings>
#include <QTableView>
#include <QTreeView>
#include <algorithm>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/widgets/selected_rows.h"

namespace earwitness::gui {

namespace {

constexpr int kRowPadding = 8;       // pixels, above and below the text together
constexpr int kNarrowestColumn = 8;  // characters
constexpr const char* kCopyName = "copyRows";

struct Text {
  Q_DECLARE_TR_FUNCTIONS(Table)
};

/// Room at both sides of the text in cells and headers: right-aligned figures stand beside text.
class RoomyStyle : public QProxyStyle {
 public:
  int pixelMetric(PixelMetric metric, const QStyleOption* option,
                  const QWidget* widget) const override {
    const int plain = QProxyStyle::pixelMetric(metric, option, widget);
    return metric == PM_FocusFrameHMargin || metric == PM_HeaderMargin ? plain + 6 : plain;
  }
};

/// Draws its text where the view it belongs to draws nothing, as it has no rows.
class EmptyText : public QObject {
 public:
  EmptyText(QAbstractItemView& view, std::function<QString()> text)
      : QObject(&view), view_(view), text_(std::move(text)) {
    view.viewport()->installEventFilter(this);
  }

 protected:
  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() != QEvent::Paint || view_.model()->rowCount() > 0) return false;
    QPainter painter(view_.viewport());
    painter.setPen(themeColours(view_.palette()).muted);
    painter.drawText(view_.viewport()->rect().adjusted(20, 10, -20, -10),
                     Qt::AlignCenter | Qt::TextWordWrap, text_());
    return false;
  }

 private:
  QAbstractItemView& view_;
  std::function<QString()> text_;
};

void addCopyAction(QAbstractItemView& view) {
  auto* copy = new QAction(Text::tr("&Copy"), &view);
  copy->setObjectName(QString::fromLatin1(kCopyName));
  copy->setShortcut(QKeySequence::Copy);
  copy->setShortcutContext(Qt::WidgetShortcut);
  QObject::connect(copy, &QAction::triggered, &view, [&view] {
    if (const QString text = rowsAsText(view); !text.isEmpty())
      QGuiApplication::clipboard()->setText(text);
  });
  view.addAction(copy);
}

void widenToHeadings(const QTableView& table) {
  // Not the header's own hint: it keeps room for a sort mark beside the text, which stands above.
  QHeaderView* header = table.horizontalHeader();
  const int margin = header->style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, header);
  for (int column = 0; column < header->count(); ++column) {
    const QString heading = table.model()->headerData(column, Qt::Horizontal).toString();
    const int needed = header->fontMetrics().horizontalAdvance(heading) + 2 * margin + 2;
    header->resizeSection(column, std::max(header->sectionSize(column), needed));
  }
}

/// The last column has what remains.
void saveWidths(QTableView& table) {
  QHeaderView* header = table.horizontalHeader();
  const QString key = QStringLiteral("tables/") + table.objectName();
  const QVariantList saved = QSettings().value(key).toList();
  for (int column = 0; column + 1 < header->count() && saved.size() == header->count() - 1;
       ++column)
    header->resizeSection(column, saved[column].toInt());
  QObject::connect(header, &QHeaderView::sectionResized, header, [header, key](int column) {
    const bool byUser = QGuiApplication::mouseButtons().testFlag(Qt::LeftButton);
    if (!byUser || column == header->count() - 1) return;
    QVariantList widths;
    for (int i = 0; i + 1 < header->count(); ++i) widths.append(header->sectionSize(i));
    QSettings().setValue(key, widths);
  });
}

}  // namespace

void styleTable(QTableView& table, const std::vector<int>& widths) {
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
  // Rows of one height: otherwise each one's is asked for.
  table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + kRowPadding);
  QHeaderView* header = table.horizontalHeader();
  const int character = table.fontMetrics().averageCharWidth();
  header->setHighlightSections(false);
  header->setMinimumSectionSize(character * kNarrowestColumn);
  header->setStretchLastSection(true);
  addCopyAction(table);
  if (widths.empty()) return;
  for (size_t column = 0; column < widths.size(); ++column)
    header->resizeSection(int(column), character * widths[column]);
  widenToHeadings(table);
  saveWidths(table);
}

void styleTable(QTreeView& tree) {
  tree.setAlternatingRowColors(true);
  tree.setAllColumnsShowFocus(true);
  tree.setUniformRowHeights(true);
  tree.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  addCopyAction(tree);
}

void setEmptyText(QAbstractItemView& view, std::function<QString()> text) {
  new EmptyText(view, std::move(text));
}

QAction* copyAction(const QAbstractItemView& view) {
  return view.findChild<QAction*>(QString::fromLatin1(kCopyName), Qt::FindDirectChildrenOnly);
}

QString rowsAsText(const QAbstractItemView& view) {
  QModelIndexList rows;
  const QHeaderView* header = nullptr;
  if (const auto* tree = qobject_cast<const QTreeView*>(&view)) {
    header = tree->header();
    for (QModelIndex row = tree->model()->index(0, 0); row.isValid(); row = tree->indexBelow(row))
      if (tree->selectionModel()->isSelected(row)) rows.append(row);
  } else {
    header = static_cast<const QTableView&>(view).horizontalHeader();
    for (const int row : selectedRows(*view.selectionModel()))
      rows.append(view.model()->index(row, 0));
  }
  QStringList lines;
  for (const QModelIndex& row : rows) {
    QStringList cells;
    for (int place = 0; place < header->count(); ++place)
      if (const int column = header->logicalIndex(place); !header->isSectionHidden(column))
        cells.append(row.siblingAtColumn(column).data().toString().simplified());
    lines.append(cells.join(u'\t'));
  }
  return lines.join(u'\n');
}

}  // namespace earwitness::gui
