// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings/classes_page.h"

#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>
#include <numeric>

#include "app/gui/settings/class_table_model.h"
#include "app/gui/widgets/settings_form.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

namespace {

constexpr int kNarrowestColumn = 64;

/// A spin box with the range and unit of its column.
class NumberDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&,
                        const QModelIndex& index) const override {
    auto* edit = new QDoubleSpinBox(parent);
    edit->setFrame(false);
    edit->setDecimals(1);
    edit->setAlignment(Qt::AlignRight);
    edit->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    if (index.column() == ClassTableModel::Threshold) {
      edit->setRange(0.0, 100.0);
      edit->setSuffix(ClassesPage::tr("%", "a percentage"));
    } else {
      edit->setRange(0.0, index.column() == ClassTableModel::MinimumSeconds
                              ? ClassSettings::kMaxMinimumSeconds
                              : ClassSettings::kMaxCoolDownSeconds);
      edit->setSuffix(ClassesPage::tr(" s", "seconds"));
    }
    return edit;
  }
};

}  // namespace

ClassesPage::ClassesPage(ClassTableModel* classes, QWidget* parent)
    : SettingsPage(parent),
      classes_(classes),
      filtered_(new QSortFilterProxyModel(this)),
      filter_(new QLineEdit(this)),
      table_(new QTableView(this)),
      reset_(new QPushButton(tr("&Reset to the model's"), this)),
      resetAll_(new QPushButton(tr("Reset a&ll"), this)) {
  filtered_->setSourceModel(classes_);
  filtered_->setFilterKeyColumn(ClassTableModel::Name);
  filtered_->setFilterCaseSensitivity(Qt::CaseInsensitive);
  filtered_->setSortCaseSensitivity(Qt::CaseInsensitive);
  filtered_->setSortRole(Qt::EditRole);
  setUpTable();
  fillLayout();

  connect(filter_, &QLineEdit::textChanged, filtered_,
          &QSortFilterProxyModel::setFilterFixedString);
  connect(classes_, &ClassTableModel::dataChanged, this, &ClassesPage::edited);
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &ClassesPage::enableReset);
  connect(reset_, &QPushButton::clicked, this, &ClassesPage::resetSelected);
  connect(resetAll_, &QPushButton::clicked, this, [this] {
    QList<int> rows(classes_->rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    classes_->resetRows(rows);
  });
  enableReset();
}

void ClassesPage::setUpTable() {
  table_->setModel(filtered_);
  table_->setItemDelegate(new NumberDelegate(table_));
  table_->setAccessibleName(tr("Classes"));
  styleTable(*table_);
  table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                          QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
  table_->setSortingEnabled(true);
  table_->sortByColumn(-1, Qt::AscendingOrder);  // the model's order until a header is clicked
  QHeaderView* header = table_->horizontalHeader();
  header->setMinimumSectionSize(kNarrowestColumn);
  for (int column = 0; column < ClassTableModel::kColumns; ++column)
    header->setSectionResizeMode(column, column == ClassTableModel::Name
                                             ? QHeaderView::Stretch
                                             : QHeaderView::ResizeToContents);
}

void ClassesPage::fillLayout() {
  auto* label = new QLabel(tr("&Find:"), this);
  label->setBuddy(filter_);
  filter_->setAccessibleName(tr("Find classes"));
  filter_->setPlaceholderText(tr("Part of a name"));
  filter_->setClearButtonEnabled(true);
  for (QPushButton* button : {reset_, resetAll_}) button->setAutoDefault(false);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(8);
  layout->addWidget(makeRowOf({label, filter_}, this, 1));
  layout->addWidget(table_, 1);
  layout->addWidget(makeHelpLabel(tr("Grey values come from the model. To change a value, "
                                     "double-click it or press F2. To tick a box, press Space."),
                                  this));
  layout->addWidget(makeRowOf({reset_, resetAll_}, this));
}

void ClassesPage::setSettings(const MonitoringSettings& settings) {
  classes_->setClasses(settings.classes);
}

void ClassesPage::store(MonitoringSettings& settings) const {
  classes_->storeInto(settings.classes);
}

void ClassesPage::enableReset() {
  reset_->setEnabled(table_->selectionModel()->hasSelection());
}

void ClassesPage::resetSelected() {
  QList<int> rows;
  for (const QModelIndex& row : table_->selectionModel()->selectedRows())
    rows.append(filtered_->mapToSource(row).row());
  classes_->resetRows(rows);
}

}  // namespace earwitness::gui
