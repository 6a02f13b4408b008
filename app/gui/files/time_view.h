// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

namespace earwitness::gui {

class Timeline;

/// Something that is drawn over a file's time. All of them answer the mouse alike: a click sets the
/// cursor, a drag selects, the wheel pans, and with Ctrl zooms. Thread: GUI.
class TimeView : public QWidget {
  Q_OBJECT
 public:
  TimeView(Timeline* timeline, QWidget* parent);

  /// Where time is drawn, in the widget's pixels.
  virtual QRect plotRect() const = 0;

 signals:
  /// The user clicked on this position, seconds.
  void positionChosen(double seconds);
  /// What is under the mouse, in words; empty when it has left.
  void readOut(const QString& text);

 protected:
  Timeline& timeline() const { return *timeline_; }
  double xOf(double seconds) const;
  double secondsAt(int x) const;
  /// The same for what the view itself knows of a point; the time alone where it knows nothing.
  virtual QString describe(const QPoint& point) const;
  /// A click that was no drag. The default sets the cursor.
  virtual void click(const QPoint& point);

  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  Timeline* timeline_;
  std::optional<QPoint> pressed_;
  bool dragging_ = false;
};

}  // namespace earwitness::gui
