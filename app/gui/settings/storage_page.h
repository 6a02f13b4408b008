// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/settings/settings_context.h"
#include "app/gui/settings/settings_page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace earwitness::gui {

class SettingsForm;

/// Whether events are kept, where, and how much that is; what the times of recordings mean.
/// Thread: GUI.
class StoragePage : public SettingsPage {
  Q_OBJECT
 public:
  explicit StoragePage(const SettingsContext& context, QWidget* parent = nullptr);

  void setSettings(const MonitoringSettings& settings) override;
  void store(MonitoringSettings& settings) const override;
  bool hasProblem() const override;

 private:
  void addZoneRow();
  /// As TimeZone::named() has it.
  QString zone() const;

  SettingsForm* form_;
  QCheckBox* keep_;
  QComboBox* zone_;
};

}  // namespace earwitness::gui
