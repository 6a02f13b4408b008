// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace earwitness::gui {

/// One of several large choices: a name and a line about it. Thread: GUI.
class ChoiceCard : public QAbstractButton {
  Q_OBJECT
 public:
  ChoiceCard(const QString& name, const QString& line, QWidget* parent = nullptr);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  QFont nameFont() const;

  QString line_;
};

}  // namespace earwitness::gui
