// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <functional>

#include "app/gui/widgets/save_dialog.h"
#include "core/events/event_export.h"

class QWidget;

// What the exports of events have in common. Thread: GUI.
namespace earwitness::gui {

/// In the order in which they are offered.
inline constexpr std::array<ExportFormat, 5> kExportFormats{
    ExportFormat::Csv, ExportFormat::JsonLines, ExportFormat::Audacity, ExportFormat::Raven,
    ExportFormat::Spreadsheet};

/// "CSV table (*.csv)", ".csv"
FileKind exportKind(ExportFormat format);

/// Asks for a file and its format; `chosen` is not called if the user cancels.
void askWhereToExport(QWidget* window,
                      std::function<void(const QString& file, ExportFormat format)> chosen);

/// What was written, as one sentence.
QString exportedText(int events, const QString& file);

}  // namespace earwitness::gui
