// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/settings/settings_page.h"

class QComboBox;

namespace earwitness::gui {

/// In which language the window speaks. Thread: GUI.
class LanguagePage : public SettingsPage {
  Q_OBJECT
 public:
  explicit LanguagePage(QWidget* parent = nullptr);

  void setSettings(const MonitoringSettings&) override {}
  void store(MonitoringSettings&) const override {}
  bool isChanged() const override;
  void keep() override;

 private:
  QComboBox* language_;
};

}  // namespace earwitness::gui
