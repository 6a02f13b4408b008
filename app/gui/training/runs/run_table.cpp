// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/runs/run_table.h"

#include <QItemSelectionModel>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <algorithm>
#include <set>

#include "app/gui/base/core_text.h"
#include "app/gui/base/theme.h"
#include "app/gui/training/main_figure.h"
#include "app/gui/training/result_figures.h"
#include "app/gui/training/run_library.h"
#include "app/gui/training/run_names.h"
#include "app/gui/widgets/selected_rows.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

namespace {

QColor colourOf(const RunEntry& entry) {
  const ThemeColours& colours = themeColours();
  if (entry.run.state == "running") return colours.accent;
  return entry.run.state == "failed" ? colours.danger : QColor();
}

/// All words must be somewhere in the row.
class WordsFilter : public QSortFilterProxyModel {
 public:
  using QSortFilterProxyModel::QSortFilterProxyModel;
  void setWords(const QString& words) {
    words_ = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
  }

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
    QString whole;
    for (int column = 0; column < sourceModel()->columnCount(); ++column)
      whole += sourceModel()->index(row, column, parent).data().toString() + u'\n';
    return std::all_of(words_.begin(), words_.end(), [&whole](const QString& word) {
      return whole.contains(word, Qt::CaseInsensitive);
    });
  }

 private:
  QStringList words_;
};

}  // namespace

RunTableModel::RunTableModel(QObject* parent)
    : ColumnModel({{tr("Name")},
                   {tr("State")},
                   {tr("Balanced accuracy"), true},
                   {tr("Epochs"), true},
                   {tr("Data")},
                   {tr("Recipe")},
                   {tr("Network")},
                   {tr("Parameters"), true},
                   {tr("Time"), true},
                   {tr("Started")}},
                  parent) {}

void RunTableModel::setEntries(const std::vector<RunEntry>& entries) {
  const bool same = std::equal(entries.begin(), entries.end(), entries_.begin(), entries_.end(),
                               [](const auto& a, const auto& b) { return a.path() == b.path(); });
  if (same) {
    entries_ = entries;
    if (!entries_.empty()) rowsChanged(0, rowCount() - 1);
    return;
  }
  beginResetModel();
  entries_ = entries;
  endResetModel();
}

int RunTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(entries_.size());
}

QString RunTableModel::text(const RunEntry& entry, int column) const {
  const RunSummary& run = entry.run;
  switch (column) {
    case Name:
      return runTitle(entry.path());
    case State:
      return entry.trials > 0 ? tr("%1 (search)").arg(runStateText(run.state))
                              : runStateText(run.state);
    case Balanced:
      return run.best ? namedFigureText(*run.best) : QString();
    case Epochs:
      return tr("%1 of %2").arg(run.epochs).arg(settingText(run, "epochs"));
    case Data:
      return dataNameOf(run);
    case Recipe:
      return settingText(run, "recipe");
    case Network:
      return settingText(run, "architecture");
    case Parameters:
      return run.parameters ? countText(*run.parameters) : QString();
    case Time:
      return run.seconds > 0.0 ? runTimeText(run.seconds) : QString();
    case Started:
      return startOf(run).toString(u"yyyy-MM-dd HH:mm");
    default:
      return {};
  }
}

QVariant RunTableModel::sortKey(const RunEntry& entry, int column) const {
  const RunSummary& run = entry.run;
  switch (column) {
    case Balanced:
      return rankOf(run.best);
    case Epochs:
      return run.epochs;
    case Parameters:
      return qlonglong(run.parameters.value_or(-1));
    case Time:
      return run.seconds;
    case Started:
      return QString::fromStdString(run.started);
    default:
      return text(entry, column).toCaseFolded();
  }
}

QVariant RunTableModel::cell(int row, int column, int role) const {
  const RunEntry& entry = entries_[size_t(row)];
  switch (role) {
    case Qt::DisplayRole:
      return text(entry, column);
    case kSortRole:
      return sortKey(entry, column);
    case Qt::ForegroundRole: {
      const QColor colour = column == State ? colourOf(entry) : QColor();
      return colour.isValid() ? QVariant(colour) : QVariant();
    }
    case Qt::ToolTipRole:
      if (column == State && !entry.run.error.empty()) return coreText(entry.run.error);
      if (column == Name) return QString::fromStdString(entry.path().string());
      return text(entry, column);
    default:
      return {};
  }
}

RunTable::RunTable(QWidget* parent)
    : QTableView(parent), model_(new RunTableModel(this)), proxy_(new WordsFilter(this)) {
  setObjectName(QStringLiteral("runTable"));
  setAccessibleName(tr("Runs"));
  proxy_->setSourceModel(model_);
  proxy_->setSortRole(RunTableModel::kSortRole);
  setModel(proxy_);
  styleTable(*this, {20, 26, 12, 12, 17, 10, 18, 14, 14, 17});
  setSortingEnabled(true);
  sortByColumn(RunTableModel::Started, Qt::DescendingOrder);
  connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunTable::selectionMade);
}

void RunTable::setEntries(const std::vector<RunEntry>& entries) {
  std::set<std::filesystem::path> before;
  for (const RunEntry& entry : selected()) before.insert(entry.path());
  const std::filesystem::path at = current() != nullptr ? current()->path() : "";
  model_->setEntries(entries);
  if (selected().size() == before.size()) return;
  if (!at.empty()) select(at);
  std::vector<int> rows;
  for (int row = 0; row < proxy_->rowCount(); ++row)
    if (before.contains(entryAt(row).path())) rows.push_back(row);
  selectRows(*selectionModel(), rows);
}

void RunTable::setFilter(const QString& words) {
  static_cast<WordsFilter*>(proxy_)->setWords(words);
}

const RunEntry& RunTable::entryAt(int row) const {
  return model_->entryAt(proxy_->mapToSource(proxy_->index(row, 0)).row());
}

std::vector<RunEntry> RunTable::selected() const {
  std::vector<RunEntry> entries;
  for (const int row : selectedRows(*selectionModel())) entries.push_back(entryAt(row));
  return entries;
}

const RunEntry* RunTable::current() const {
  const QModelIndex index = proxy_->mapToSource(currentIndex());
  return index.isValid() ? &model_->entryAt(index.row()) : nullptr;
}

void RunTable::select(const std::filesystem::path& folder) {
  for (int row = 0; row < model_->rowCount(); ++row)
    if (model_->entryAt(row).path() == folder)
      setCurrentIndex(proxy_->mapFromSource(model_->index(row, 0)));
}

int RunTable::shownRows() const {
  return proxy_->rowCount();
}

}  // namespace earwitness::gui
