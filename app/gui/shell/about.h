// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace earwitness::gui {

/// What this program is, its version and licence.
void showAbout(QWidget* window);

}  // namespace earwitness::gui
