// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings/class_table_model.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>
#include <algorithm>
#include <cmath>

#include "app/gui/base/shown_label.h"

namespace earwitness::gui {

namespace {

constexpr double kEditorStep = 0.1;  // percent or seconds

struct ColumnText {
  const char* title;
  const char* help;
};

constexpr ColumnText kTexts[ClassTableModel::kColumns] = {
    {QT_TRANSLATE_NOOP("ClassTableModel", "Class"),
     QT_TRANSLATE_NOOP("ClassTableModel", "The class's name")},
    {QT_TRANSLATE_NOOP("ClassTableModel", "Threshold"),
     QT_TRANSLATE_NOOP("ClassTableModel", "An event begins at this smoothed score")},
    {QT_TRANSLATE_NOOP("ClassTableModel", "Min. duration"),
     QT_TRANSLATE_NOOP("ClassTableModel", "Shorter events are not reported")},
    {QT_TRANSLATE_NOOP("ClassTableModel", "Min. gap"),
     QT_TRANSLATE_NOOP("ClassTableModel", "Minimum gap between two events of this class")},
    {QT_TRANSLATE_NOOP("ClassTableModel", "Ignore"),
     QT_TRANSLATE_NOOP("ClassTableModel", "Turned off: not detected, recorded or alerted on")},
    {QT_TRANSLATE_NOOP("ClassTableModel", "Pin"),
     QT_TRANSLATE_NOOP("ClassTableModel", "Always shown among the classes")},
    {QT_TRANSLATE_NOOP("ClassTableModel", "Alert"),
     QT_TRANSLATE_NOOP("ClassTableModel", "Its events send alerts")},
    {QT_TRANSLATE_NOOP("ClassTableModel", "Record"),
     QT_TRANSLATE_NOOP("ClassTableModel", "Its events trigger the recorder")}};

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
    : QAbstractTableModel(parent),
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
  emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
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
    emit dataChanged(index(row, 0), index(row, kColumns - 1));
  }
}

int ClassTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(labels_.size());
}

int ClassTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
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

QString ClassTableModel::textAt(const QModelIndex& index) const {
  if (index.column() == Name) return shownLabel(labels_[size_t(index.row())]);
  if (!isNumber(index.column())) return {};
  const double value = numberAt(index.row(), index.column()).value;
  const QString number = QLocale().toString(std::round(value * 10.0) / 10.0, 'g', 8);
  return index.column() == Threshold ? tr("%1%", "a percentage").arg(number)
                                     : tr("%1 s", "seconds").arg(number);
}

QVariant ClassTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const int column = index.column();
  switch (role) {
    case Qt::DisplayRole:
      return isTick(column) ? QVariant() : textAt(index);
    case Qt::EditRole:
      return isNumber(column) ? QVariant(numberAt(index.row(), column).value) : textAt(index);
    case Qt::CheckStateRole:
      if (!isTick(column)) return {};
      return isTicked(index.row(), column) ? Qt::Checked : Qt::Unchecked;
    case Qt::TextAlignmentRole:
      return isNumber(column) ? QVariant(Qt::AlignCenter) : QVariant();
    case Qt::ForegroundRole:
      if (isNumber(column) && !numberAt(index.row(), column).isSet)
        return QGuiApplication::palette().brush(QPalette::PlaceholderText);
      return {};
    case Qt::ToolTipRole:
      if (isNumber(column) && !numberAt(index.row(), column).isSet)
        return tr("The value of the model. Enter another one to change it.");
      return {};
    case Qt::AccessibleTextRole:
      return tr("%1, %2%3", "class, column and value in a table")
          .arg(shownLabel(labels_[size_t(index.row())]),
               headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
               isNumber(column) ? u' ' + textAt(index) : QString());
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

QVariant ClassTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) return {};
  if (role == Qt::DisplayRole)
    return QCoreApplication::translate("ClassTableModel", kTexts[section].title);
  if (role == Qt::ToolTipRole)
    return QCoreApplication::translate("ClassTableModel", kTexts[section].help);
  if (role == Qt::TextAlignmentRole)
    return isNumber(section) ? QVariant(Qt::AlignCenter)
                             : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
  return {};
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
