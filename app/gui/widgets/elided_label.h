// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace earwitness::gui {

/// One line of text that takes the room there is; what does not fit is in its tool tip.
class ElidedLabel : public QWidget {
  Q_OBJECT
 public:
  explicit ElidedLabel(QWidget* parent = nullptr);

  void setText(const QString& text);
  const QString& text() const { return text_; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString text_;
};

}  // namespace earwitness::gui
