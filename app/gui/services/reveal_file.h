// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace earwitness::gui {

/// Shows a file in the desktop's file manager (org.freedesktop.FileManager1); where there is none,
/// its folder is opened. Thread: GUI; does not wait.
void revealFile(const QString& path);

}  // namespace earwitness::gui
