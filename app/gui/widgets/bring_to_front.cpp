// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/bring_to_front.h"

#include <QApplication>
#include <QWidget>

namespace earwitness::gui {

void bringToFront(QWidget* window) {
  window->setWindowState((window->windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
  window->show();
  window->raise();
  window->activateWindow();
  QApplication::alert(window);
}

}  // namespace earwitness::gui
