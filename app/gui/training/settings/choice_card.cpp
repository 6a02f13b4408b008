// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/choice_card.h"

#include <QPainter>

#include "app/gui/base/theme.h"

namespace earwitness::gui {

namespace {

constexpr int kMargin = 14;
constexpr int kGap = 4;
constexpr int kCircle = 16;
constexpr int kTextLeft = kMargin + kCircle + 10;
constexpr int kLines = 2;
constexpr int kLeastWidth = 220;
constexpr double kRadius = 6.0;

}  // namespace

ChoiceCard::ChoiceCard(const QString& name, const QString& line, QWidget* parent)
    : QAbstractButton(parent), line_(line) {
  setText(name);
  setAccessibleName(name);
  setAccessibleDescription(line);
  setCheckable(true);
  setAutoExclusive(false);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QFont ChoiceCard::nameFont() const {
  QFont font = this->font();
  font.setBold(true);
  font.setPointSizeF(font.pointSizeF() * 1.15);
  return font;
}

QSize ChoiceCard::sizeHint() const {
  return {kLeastWidth * 2, 2 * kMargin + QFontMetrics(nameFont()).lineSpacing() + kGap +
                               kLines * fontMetrics().lineSpacing()};
}

QSize ChoiceCard::minimumSizeHint() const {
  return {kLeastWidth, sizeHint().height()};
}

void ChoiceCard::enterEvent(QEnterEvent* event) {
  QAbstractButton::enterEvent(event);
  update();
}

void ChoiceCard::leaveEvent(QEvent* event) {
  QAbstractButton::leaveEvent(event);
  update();
}

void ChoiceCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const ThemeColours& theme = themeColours(palette());
  const QColor text =
      palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText);
  QColor back = isChecked() ? theme.accent : palette().color(QPalette::Base);
  if (isChecked()) back.setAlphaF(0.12F);
  const bool isLit = isChecked() || hasFocus() || (underMouse() && isEnabled());
  painter.setPen(QPen(isLit ? theme.accent : theme.border, hasFocus() ? 2.0 : 1.0));
  painter.setBrush(back);
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);

  const int nameHeight = QFontMetrics(nameFont()).lineSpacing();
  const QRectF circle(kMargin, kMargin + (nameHeight - kCircle) / 2.0, kCircle, kCircle);
  painter.setPen(QPen(isChecked() ? theme.accent : theme.muted, 1.5));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(circle.adjusted(1, 1, -1, -1));
  if (isChecked()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawEllipse(circle.adjusted(4.5, 4.5, -4.5, -4.5));
  }
  const int width = this->width() - kTextLeft - kMargin;
  painter.setPen(text);
  painter.setFont(nameFont());
  painter.drawText(QRect(kTextLeft, kMargin, width, nameHeight), Qt::AlignVCenter | Qt::AlignLeft,
                   this->text());
  painter.setPen(isEnabled() ? theme.muted : text);
  painter.setFont(font());
  painter.drawText(
      QRect(kTextLeft, kMargin + nameHeight + kGap, width, kLines * fontMetrics().lineSpacing()),
      int(Qt::AlignTop | Qt::AlignLeft) | Qt::TextWordWrap, line_);
}

}  // namespace earwitness::gui
