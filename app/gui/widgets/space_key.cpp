// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/space_key.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QKeyEvent>

namespace earwitness::gui {

namespace {

/// A control that accepts the question gets the key instead of the shortcut.
class SpaceKeeper : public QObject {
 public:
  using QObject::QObject;
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
      event->accept();
      return true;
    }
    return QObject::eventFilter(watched, event);
  }
};

}  // namespace

void keepSpaceForControls(QWidget* window) {
  auto* keeper = new SpaceKeeper(window);
  for (auto* button : window->findChildren<QAbstractButton*>()) button->installEventFilter(keeper);
  for (auto* combo : window->findChildren<QComboBox*>()) combo->installEventFilter(keeper);
}

}  // namespace earwitness::gui
