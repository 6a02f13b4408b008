// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/audio/capture.h"

class QMainWindow;
class QSplitter;

/// What the window remembers from one start to the next, in QSettings. Thread: GUI.
namespace earwitness::gui::savedState {

/// Empty: the system's default.
DeviceId device();
void setDevice(const DeviceId& id);

/// The model to begin with: the one that was set for that, else the one that was chosen last; empty
/// where none was.
std::filesystem::path model();
void setModel(const std::filesystem::path& file);
/// Empty: the one that was chosen last.
std::filesystem::path startModel();
void setStartModel(const std::filesystem::path& file);

/// Size, place and panes; sensible ones the first time.
void restoreLayout(QMainWindow& window, QSplitter& panes);
void keepLayout(const QMainWindow& window, const QSplitter& panes);

}  // namespace earwitness::gui::savedState
