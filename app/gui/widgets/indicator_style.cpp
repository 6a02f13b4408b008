#include "app/gui/widgets/indicator_style.h"

#include <QPainter>
#include <QStyleOption>

#include "app/gui/theme.h"

namespace earwitness::gui {

IndicatorStyle::IndicatorStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void IndicatorStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                   QPainter* painter, const QWidget* widget) const {
  QProxyStyle::drawPrimitive(element, option, painter, widget);
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

}  // namespace earwitness::gui
