// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/event_export.h"

#include <QCoreApplication>

namespace earwitness::gui {

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(EventExport)
};

}  // namespace

FileKind exportKind(ExportFormat format) {
  const std::string_view ending = fileEnding(format);
  const QString filters[] = {Text::tr("CSV table (*.csv)"), Text::tr("JSON Lines (*.jsonl)"),
                             Text::tr("Audacity labels (*.txt)"),
                             Text::tr("Raven selection table (*.txt)"),
                             Text::tr("Table for spreadsheets, no formulas (*.csv)")};
  return {filters[size_t(format)], QString::fromUtf8(ending.data(), qsizetype(ending.size()))};
}

void askWhereToExport(QWidget* window,
                      std::function<void(const QString& file, ExportFormat format)> chosen) {
  SaveRequest request{.title = Text::tr("Export events"), .stem = Text::tr("events"), .kinds = {}};
  for (const ExportFormat format : kExportFormats) request.kinds.push_back(exportKind(format));
  askWhereToSave(window, request, [chosen = std::move(chosen)](const QString& file, int kind) {
    chosen(file, kExportFormats[size_t(kind)]);
  });
}

QString exportedText(int events, const QString& file) {
  return Text::tr("%Ln events exported to '%1'.", nullptr, events).arg(file);
}

}  // namespace earwitness::gui
