// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings/class_table_model.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPalette>
#include <algorithm>
#include <cmath>

#include "app/gui/base/shown_label.h"

namespace earwitness::gui {

namespace {

constexpr double kEditorStep = 0.1;  // percent or seconds

bool isTick(int column) {
  return column >= ClassTableModel::Hidden;
}

/// The member behind a column of ticks; null for the others, and for alerts, which have defaults.
bool ClassSettings::*tickOfColumn(int column) {
  switch (column) {
    case ClassTableModel::Hidden:
      return &ClassSettings::hidden;
    case ClassTableModel::Pinned:
      return &ClassSettings::pinned;
    case ClassTableModel::Record:
      return &ClassSettings::record;
    default:
      return nullptr;
  }
}

bool isNumber(int column) {
  return column == ClassTableModel::Threshold || column == ClassTableModel::MinimumSeconds ||
         column == ClassTableModel::CoolDownSeconds;
}

}  // namespace

ClassTableModel::ClassTableModel(std::vector<std::string> labels, std::vector<float> thresholds,
                                 std::vector<bool> defaultAlerts, QObject* parent)
    : ColumnModel({{tr("Class"), false, tr("The class's name")},
                   {tr("Threshold"), true, tr("An event begins at this smoothed score")},
                   {tr("Min. duration"), true, tr("Shorter events are not reported")},
                   {tr("Min. gap"), true, tr("Minimum gap between two events of this class")},
                   {tr("Ignore"), false, tr("Turned off: not detected, recorded or alerted on")},
                   {tr("Pin"), false, tr("Always shown among the classes")},
                   {tr("Alert"), false, tr("Its events send alerts")},
                   {tr("Record"), false, tr("Its events trigger the recorder")}},
                  parent),
      labels_(std::move(labels)),
      thresholds_(std::move(thresholds)),
      defaultAlerts_(std::move(defaultAlerts)),
      rows_(labels_.size()) {
  thresholds_.resize(labels_.size(), ClassRule{}.onThreshold);
  defaultAlerts_.resize(labels_.size(), false);
}

void ClassTableModel::setClasses(const std::map<std::string, ClassSettings>& classes) {
  if (labels_.empty()) return;
  for (size_t row = 0; row < labels_.size(); ++row) {
    const auto found = classes.find(labels_[row]);
    rows_[row] = found == classes.end() ? ClassSettings{} : found->second;
  }
  rowsChanged(0, rowCount() - 1);
}

void ClassTableModel::storeInto(std::map<std::string, ClassSettings>& classes) const {
  for (size_t row = 0; row < labels_.size(); ++row)
    if (rows_[row] == ClassSettings{})
      classes.erase(labels_[row]);
    else
      classes[labels_[row]] = rows_[row];
}

void ClassTableModel::resetRows(const QList<int>& rows) {
  for (const int row : rows) {
    rows_[size_t(row)] = ClassSettings{};
    rowsChanged(row, row);
  }
}

int ClassTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(labels_.size());
}

ClassTableModel::Number ClassTableModel::numberAt(int row, int column) const {
  const ClassSettings& set = rows_[size_t(row)];
  const ClassRule rule;
  switch (column) {
    case Threshold:
      return {set.threshold.value_or(thresholds_[size_t(row)]) * 100.0, set.threshold.has_value()};
    case MinimumSeconds:
      return {set.minimumSeconds.value_or(rule.minimumSeconds), set.minimumSeconds.has_value()};
    default:
      return {set.coolDownSeconds.value_or(rule.coolDownSeconds), set.coolDownSeconds.has_value()};
  }
}

void ClassTableModel::setNumber(int row, int column, double value) {
  ClassSettings& set = rows_[size_t(row)];
  // The editor rounds; what differs by no more than that stays the model's.
  if (std::abs(value - numberAt(row, column).value) < kEditorStep / 2.0) return;
  if (column == Threshold)
    set.threshold = float(std::clamp(value / 100.0, 0.0, 1.0));
  else if (column == MinimumSeconds)
    set.minimumSeconds = std::clamp(value, 0.0, ClassSettings::kMaxMinimumSeconds);
  else
    set.coolDownSeconds = std::clamp(value, 0.0, ClassSettings::kMaxCoolDownSeconds);
}

