// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/number_box.h"

#include <QLocale>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace earwitness::gui {

namespace {

constexpr int kDecimals = 30;
constexpr double kStepFromZero = 0.01;
constexpr double kLeastPlain = 1e-4;

}  // namespace

NumberBox::NumberBox(double lowest, double highest, QWidget* parent) : QDoubleSpinBox(parent) {
  setDecimals(kDecimals);
  setRange(lowest, highest);
  setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
  setKeyboardTracking(true);
  setFocusPolicy(Qt::StrongFocus);
}

QString NumberBox::textFromValue(double value) const {
  QLocale plain = locale();
  plain.setNumberOptions(QLocale::OmitGroupSeparator);
  const bool isPlain = value == 0.0 || std::abs(value) >= kLeastPlain;
  return plain.toString(value, isPlain ? 'f' : 'g', QLocale::FloatingPointShortest);
}

/// From 0 the smallest step would be one of the last decimal.
void NumberBox::stepBy(int steps) {
  if (value() == 0.0 && decimals() > 0)
    setValue(std::copysign(std::min(kStepFromZero, maximum()), double(steps)));
  else
    QDoubleSpinBox::stepBy(steps);
}

QString NumberBox::bareText(const QString& text) const {
  QString bare = text;
  if (!suffix().isEmpty() && bare.endsWith(suffix())) bare.chop(suffix().size());
  return bare.trimmed();
}

double NumberBox::valueFromText(const QString& text) const {
  if (!specialValueText().isEmpty() && text == specialValueText()) return minimum();
  return locale().toDouble(bareText(text));
}

QValidator::State NumberBox::validate(QString& text, int&) const {
  if (!specialValueText().isEmpty() && text == specialValueText()) return QValidator::Acceptable;
  bool isNumber = false;
  const double value = locale().toDouble(bareText(text), &isNumber);
  if (isNumber)
    return value >= minimum() && value <= maximum() ? QValidator::Acceptable
                                                    : QValidator::Intermediate;
  // The beginning of a number: "", "-", "1e", "1e-".
  for (const QChar c : bareText(text))
    if (!c.isDigit() && !QStringLiteral("+-eE").contains(c) && c != locale().decimalPoint() &&
        c != locale().groupSeparator())
      return QValidator::Invalid;
  return QValidator::Intermediate;
}

void NumberBox::wheelEvent(QWheelEvent* event) {
  if (hasFocus())
    QDoubleSpinBox::wheelEvent(event);
  else
    event->ignore();
}

}  // namespace earwitness::gui
