// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/settings/settings_page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace earwitness::gui {

class ClassTableModel;

/// A table of all classes with what is set for each. Thread: GUI.
class ClassesPage : public SettingsPage {
  Q_OBJECT
 public:
  explicit ClassesPage(ClassTableModel* classes, QWidget* parent = nullptr);

  void setSettings(const MonitoringSettings& settings) override;
  void store(MonitoringSettings& settings) const override;

 private:
  void fillLayout();
  void setUpTable();
  void resetSelected();
  void enableReset();

  ClassTableModel* classes_;
  QSortFilterProxyModel* filtered_;
  QLineEdit* filter_;
  QTableView* table_;
  QPushButton* reset_;
  QPushButton* resetAll_;
};

}  // namespace earwitness::gui