bool ClassTableModel::isTicked(int row, int column) const {
  const ClassSettings& set = rows_[size_t(row)];
  if (column == Alert) return set.alert.value_or(defaultAlerts_[size_t(row)]);
  return set.*tickOfColumn(column);
}

void ClassTableModel::setTicked(int row, int column, bool on) {
  ClassSettings& set = rows_[size_t(row)];
  if (column != Alert)
    set.*tickOfColumn(column) = on;
  else if (on == defaultAlerts_[size_t(row)])
    set.alert.reset();
  else
    set.alert = on;
}

QString ClassTableModel::textAt(int row, int column) const {
  if (column == Name) return shownLabel(labels_[size_t(row)]);
  if (!isNumber(column)) return {};
  const double value = numberAt(row, column).value;
  const QString number = QLocale().toString(std::round(value * 10.0) / 10.0, 'g', 8);
  return column == Threshold ? tr("%1%", "a percentage").arg(number)
                             : tr("%1 s", "seconds").arg(number);
}

QVariant ClassTableModel::cell(int row, int column, int role) const {
  const bool isModels = isNumber(column) && !numberAt(row, column).isSet;
  switch (role) {
    case Qt::DisplayRole:
      return isTick(column) ? QVariant() : textAt(row, column);
    case Qt::EditRole:
      return isNumber(column) ? QVariant(numberAt(row, column).value) : textAt(row, column);
    case Qt::CheckStateRole:
      if (!isTick(column)) return {};
      return isTicked(row, column) ? Qt::Checked : Qt::Unchecked;
    case Qt::ForegroundRole:
      return isModels ? QGuiApplication::palette().brush(QPalette::PlaceholderText) : QVariant();
    case Qt::ToolTipRole:
      return isModels ? tr("The value of the model. Enter another one to change it.") : QVariant();
    case Qt::AccessibleTextRole:
      return tr("%1, %2%3", "class, column and value in a table")
          .arg(shownLabel(labels_[size_t(row)]),
               headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
               isNumber(column) ? u' ' + textAt(row, column) : QString());
    default:
      return {};
  }
}

bool ClassTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (!index.isValid()) return false;
  if (role == Qt::CheckStateRole && isTick(index.column()))
    setTicked(index.row(), index.column(), value.toInt() == Qt::Checked);
  else if (role == Qt::EditRole && isNumber(index.column()))
    setNumber(index.row(), index.column(), value.toDouble());
  else
    return false;
  emit dataChanged(index, index);
  return true;
}

Qt::ItemFlags ClassTableModel::flags(const QModelIndex& index) const {
  const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
  if (isTick(index.column())) return plain | Qt::ItemIsUserCheckable;
  return isNumber(index.column()) ? plain | Qt::ItemIsEditable : plain;
}

AlertClassesModel::AlertClassesModel(ClassTableModel* classes, QObject* parent)
    : QSortFilterProxyModel(parent), classes_(classes) {
  setFilterCaseSensitivity(Qt::CaseInsensitive);
  setSourceModel(classes);
  // A tick is set in a column that is not in the list.
  connect(classes, &ClassTableModel::dataChanged, this, [this] {
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
  });
}

QModelIndex AlertClassesModel::tickOf(const QModelIndex& index) const {
  return classes_->index(mapToSource(index).row(), ClassTableModel::Alert);
}

QVariant AlertClassesModel::data(const QModelIndex& index, int role) const {
  if (role == Qt::CheckStateRole) return classes_->data(tickOf(index), role);
  if (role == Qt::AccessibleTextRole) return QSortFilterProxyModel::data(index, Qt::DisplayRole);
  return QSortFilterProxyModel::data(index, role);
}

bool AlertClassesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  return role == Qt::CheckStateRole && classes_->setData(tickOf(index), value, role);
}

Qt::ItemFlags AlertClassesModel::flags(const QModelIndex& index) const {
  return QSortFilterProxyModel::flags(index) | Qt::ItemIsUserCheckable;
}

bool AlertClassesModel::filterAcceptsColumn(int column, const QModelIndex&) const {
  return column == ClassTableModel::Name;
}

}  // namespace earwitness::gui
