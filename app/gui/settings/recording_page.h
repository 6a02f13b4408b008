// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "app/gui/settings/settings_context.h"
#include "app/gui/settings/settings_page.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace earwitness::gui {

class ByteSizeEdit;
class SettingsForm;

/// What is recorded, where, and how much of it is kept. Thread: GUI.
class RecordingPage : public SettingsPage {
  Q_OBJECT
 public:
  explicit RecordingPage(const SettingsContext& context, QWidget* parent = nullptr);

  void setSettings(const MonitoringSettings& settings) override;
  void store(MonitoringSettings& settings) const override;
  bool hasProblem() const override;
  /// What the recordings take now; -1: not known.
  void setUsedBytes(int64_t bytes);

 private:
  void addModeRows();
  void addPlaceRows(const SettingsContext& context);
  void addClipRows();
  void addLimitRows();
  void chooseFolder();
  /// Says beside the fields what cannot be used.
  void check();
  bool isFolderBad() const;
  bool isQuotaBad() const;

  SettingsForm* form_;
  std::array<QRadioButton*, 3> modes_{};  ///< in the order of RecorderSettings::Mode
  QLineEdit* folder_;
  QPushButton* choose_;
  QComboBox* format_;
  QDoubleSpinBox* before_;
  QDoubleSpinBox* after_;
  QCheckBox* hasQuota_;
  ByteSizeEdit* quota_;
  ByteSizeEdit* floor_;
  QSpinBox* minimumPerClass_;
  int64_t usedBytes_ = -1;
};

}  // namespace earwitness::gui
