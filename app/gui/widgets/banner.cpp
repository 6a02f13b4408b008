// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/banner.h"

#include <QHBoxLayout>
#include <QPainter>

#include "app/gui/base/theme.h"
#include "app/gui/widgets/sentence_view.h"

namespace earwitness::gui {

Banner::Banner(QWidget* parent) : QFrame(parent), sentence_(new SentenceView(this)) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(14, 6, 10, 6);
  layout->addWidget(sentence_);
  hide();
}

void Banner::setText(const QString& text) {
  if (text == sentence_->sentence()) return;
  sentence_->setSentence(text);
  setAccessibleName(text);
  setVisible(!text.isEmpty());
}

QString Banner::text() const {
  return sentence_->sentence();
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
