// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/problem_model.h"

#include <QFont>
#include <QLocale>
#include <algorithm>
#include <array>

#include "app/gui/base/core_text.h"
#include "app/gui/training/data_sentences.h"

namespace earwitness::gui {

namespace {

constexpr std::array kKinds{
    DataProblemKind::Table,        DataProblemKind::Alike,      DataProblemKind::Broken,
    DataProblemKind::Missing,      DataProblemKind::Empty,      DataProblemKind::Unread,
    DataProblemKind::Several,      DataProblemKind::Unlabelled, DataProblemKind::Outside,
    DataProblemKind::Overlap,      DataProblemKind::Silent,     DataProblemKind::Duplicate,
    DataProblemKind::Clipped,      DataProblemKind::Short,      DataProblemKind::Incomplete,
    DataProblemKind::OppositePhase};

}  // namespace

ProblemModel::ProblemModel(QObject* parent) : QAbstractItemModel(parent) {}

void ProblemModel::setReport(std::shared_ptr<const DataReport> report) {
  beginResetModel();
  report_ = std::move(report);
  filter();
  endResetModel();
}

void ProblemModel::setFilter(std::optional<DataProblemKind> kind, const QString& text) {
  beginResetModel();
  kind_ = kind;
  text_ = text.trimmed();
  filter();
  endResetModel();
}

void ProblemModel::filter() {
  groups_.clear();
  if (!report_) return;
  for (const DataProblemKind kind : kKinds) {
    if (kind_ && *kind_ != kind) continue;
    Group group{.kind = kind, .problems = {}};
    for (const DataProblem& problem : report_->problems)
      if (problem.kind == kind &&
          (text_.isEmpty() ||
           QString::fromStdString(problem.path.string()).contains(text_, Qt::CaseInsensitive)))
        group.problems.push_back(&problem);
    if (!group.problems.empty()) groups_.push_back(std::move(group));
  }
}

std::vector<std::pair<DataProblemKind, size_t>> ProblemModel::counts() const {
  std::vector<std::pair<DataProblemKind, size_t>> counts;
  if (!report_) return counts;
  for (const DataProblemKind kind : kKinds) {
    const auto count =
        size_t(std::count_if(report_->problems.begin(), report_->problems.end(),
                             [kind](const DataProblem& its) { return its.kind == kind; }));
    if (count > 0) counts.emplace_back(kind, count);
  }
  return counts;
}

const DataProblem* ProblemModel::problemAt(const QModelIndex& index) const {
  if (!index.isValid() || index.internalId() == 0) return nullptr;
  return groups_[size_t(index.internalId() - 1)].problems[size_t(index.row())];
}

QString ProblemModel::detailOf(const QModelIndex& index) const {
  const DataProblem* problem = problemAt(index);
  if (problem == nullptr) return index.data(Qt::ToolTipRole).toString();
  const QString help = problemKindHelp(problem->kind);
  const QString what = problemData(*problem, kWhat, Qt::DisplayRole).toString();
  return what.isEmpty() ? help : tr("%1\n%2", "what is wrong, what it means").arg(what, help);
}

/// A file's row holds the number of its group, from 1 on.
QModelIndex ProblemModel::index(int row, int column, const QModelIndex& parent) const {
  if (row < 0 || row >= rowCount(parent) || column < 0 || column >= kColumns) return {};
  return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex ProblemModel::parent(const QModelIndex& index) const {
  if (!index.isValid() || index.internalId() == 0) return {};
  return createIndex(int(index.internalId()) - 1, 0, quintptr(0));
}

int ProblemModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return int(groups_.size());
  if (parent.internalId() != 0 || parent.column() != 0) return 0;
  return int(groups_[size_t(parent.row())].problems.size());
}

int ProblemModel::columnCount(const QModelIndex&) const {
  return kColumns;
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (const DataProblem* problem = problemAt(index))
    return problemData(*problem, index.column(), role);
  return groupData(groups_[size_t(index.row())], index.column(), role);
}

QVariant ProblemModel::groupData(const Group& group, int column, int role) const {
  if (role == Qt::DisplayRole && column == kFile)
    return tr("%1 (%2)", "a kind of problem, how many")
        .arg(problemKindText(group.kind), QLocale().toString(qulonglong(group.problems.size())));
  if (role == Qt::ToolTipRole) return problemKindHelp(group.kind);
  if (role == Qt::FontRole && column == kFile) {
    QFont font;
    font.setBold(true);
    return font;
  }
  return {};
}

QVariant ProblemModel::problemData(const DataProblem& problem, int column, int role) const {
  if (role == Qt::ToolTipRole) {
    const QString path = QString::fromStdString(problem.path.string());
    return problem.other.empty()
               ? path
               : tr("%1\nsame as\n%2").arg(path, QString::fromStdString(problem.other.string()));
  }
  if (role != Qt::DisplayRole) return {};
  if (column == kFile) return placeText(report_->dataSet.shownPath(problem.path), problem.segment);
  QString what = coreText(problem.what);
  if (!problem.other.empty() && problem.other != problem.path)
    what = tr("%1 as %2", "the same sound, a file")
               .arg(what, QString::fromStdString(report_->dataSet.shownPath(problem.other)));
  return what;
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  return section == kFile ? tr("File") : tr("Problem");
}

}  // namespace earwitness::gui
