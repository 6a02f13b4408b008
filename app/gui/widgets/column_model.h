// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <vector>

namespace earwitness::gui {

/// A table whose columns have titles, and figures at the right. Thread: GUI.
class ColumnModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 protected:
  struct Column {
    QString title;
    bool isNumber = false;
    QString help = {};  ///< tooltip of the title
  };
  ColumnModel(std::vector<Column> columns, QObject* parent);
  /// What data() has of a cell that is there, except for its alignment.
  virtual QVariant cell(int row, int column, int role) const = 0;
  void rowsChanged(int first, int last);

 private:
  std::vector<Column> columns_;
};

}  // namespace earwitness::gui
