// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QProxyStyle>

namespace earwitness::gui {

/// Fusion, whose empty boxes and circles are drawn in shades of the window's colour: on a dark
/// window nobody sees them, so they get an outline there; and its icons where ours are drawn for
/// less. Thread: GUI.
class IndicatorStyle : public QProxyStyle {
  Q_OBJECT
 public:
  IndicatorStyle();
  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  /// Those that every window needs are ours: to look for them in the desktop's icon theme takes
  /// longer than to build the window.
  QIcon standardIcon(StandardPixmap standard, const QStyleOption* option,
                     const QWidget* widget) const override;
};

}  // namespace earwitness::gui
