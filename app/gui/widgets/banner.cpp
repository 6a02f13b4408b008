#include "app/gui/widgets/banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include "app/gui/theme.h"

namespace earwitness::gui {

Banner::Banner(QWidget* parent) : QFrame(parent), label_(new QLabel(this)) {
  label_->setWordWrap(true);
  label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(14, 6, 10, 6);
  layout->addWidget(label_);
  hide();
}

void Banner::setText(const QString& text) {
  if (text == label_->text()) return;
  label_->setText(text);
  setAccessibleName(text);
  setVisible(!text.isEmpty());
}

QString Banner::text() const {
  return label_->text();
}

void Banner::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor colour = themeColours(palette()).warning;
  QColor back = colour;
  back.setAlphaF(0.14F);
  painter.setPen(Qt::NoPen);
  painter.setBrush(back);
  painter.drawRoundedRect(rect(), 4, 4);
  painter.setBrush(colour);
  painter.drawRoundedRect(QRect(0, 0, 4, height()), 2, 2);
}

}  // namespace earwitness::gui
