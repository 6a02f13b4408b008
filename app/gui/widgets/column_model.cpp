// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/column_model.h"

#include <utility>

namespace earwitness::gui {

ColumnModel::ColumnModel(std::vector<Column> columns, QObject* parent)
    : QAbstractTableModel(parent), columns_(std::move(columns)) {}

int ColumnModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(columns_.size());
}

QVariant ColumnModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (role == Qt::TextAlignmentRole) return headerData(index.column(), Qt::Horizontal, role);
  return cell(index.row(), index.column(), role);
}

QVariant ColumnModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  const Column& column = columns_[size_t(section)];
  if (role == Qt::TextAlignmentRole)
    return int((column.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role == Qt::ToolTipRole && !column.help.isEmpty()) return column.help;
  return role == Qt::DisplayRole ? QVariant(column.title) : QVariant();
}

void ColumnModel::rowsChanged(int first, int last) {
  emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

}  // namespace earwitness::gui
