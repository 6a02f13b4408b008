// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "core/events/event_export.h"

class QString;
class QWidget;

namespace earwitness::gui {

/// Asks for a file and its format, and writes the events there in the background; `files` as
/// writeEvents() has it. `told` is called with one sentence about what became of it. Thread: GUI.
void askToExport(std::vector<ExportedEvent> events, std::vector<ExportedFile> files,
                 QWidget* window, std::function<void(const QString& sentence)> told);

}  // namespace earwitness::gui
