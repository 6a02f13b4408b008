// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/file_table.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include "app/gui/base/theme.h"
#include "app/gui/files/file_table_model.h"
#include "app/gui/services/file_library.h"
#include "app/gui/widgets/selected_rows.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

namespace {

/// Below its text a thin bar while the file is being analysed.
class StateDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    const int size = option->fontMetrics.ascent();
    option->decorationSize = QSize(size, size);
  }
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant progress = index.data(FileTableModel::ProgressRole);
    if (!progress.isValid()) return;
    const int padding = option.widget->style()->pixelMetric(QStyle::PM_FocusFrameHMargin);
    const ThemeColours& colours = themeColours();
    const QRect inside = option.rect.adjusted(padding, 0, -padding, 0);
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
  setItemDelegateForColumn(FileTableModel::State, new StateDelegate(this));
  setContextMenuPolicy(Qt::ActionsContextMenu);
  // The state is wide enough for how much of a file that is cut off was read.
  styleTable(*this, {31, 11, 28, 18, 10, 11});
  setEmptyText(*this, [this] {
    return filter_->sourceModel()->rowCount() > 0
               ? tr("No files match the filter.")
               : tr("Drop audio files or folders here, or open them with Ctrl+O.");
  });
  // No sorting until the user asks for it: the files stand in the order in which they came.
  horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  horizontalHeader()->setSortIndicatorClearable(true);
  setSortingEnabled(true);
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

}  // namespace earwitness::gui
