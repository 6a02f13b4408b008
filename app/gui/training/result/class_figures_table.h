// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include "core/runs/run_result.h"

class QStandardItemModel;

namespace earwitness::gui {

/// Clips, precision, recall and F1 of each class; sorted by the column whose header is clicked.
/// Thread: GUI.
class ClassFiguresTable : public QTableView {
  Q_OBJECT
 public:
  enum Column { Class, Clips, Precision, Recall, F1, ColumnCount };

  explicit ClassFiguresTable(QWidget* parent = nullptr);
  void setResult(const RunResult& result);

 signals:
  void classChosen(int label);

 protected:
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

 private:
  QStandardItemModel* model_;
};

}  // namespace earwitness::gui
