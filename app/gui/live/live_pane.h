// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/listening/listener.h"

namespace earwitness::gui {

class Banner;
class ElidedLabel;
class EventLane;
class PictureControls;
class SpectrogramView;

/// The upper pane: what the microphone hears, with its events. Thread: GUI.
class LivePane : public QWidget {
  Q_OBJECT
 public:
  explicit LivePane(QWidget* parent = nullptr);

  /// A new stream with these features.
  void startStream(const FeatureSettings& features);
  void take(const LiveUpdate& update);
  /// Nothing is listened to: said in the pane.
  void setListening(bool listening);
  /// One sentence over the picture; empty for none.
  void setBanner(const QString& sentence);

  SpectrogramView* picture() const { return picture_; }
  EventLane* lane() const { return lane_; }
  PictureControls* controls() const { return controls_; }
  Banner* banner() const { return banner_; }

 private:
  void showState();

  Banner* banner_;
  ElidedLabel* state_;
  PictureControls* controls_;
  SpectrogramView* picture_;
  EventLane* lane_;
  bool listening_ = false;
  ListenerState listenerState_ = ListenerState::Stopped;
};

}  // namespace earwitness::gui
