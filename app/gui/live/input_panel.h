// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QToolButton;

namespace earwitness {
struct LiveUpdate;
}

namespace earwitness::gui {

class ChannelBox;
class DeviceCombo;
class HealthStrip;
class LevelMeter;
class Services;

/// The left column: microphone with its channel, its level and what to do about it, the room, the
/// recorder, health, and the channel of files. Thread: GUI.
class InputPanel : public QWidget {
  Q_OBJECT
 public:
  /// With two actions that stand here as buttons.
  InputPanel(Services& services, QAction* learnRoom, QAction* record, QWidget* parent = nullptr);

  DeviceCombo* devices() const { return devices_; }
  /// Lists the microphones anew. While one is open there is a gap in listening.
  void findDevices();

  QSize sizeHint() const override;

 signals:
  /// One sentence for the status line.
  void told(const QString& sentence);

 private:
  void build(QAction* learnRoom, QAction* record);
  QWidget* section(const QString& title);
  void follow();
  void take(const LiveUpdate& update);
  void clear();
  void showRoomProgress(double share);
  void showSettings();
  void showRecorder();

  Services& services_;
  DeviceCombo* devices_;
  LevelMeter* meter_;
  QLabel* advice_;
  HealthStrip* health_;
  QLabel* room_;
  QProgressBar* learning_;
  QLabel* recorder_;
  ChannelBox* microphoneChannel_;
  ChannelBox* fileChannel_;
};

}  // namespace earwitness::gui
