#pragma once

#include "app/gui/settings/settings_context.h"
#include "app/gui/settings/settings_page.h"

class QCheckBox;
class QLabel;
class QLineEdit;

namespace earwitness::gui {

/// Whether events are kept, where, and how much that is. Thread: GUI.
class StoragePage : public SettingsPage {
  Q_OBJECT
 public:
  explicit StoragePage(const SettingsContext& context, QWidget* parent = nullptr);

  void setSettings(const DeskSettings& settings) override;
  void store(DeskSettings& settings) const override;

 private:
  QCheckBox* keep_;
};

}  // namespace earwitness::gui
