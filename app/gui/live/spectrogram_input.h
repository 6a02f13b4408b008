// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QPointF>
#include <QString>
#include <cstdint>
#include <optional>

class QContextMenuEvent;
class QEvent;
class QGestureEvent;
class QKeyEvent;
class QMouseEvent;
class QNativeGestureEvent;
class QWheelEvent;

namespace earwitness::gui {

class SpectrogramView;

/// What picture and event lane do with keys and mouse, for a list of shortcuts: keys, what they do.
QList<QPair<QString, QString>> pictureKeys();

/// What mouse, touchpad and keys do to a spectrogram. Thread: GUI.
///
/// Ctrl+wheel, pinch, + and -: zoom. Frozen: wheel, middle drag, Ctrl+drag, Left, Right, PageUp,
/// PageDown, Home, End: move; drag, Shift+Left, Shift+Right: select. Shift+drag selects always; an
/// edge of the selection is pulled; the selection itself is dragged out. Esc clears it.
class SpectrogramInput {
 public:
  explicit SpectrogramInput(SpectrogramView& view) : view_(view) {}

  /// True where the event is dealt with.
  bool handle(QEvent* event);

 private:
  enum class Drag { None, Select, Pan, Out };

  bool press(QMouseEvent* event);
  bool move(QMouseEvent* event);
  bool release(QMouseEvent* event);
  bool wheel(QWheelEvent* event);
  bool key(QKeyEvent* event);
  bool nativeGesture(QNativeGestureEvent* event);
  bool gesture(QGestureEvent* event);
  bool contextMenu(QContextMenuEvent* event);

  /// Left or right edge of the selection near x: the one that stays is returned.
  std::optional<double> oppositeEdge(double x) const;
  bool isInSelection(double x) const;
  Drag dragFor(const QMouseEvent& event) const;
  void extendSelection(double direction);
  void showCursorAt(const QPointF& position);

  SpectrogramView& view_;
  Drag drag_ = Drag::None;
  bool moved_ = false;  ///< further than a hand shakes, since the press
  QPointF pressedAt_;
  double lastX_ = 0.0;
  double anchorSeconds_ = 0.0;          ///< of the selection: the end that stays
  std::optional<double> keyboardEdge_;  ///< of the selection: the end that keys move
  std::optional<int64_t> pressedEvent_;
};

}  // namespace earwitness::gui
