// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace earwitness::gui {

/// A number as short as it can be written: 0.0003, 1e-10, 32. Thread: GUI.
class NumberBox : public QDoubleSpinBox {
  Q_OBJECT
 public:
  explicit NumberBox(double lowest, double highest, QWidget* parent = nullptr);

  QString textFromValue(double value) const override;
  double valueFromText(const QString& text) const override;
  void stepBy(int steps) override;
  QValidator::State validate(QString& text, int& position) const override;

 protected:
  /// Rolling over it scrolls the page; it has to be clicked first.
  void wheelEvent(QWheelEvent* event) override;

 private:
  QString bareText(const QString& text) const;
};

}  // namespace earwitness::gui
