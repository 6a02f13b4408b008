// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/gui/live/signal_watch.h"
#include "core/monitoring/monitoring_settings.h"

class QAction;
class QLabel;
class QProgressBar;
class QToolButton;

namespace earwitness {
struct LiveUpdate;
struct RecorderState;
}  // namespace earwitness

namespace earwitness::gui {

class ChannelBox;
class DeviceCombo;
class HealthStrip;
class LevelMeter;

/// The left column: microphone with its channel, its level and what to do about it, the room, the
/// recorder, health, and the channel of files. Thread: GUI.
class InputPanel : public QWidget {
  Q_OBJECT
 public:
  InputPanel(DeviceCombo* devices, QAction* learnRoom, QAction* record, QWidget* parent = nullptr);

  void take(const LiveUpdate& update, double hopSeconds);
  /// Nothing is listened to.
  void clear();
  /// 0 to 1 while the room is learned; negative: it is not.
  void setLearning(double progress);
  /// "Not learned", "Learned on ...".
  void setRoomText(const QString& text);
  void setRecorder(RecorderSettings::Mode mode, const RecorderState& state);
  void setMicrophoneChannel(ChannelChoice channel);
  /// Of files that are analysed.
  void setFileChannel(ChannelChoice channel);

  const SignalWatch& signal() const { return signal_; }
  LevelMeter* meter() const { return meter_; }
  HealthStrip* health() const { return health_; }
  QString adviceText() const;
  QString recorderText() const;

  QSize sizeHint() const override;

 signals:
  void microphoneChannelChosen(earwitness::ChannelChoice channel);
  void fileChannelChosen(earwitness::ChannelChoice channel);

 private:
  QWidget* section(const QString& title);

  DeviceCombo* devices_;
  LevelMeter* meter_;
  QLabel* advice_;
  HealthStrip* health_;
  QLabel* room_;
  QProgressBar* learning_;
  QLabel* recorder_;
  ChannelBox* microphoneChannel_;
  ChannelBox* fileChannel_;
  SignalWatch signal_;
  double heardSeconds_ = 0.0;  ///< at the last update
};

}  // namespace earwitness::gui
