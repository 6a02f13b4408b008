// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace earwitness::gui {

class TimeView;
class Timeline;

/// Cursor and selection, across all views of a file. Lies above them and lets the mouse through.
/// Thread: GUI.
class CursorOverlay : public QWidget {
  Q_OBJECT
 public:
  /// Covers `parent`; `ruler` says where time is drawn.
  CursorOverlay(Timeline* timeline, const TimeView* ruler, QWidget* parent);

  /// Where the cursor is drawn, in the parent's pixels; not within it where it is not in view.
  int cursorX() const;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QRect ruler() const;
  void moveCursor();

  Timeline* timeline_;
  const TimeView* view_;
  int drawnX_ = -1;
};

}  // namespace earwitness::gui
