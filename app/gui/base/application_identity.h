// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QIcon;

namespace earwitness::gui {

/// Names that settings, desktop file and window manager know the program by. Before QApplication.
void setApplicationIdentity();

/// The icon, from the resources.
QIcon applicationWindowIcon();

}  // namespace earwitness::gui
