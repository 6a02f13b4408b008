// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/pane_splitter.h"

#include <QPainter>
#include <QSplitterHandle>

#include "app/gui/base/theme.h"

namespace earwitness::gui {

namespace {

class LineHandle : public QSplitterHandle {
 public:
  LineHandle(Qt::Orientation orientation, QSplitter* splitter)
      : QSplitterHandle(orientation, splitter) {
    setAttribute(Qt::WA_Hover);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const ThemeColours& colours = themeColours(palette());
    const int thickness = underMouse() ? 3 : 1;
    painter.fillRect(0, (height() - thickness) / 2, width(), thickness,
                     underMouse() ? colours.accent : colours.border);
  }
};

}  // namespace

PaneSplitter::PaneSplitter(QWidget* parent) : QSplitter(Qt::Vertical, parent) {
  setChildrenCollapsible(false);
  setHandleWidth(7);
}

QSplitterHandle* PaneSplitter::createHandle() {
  return new LineHandle(orientation(), this);
}

}  // namespace earwitness::gui
