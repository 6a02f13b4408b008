// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QWidget>

namespace earwitness::gui {

/// The first window of this kind that is shown; null where none is.
template <typename Dialog>
Dialog* shownDialog() {
  for (QWidget* widget : QApplication::topLevelWidgets())
    if (auto* found = qobject_cast<Dialog*>(widget); found != nullptr && found->isVisible())
      return found;
  return nullptr;
}

}  // namespace earwitness::gui
