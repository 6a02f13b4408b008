// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace earwitness::gui {

/// Shows a window above the others, also if it is minimised, and asks for the user's attention
/// where the desktop does not let a program do that. Thread: GUI.
void bringToFront(QWidget* window);

}  // namespace earwitness::gui
