// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/monitoring/monitoring_settings.h"

namespace earwitness::gui {

/// One page of the settings dialog. Thread: GUI.
class SettingsPage : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;

  /// Puts the settings into the fields.
  virtual void setSettings(const MonitoringSettings& settings) = 0;
  /// Puts the fields into the settings; what the page does not show is left as it is.
  virtual void store(MonitoringSettings& settings) const = 0;
  /// Whether something is entered that cannot be used; the page says what beside the field.
  virtual bool hasProblem() const { return false; }

  /// Whether keep() would change something: what the page sets beside the settings of the desk.
  virtual bool isChanged() const { return false; }
  virtual void keep() {}

 signals:
  /// The user changed something.
  void edited();
};

}  // namespace earwitness::gui
