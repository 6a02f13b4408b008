#pragma once

#include <QProxyStyle>

namespace earwitness::gui {

/// Fusion, whose empty boxes and circles are drawn in shades of the window's colour: on a dark
/// window nobody sees them, so they get an outline there. Thread: GUI.
class IndicatorStyle : public QProxyStyle {
  Q_OBJECT
 public:
  IndicatorStyle();
  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
};

}  // namespace earwitness::gui
