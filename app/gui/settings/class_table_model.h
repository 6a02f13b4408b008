// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <map>
#include <string>
#include <vector>

#include "app/gui/widgets/column_model.h"
#include "core/monitoring/monitoring_settings.h"

namespace earwitness::gui {

/// What is set for each class of a model: a row per label. What is not set shows the model's value,
/// greyed. Thread: GUI.
class ClassTableModel : public ColumnModel {
  Q_OBJECT
 public:
  enum Column { Name, Threshold, MinimumSeconds, CoolDownSeconds, Hidden, Pinned, Alert, Record };
  static constexpr int kColumns = Record + 1;

  /// `thresholds`: the model's, one for each label. `defaultAlerts`: for each label whether it
  /// alerts until the user decides; none: no label does.
  ClassTableModel(std::vector<std::string> labels, std::vector<float> thresholds,
                  std::vector<bool> defaultAlerts = {}, QObject* parent = nullptr);

  void setClasses(const std::map<std::string, ClassSettings>& classes);
  /// Changes the entries of the model's labels; those that say nothing are taken out.
  void storeInto(std::map<std::string, ClassSettings>& classes) const;
  void resetRows(const QList<int>& rows);

  int rowCount(const QModelIndex& parent = {}) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 protected:
  QVariant cell(int row, int column, int role) const override;

 private:
  struct Number {
    double value = 0.0;  ///< in the unit that is shown: percent or seconds
    bool isSet = false;
  };
  Number numberAt(int row, int column) const;
  void setNumber(int row, int column, double value);
  QString textAt(int row, int column) const;
  bool isTicked(int row, int column) const;
  void setTicked(int row, int column, bool on);

  std::vector<std::string> labels_;
  std::vector<float> thresholds_;
  std::vector<bool> defaultAlerts_;
  std::vector<ClassSettings> rows_;  ///< one for each label
};

/// The same as a list of labels with a tick each: the Alert column.
class AlertClassesModel : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  AlertClassesModel(ClassTableModel* classes, QObject* parent);
  QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 protected:
  bool filterAcceptsColumn(int column, const QModelIndex& parent) const override;

 private:
  QModelIndex tickOf(const QModelIndex& index) const;

  ClassTableModel* classes_;
};

}  // namespace earwitness::gui
