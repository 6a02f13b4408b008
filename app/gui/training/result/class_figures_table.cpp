// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/result/class_figures_table.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLocale>
#include <QStandardItemModel>
#include <cmath>

#include "app/gui/base/text_format.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

namespace {

constexpr int kSortRole = Qt::UserRole;
constexpr int kLabelRole = Qt::UserRole + 1;

QStandardItem* numberItem(const QString& text, double value) {
  auto* item = new QStandardItem(text);
  // Where nothing is known it stands behind the worst.
  item->setData(std::isnan(value) ? -1.0 : value, kSortRole);
  item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return item;
}

QStandardItem* shareItem(double share) {
  const QString text =
      std::isnan(share) ? QStringLiteral("–")
                        : ClassFiguresTable::tr("%1%").arg(QLocale().toString(share * 100, 'f', 1));
  return numberItem(text, share);
}

}  // namespace

ClassFiguresTable::ClassFiguresTable(QWidget* parent)
    : QTableView(parent), model_(new QStandardItemModel(0, ColumnCount, this)) {
  setObjectName(QStringLiteral("classFigures"));
  setAccessibleName(tr("Classes"));
  model_->setSortRole(kSortRole);
  model_->setHorizontalHeaderLabels(
      {tr("Class"), tr("Clips"), tr("Precision"), tr("Recall"), tr("F1")});
  const char* const help[] = {
      QT_TR_NOOP("Actual class of the clips"), QT_TR_NOOP("Number of validation clips"),
      QT_TR_NOOP("Fraction of clips predicted as this class that are correct"),
      QT_TR_NOOP("Fraction of clips of this class that were recognised"),
      QT_TR_NOOP("Harmonic mean of precision and recall")};
  for (int column = 0; column < ColumnCount; ++column) {
    QStandardItem* header = model_->horizontalHeaderItem(column);
    header->setToolTip(tr(help[column]));
    header->setTextAlignment((column == Class ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  }
  setModel(model_);
  styleTable(*this);
  setSelectionMode(SingleSelection);
  setEditTriggers(NoEditTriggers);
  setSortingEnabled(true);
  sortByColumn(Recall, Qt::AscendingOrder);
  horizontalHeader()->setStretchLastSection(false);
  horizontalHeader()->setSectionResizeMode(Class, QHeaderView::Stretch);
}

void ClassFiguresTable::setResult(const RunResult& result) {
  const bool blocked = blockSignals(true);  // no class is chosen by filling the table
  model_->removeRows(0, model_->rowCount());
  for (const ClassFigures& figures : result.classes) {
    const QString name = displayLabel(result.labels[size_t(figures.label)]);
    auto* label = new QStandardItem(name);
    label->setData(name.toCaseFolded(), kSortRole);
    label->setData(figures.label, kLabelRole);
    model_->appendRow(
        {label, numberItem(QLocale().toString(qlonglong(figures.clips)), double(figures.clips)),
         shareItem(figures.precision), shareItem(figures.recall), shareItem(figures.f1)});
  }
  model_->sort(horizontalHeader()->sortIndicatorSection(),
               horizontalHeader()->sortIndicatorOrder());
  blockSignals(blocked);
}

void ClassFiguresTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QTableView::currentChanged(current, previous);
  if (!current.isValid() || current.row() == previous.row()) return;
  selectionModel()->select(current,
                           QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  const QVariant label = current.siblingAtColumn(Class).data(kLabelRole);
  if (label.isValid()) emit classChosen(label.toInt());
}

}  // namespace earwitness::gui
