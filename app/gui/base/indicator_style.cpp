// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/base/indicator_style.h"

#include <QPainter>
#include <QStyleOption>

#include "app/gui/base/icons.h"
#include "app/gui/base/theme.h"

namespace earwitness::gui {

namespace {

/// Fusion's pressed button is hardly told from the others on a dark window.
void drawSwitchedOn(const QStyleOption& option, QPainter& painter) {
  QColor fill = themeColours(option.palette).accent;
  QColor edge = fill;
  fill.setAlphaF(option.state.testFlag(QStyle::State_Enabled) ? 0.25F : 0.10F);
  edge.setAlphaF(0.7F);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(edge);
  painter.setBrush(fill);
  painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2.0, 2.0);
  painter.restore();
}

}  // namespace

IndicatorStyle::IndicatorStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void IndicatorStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                   QPainter* painter, const QWidget* widget) const {
  QProxyStyle::drawPrimitive(element, option, painter, widget);
  if (element == PE_PanelButtonTool && option->state.testFlag(State_On))
    drawSwitchedOn(*option, *painter);
  const bool isBox = element == PE_IndicatorCheckBox;
  if ((!isBox && element != PE_IndicatorRadioButton) || !isDark(option->palette)) return;
  QColor outline = themeColours(option->palette).muted;
  if (!option->state.testFlag(State_Enabled)) outline.setAlphaF(0.4F);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(outline);
  painter->setBrush(Qt::NoBrush);
  const QRectF edge = QRectF(option->rect).adjusted(0.5, 0.5, -1.5, -1.5);
  if (isBox)
    painter->drawRoundedRect(edge, 1.5, 1.5);
  else
    painter->drawEllipse(edge);
  painter->restore();
}

QIcon IndicatorStyle::standardIcon(StandardPixmap standard, const QStyleOption* option,
                                   const QWidget* widget) const {
  switch (standard) {
    case SP_LineEditClearButton:
      return icon(Glyph::Clear);
    case SP_ToolBarHorizontalExtensionButton:
      return icon(Glyph::More);
    default:
      return QProxyStyle::standardIcon(standard, option, widget);
  }
}

}  // namespace earwitness::gui
