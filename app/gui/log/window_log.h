// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/log.h"

namespace earwitness::gui {

/// Of the window, which may not exist yet: log/earwitness.log in the user's state folder.
/// Throws Error if not even a home folder is known.
std::filesystem::path windowLogFile();

/// Opens the log of this process, with the program's versions as its first record, and adds what Qt
/// reports to it; that is still printed as well. Nothing happens if there is no place for a log.
/// Before the application object. Thread: GUI.
void startWindowLog(LogLevel level);

/// Versions of this program and of the libraries that it uses, and the system, a line each.
/// Thread: any.
std::vector<std::string> programVersions();

/// "Platform xcb, desktop GNOME, language en_GB". Thread: GUI.
std::string desktopText();

}  // namespace earwitness::gui
