// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/pane_layout.h"

#include <QBoxLayout>
#include <QFontMetrics>
#include <QWidget>

namespace earwitness::gui {

int barsWidth(const QWidget& widget) {
  return widget.fontMetrics().averageCharWidth() * 34;
}

void layOutPane(QWidget* pane, QLayout* header, QLayout* pictures, QWidget* bars) {
  bars->setFixedWidth(barsWidth(*pane));
  auto* body = new QHBoxLayout;
  body->setSpacing(4);  // pictures have room for half a label at their right
  body->addLayout(pictures, 1);
  body->addWidget(bars);
  auto* layout = new QVBoxLayout(pane);
  layout->setContentsMargins(kPaneMargin, kPaneSpacing, kPaneMargin, kPaneSpacing);
  layout->setSpacing(kPaneSpacing);
  layout->addLayout(header);
  layout->addLayout(body, 1);
}

}  // namespace earwitness::gui
