// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/data/data_report.h"

namespace earwitness::gui {

/// What a scan has against files, in two levels: the kinds, and the files below each. Tens of
/// thousands of problems are filtered in some milliseconds. Thread: GUI.
class ProblemModel : public QAbstractItemModel {
  Q_OBJECT
 public:
  enum Column { kFile, kWhat, kColumns };

  explicit ProblemModel(QObject* parent = nullptr);

  /// Null: none.
  void setReport(std::shared_ptr<const DataReport> report);
  /// None: all kinds. `text` has to be in the path, whatever its capitals; empty: all.
  void setFilter(std::optional<DataProblemKind> kind, const QString& text);

  /// Kinds that occur, most important first, and how often, whatever the filter.
  std::vector<std::pair<DataProblemKind, size_t>> counts() const;
  /// Null for the row of a kind.
  const DataProblem* problemAt(const QModelIndex& index) const;

  /// All that is known of a row, for people.
  QString detailOf(const QModelIndex& index) const;

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& index) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  struct Group {
    DataProblemKind kind;
    std::vector<const DataProblem*> problems;
  };
  void filter();
  QVariant groupData(const Group& group, int column, int role) const;
  QVariant problemData(const DataProblem& problem, int column, int role) const;

  std::shared_ptr<const DataReport> report_;
  std::vector<Group> groups_;
  std::optional<DataProblemKind> kind_;
  QString text_;
};

}  // namespace earwitness::gui
