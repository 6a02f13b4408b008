// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "app/gui/sound_view/event_layout.h"

namespace earwitness::gui {

class SpectrogramView;

/// The events of a spectrogram as labelled blocks below it, on its time axis to the pixel, wherever
/// a layout puts the two: several rows where they overlap, near-misses hatched and grey with their
/// reason in the tooltip. Left and Right, Home and End step through them; Return or a click
/// activates. The current event is the track's, and so the same in both. Thread: GUI.
class EventLane : public QWidget {
  Q_OBJECT
 public:
  /// `view` must outlive it.
  explicit EventLane(SpectrogramView* view, QWidget* parent = nullptr);

  /// The event at this point of the lane.
  std::optional<int64_t> eventAt(const QPointF& point) const;
  /// Where an event is drawn; empty where it is not in view.
  QRectF blockOf(int64_t id) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  /// Clicked, or Return pressed on the current one.
  void eventActivated(qint64 id);
  /// 0: none.
  void currentEventChanged(qint64 id);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  PictureTime time() const;
  QRectF blockOf(const PlacedEvent& placed) const;
  int rowHeight() const;
  void paintBlock(QPainter& painter, const PlacedEvent& placed);
  void step(int direction);
  void showCurrent();
  void describe();

  SpectrogramView* view_;
  ElidedTexts labels_;
};

}  // namespace earwitness::gui
