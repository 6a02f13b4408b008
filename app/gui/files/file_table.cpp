// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/file_table.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <utility>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/files/file_table_model.h"
#include "app/gui/services/file_library.h"
#include "app/gui/widgets/selected_rows.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

namespace {

constexpr int kPadding = 6;  // at both sides of a cell's text: figures stand beside text

/// Text with room around it; below it a thin bar while the file is being analysed.
class RowDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    QStyleOptionViewItem roomy(option);
    initStyleOption(&roomy, index);
    const QString text = std::exchange(roomy.text, QString());
    const QIcon icon = std::exchange(roomy.icon, QIcon());
    roomy.features &= ~QStyleOptionViewItem::HasDecoration;
    const QWidget* widget = option.widget;
    widget->style()->drawControl(QStyle::CE_ItemViewItem, &roomy, painter, widget);
    QRect inside = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    if (!icon.isNull()) {
      const int size = roomy.fontMetrics.ascent();
      icon.paint(painter, QRect(inside.left(), inside.center().y() - size / 2, size, size));
      inside.setLeft(inside.left() + size + kPadding);
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setFont(roomy.font);
    painter->setPen(roomy.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(inside, int(roomy.displayAlignment),
                      roomy.fontMetrics.elidedText(text, Qt::ElideRight, inside.width()));
    if (index.column() == FileTableModel::State) paintProgress(painter, inside, index);
  }

 private:
  static void paintProgress(QPainter* painter, const QRect& inside, const QModelIndex& index) {
    const QVariant progress = index.data(FileTableModel::ProgressRole);
    if (!progress.isValid()) return;
    const ThemeColours& colours = themeColours();
    QRect track(inside.left(), inside.bottom() - 2, inside.width(), 2);
    painter->fillRect(track, colours.track);
    track.setWidth(int(track.width() * progress.toDouble()));
    painter->fillRect(track, colours.accent);
  }
};

}  // namespace

FileTable::FileTable(FileFilter* filter, QWidget* parent) : QTableView(parent), filter_(filter) {
  setObjectName(QStringLiteral("fileTable"));
  setAccessibleName(tr("Files"));
  setModel(filter);
  setItemDelegate(new RowDelegate(this));
  setFont(tabularFont(font()));
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setAlternatingRowColors(true);
  setWordWrap(false);
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::ExtendedSelection);
  setTabKeyNavigation(false);
  setCornerButtonEnabled(false);
  setContextMenuPolicy(Qt::ActionsContextMenu);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  verticalHeader()->hide();
  // Rows of one height: otherwise each one's is asked for.
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
  QHeaderView* header = horizontalHeader();
  header->setHighlightSections(false);
  header->setStretchLastSection(true);
  const int em = fontMetrics().averageCharWidth();
  using Model = FileTableModel;
  // The state is wide enough for how much of a file that is cut off was read.
  const std::pair<int, int> widths[] = {{Model::Name, 31},     {Model::Length, 11},
                                        {Model::State, 28},    {Model::TopSound, 18},
                                        {Model::TopScore, 10}, {Model::Sounds, 11}};
  for (const auto& [column, characters] : widths) header->resizeSection(column, em * characters);
  // No sorting until the user asks for it: the files stand in the order in which they came.
  header->setSortIndicator(-1, Qt::AscendingOrder);
  header->setSortIndicatorClearable(true);
  setSortingEnabled(true);
  widenToHeadings(*this);
}

int FileTable::fileAt(const QModelIndex& index) const {
  if (!index.isValid()) return 0;
  const auto* files = static_cast<const FileTableModel*>(filter_->sourceModel());
  return files->fileAt(filter_->mapToSource(index).row()).id;
}

std::vector<int> FileTable::chosen() const {
  std::vector<int> ids;
  for (const int row : selectedRows(*selectionModel()))
    ids.push_back(fileAt(filter_->index(row, 0)));
  return ids;
}

std::vector<int> FileTable::listed() const {
  std::vector<int> ids;
  for (int row = 0; row < filter_->rowCount(); ++row) ids.push_back(fileAt(filter_->index(row, 0)));
  return ids;
}

void FileTable::choose(int id) {
  const auto* files = static_cast<const FileTableModel*>(filter_->sourceModel());
  const int row = files->rowOf(id);
  if (row < 0) return;
  const QModelIndex index = filter_->mapFromSource(files->index(row, 0));
  if (!index.isValid()) return;
  if (index.row() != currentIndex().row()) selectRow(index.row());
  scrollTo(index);
}

void FileTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QTableView::currentChanged(current, previous);
  if (current.isValid() && current.row() != previous.row())
    emit currentFileChanged(fileAt(current));
}

void FileTable::paintEvent(QPaintEvent* event) {
  QTableView::paintEvent(event);
  if (filter_->rowCount() > 0) return;
  QPainter painter(viewport());
  painter.setPen(themeColours(palette()).muted);
  painter.drawText(viewport()->rect(), Qt::AlignCenter,
                   filter_->sourceModel()->rowCount() > 0
                       ? tr("No files match the filter.")
                       : tr("Drop audio files or folders here, or open them with Ctrl+O."));
}

}  // namespace earwitness::gui
