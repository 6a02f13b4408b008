// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/gui/files/time_view.h"
#include "app/gui/sound_view/event_layout.h"

namespace earwitness::gui {

/// A file's events over the time that is in view, in as many rows as overlap, and grey what came
/// near to being one. Thread: GUI.
class EventStrip : public TimeView {
  Q_OBJECT
 public:
  explicit EventStrip(Timeline* timeline, QWidget* parent = nullptr);

  void setEvents(const std::vector<Event>& events, const std::vector<NearMiss>& nearMisses,
                 const std::vector<std::string>& labels);
  /// Ids of events are their own, those of near-misses are below 0; the current one among them.
  EventTrack* track() const { return track_; }
  /// Where an event is drawn, in the widget's pixels; empty where it is not in view.
  QRect blockOf(int64_t id) const;
  /// The event or near-miss that is drawn there.
  std::optional<int64_t> eventAt(const QPoint& point) const;

  QRect plotRect() const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 signals:
  /// The user clicked on this event or near-miss.
  void eventChosen(qint64 id);

 protected:
  QString describe(const QPoint& point) const override;
  void click(const QPoint& point) override;
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  PictureTime time() const;
  int rowHeight() const;
  QRectF blockOf(const PlacedEvent& placed) const;
  std::optional<int> indexAt(const QPoint& point) const;
  void paintBlock(QPainter& painter, const PlacedEvent& placed);

  EventTrack* track_;
  StreamTimeline seconds_;  ///< a file's: positions are its seconds
  ElidedTexts labels_;
};

}  // namespace earwitness::gui
