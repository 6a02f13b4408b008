// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/listening/listener.h"

namespace earwitness::gui {

class Banner;
class ElidedLabel;
class EventLane;
class PictureControls;
class Services;
class SpectrogramView;

/// The upper pane: the live spectrogram with its events. Thread: GUI.
class LivePane : public QWidget {
  Q_OBJECT
 public:
  explicit LivePane(Services& services, QWidget* parent = nullptr);

  SpectrogramView* picture() const { return picture_; }
  EventLane* lane() const { return lane_; }
  PictureControls* controls() const { return controls_; }
  Banner* banner() const { return banner_; }

 private:
  void follow();
  void take(const LiveUpdate& update);
  void showEvents(const LiveUpdate& update);
  void showState();
  QString bannerText(const LiveUpdate& update) const;

  Services& services_;
  Banner* banner_;
  ElidedLabel* state_;
  PictureControls* controls_;
  SpectrogramView* picture_;
  EventLane* lane_;
  ListenerState listenerState_ = ListenerState::Stopped;
};

}  // namespace earwitness::gui
