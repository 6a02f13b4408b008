// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <vector>

#include "app/gui/training/runs/run_lister.h"
#include "app/gui/widgets/column_model.h"

class QSortFilterProxyModel;

namespace earwitness::gui {

/// Runs, a row each. Thread: GUI.
class RunTableModel : public ColumnModel {
  Q_OBJECT
 public:
  enum Column { Name, State, Balanced, Epochs, Data, Recipe, Network, Parameters, Time, Started };
  static constexpr int kSortRole = Qt::UserRole;

  explicit RunTableModel(QObject* parent = nullptr);

  /// Rows stay, and with them what is selected, where the same runs are there as before.
  void setEntries(const std::vector<RunEntry>& entries);
  const RunEntry& entryAt(int row) const { return entries_[size_t(row)]; }

  int rowCount(const QModelIndex& parent = {}) const override;

 protected:
  QVariant cell(int row, int column, int role) const override;

 private:
  QString text(const RunEntry& entry, int column) const;
  QVariant sortKey(const RunEntry& entry, int column) const;

  std::vector<RunEntry> entries_;
};

/// The table of them: sorted by any column, filtered by words. Thread: GUI.
class RunTable : public QTableView {
  Q_OBJECT
 public:
  explicit RunTable(QWidget* parent = nullptr);

  void setEntries(const std::vector<RunEntry>& entries);
  /// Only runs that have all of these words somewhere.
  void setFilter(const QString& words);
  std::vector<RunEntry> selected() const;
  /// Null where there is none.
  const RunEntry* current() const;
  void select(const std::filesystem::path& folder);
  int shownRows() const;
  int allRows() const { return model_->rowCount(); }

 signals:
  void selectionMade();

 private:
  const RunEntry& entryAt(int row) const;

  RunTableModel* model_;
  QSortFilterProxyModel* proxy_;
};

}  // namespace earwitness::gui
