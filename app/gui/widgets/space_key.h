// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace earwitness::gui {

/// Lets Space press the button or open the list that has the focus, although it is also a shortcut
/// of the window. For those that are in the window by now.
void keepSpaceForControls(QWidget* window);

}  // namespace earwitness::gui
