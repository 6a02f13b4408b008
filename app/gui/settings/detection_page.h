// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/settings/settings_page.h"

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace earwitness::gui {

class ChannelBox;
class SettingsForm;

/// Smoothing, the channels of the microphone and of files, and the gate that keeps an empty room
/// quiet. Thread: GUI.
class DetectionPage : public SettingsPage {
  Q_OBJECT
 public:
  explicit DetectionPage(QWidget* parent = nullptr);

  void setSettings(const MonitoringSettings& settings) override;
  void store(MonitoringSettings& settings) const override;

  /// What is learned takes effect like any other change.
  void setRoom(const NoiseProfile& room, int64_t learnedUtcMs);
  void setLearning(double secondsHeard);
  /// It was broken off; `sentence` says why, or nothing.
  void endLearning(const QString& sentence);

 signals:
  void learnRoomRequested();

 private:
  void showRoom();

  SettingsForm* form_;
  QWidget* learnRow_ = nullptr;
  QDoubleSpinBox* smoothing_;
  ChannelBox* microphoneChannel_;
  ChannelBox* fileChannel_;
  QCheckBox* useGate_;
  QLabel* learned_;
  QPushButton* learn_;
  QPushButton* forget_;
  QProgressBar* progress_;
  NoiseProfile room_;
  int64_t learnedUtcMs_ = 0;
};

}  // namespace earwitness::gui
