// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/events/event_export_dialog.h"

#include <QCoreApplication>
#include <QWidget>
#include <array>
#include <memory>
#include <utility>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/widgets/save_dialog.h"

namespace earwitness::gui {

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(EventExport)
};

std::array<std::pair<ExportFormat, QString>, 5> formats() {
  return {{{ExportFormat::Csv, Text::tr("CSV table (*.csv)")},
           {ExportFormat::JsonLines, Text::tr("JSON Lines (*.jsonl)")},
           {ExportFormat::Audacity, Text::tr("Audacity labels (*.txt)")},
           {ExportFormat::Raven, Text::tr("Raven selection table (*.txt)")},
           {ExportFormat::Spreadsheet, Text::tr("Table for spreadsheets, no formulas (*.csv)")}}};
}

}  // namespace

void askToExport(std::vector<ExportedEvent> events, std::vector<ExportedFile> files,
                 QWidget* window, std::function<void(const QString& sentence)> told) {
  if (events.empty()) return told(Text::tr("There are no events to export yet."));
  SaveRequest request{.title = Text::tr("Export events"), .stem = Text::tr("events"), .kinds = {}};
  for (const auto& [format, name] : formats())
    request.kinds.push_back({name, QString::fromLatin1(fileEnding(format))});
  askWhereToSave(
      window, request,
      [window, events = std::move(events), files = std::move(files), told = std::move(told)](
          const QString& file, int kind) {
        const ExportFormat format = formats()[size_t(kind)].first;
        auto sentence = std::make_shared<QString>();
        inBackground(
            window,
            [sentence, events, files, format, path = std::filesystem::path(file.toStdString())] {
              try {
                earwitness::exportEvents(path, events, format, files);
                *sentence = Text::tr("Events exported to '%1': %2")
                                .arg(QString::fromStdString(path.filename().string()))
                                .arg(events.size());
              } catch (const std::exception&) {
                *sentence = shownProblem();
              }
            },
            [sentence, told] { told(*sentence); });
      });
}

}  // namespace earwitness::gui
