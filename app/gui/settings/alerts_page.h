// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/gui/settings/settings_page.h"

class QCheckBox;
class QDoubleSpinBox;
class QLineEdit;
class QListView;
class QPushButton;
class QTimeEdit;

namespace earwitness::gui {

class AlertClassesModel;
class ClassTableModel;
class SettingsForm;

/// How and when alerts are sent, and for which classes. Thread: GUI.
class AlertsPage : public SettingsPage {
  Q_OBJECT
 public:
  /// `classes` is shared with the page of classes.
  explicit AlertsPage(ClassTableModel* classes, QWidget* parent = nullptr);

  void setSettings(const MonitoringSettings& settings) override;
  void store(MonitoringSettings& settings) const override;
  bool hasProblem() const override;

 private:
  void addWayRows();
  void addTimeRows();
  void addClassRows(ClassTableModel* classes);
  QPushButton* makeTestButton(const QString& way);
  /// Sends one alert by these ways only, and says under `row` how it went.
  void test(QPushButton* button, QWidget* row, const AlertSettings& settings);
  std::vector<std::string> command() const;
  bool isCommandBad() const;
  bool isUrlBad() const;
  /// Says beside the fields what cannot be used.
  void check();

  SettingsForm* form_;
  QWidget* notificationRow_;
  QWidget* soundRow_;
  QWidget* quietRow_;
  QCheckBox* notification_;
  QCheckBox* sound_;
  QLineEdit* command_;
  QLineEdit* webhook_;
  QPushButton* testCommand_;
  QPushButton* testWebhook_;
  QDoubleSpinBox* coolDown_;
  QCheckBox* quietHours_;
  QTimeEdit* quietFrom_;
  QTimeEdit* quietTo_;
  QLineEdit* filter_;
  QListView* list_;
  AlertClassesModel* alertClasses_;
  std::vector<std::string> commandBefore_;
  QString commandTextBefore_;
};

}  // namespace earwitness::gui
