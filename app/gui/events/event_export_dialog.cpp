#include "app/gui/events/event_export_dialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QPointer>
#include <array>
#include <memory>
#include <utility>

#include "app/gui/background.h"
#include "app/gui/core_text.h"

namespace earwitness::gui {

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(EventExport)
};

std::array<std::pair<ExportFormat, QString>, 4> formats() {
  return {{{ExportFormat::Csv, Text::tr("CSV table (*.csv)")},
           {ExportFormat::JsonLines, Text::tr("JSON Lines (*.jsonl)")},
           {ExportFormat::Audacity, Text::tr("Audacity labels (*.txt)")},
           {ExportFormat::Raven, Text::tr("Raven selection table (*.txt)")}}};
}

}  // namespace

void askToExport(std::vector<ExportedEvent> events, QWidget* window,
                 std::function<void(const QString& sentence)> told) {
  if (events.empty()) return told(Text::tr("There are no events to export yet."));
  auto* dialog = new QFileDialog(window, Text::tr("Export events"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  QStringList filters;
  for (const auto& [format, name] : formats()) filters.append(name);
  dialog->setNameFilters(filters);
  dialog->setDefaultSuffix(QStringLiteral("csv"));
  dialog->selectFile(Text::tr("events.csv"));
  QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
    for (const auto& [format, name] : formats())
      if (name == filter)
        dialog->setDefaultSuffix(QString::fromLatin1(fileEnding(format).substr(1)));
  });
  QObject::connect(
      dialog, &QFileDialog::fileSelected, window,
      [dialog, window, events = std::move(events), told = std::move(told)](const QString& file) {
        ExportFormat format = ExportFormat::Csv;
        for (const auto& [candidate, name] : formats())
          if (name == dialog->selectedNameFilter()) format = candidate;
        auto sentence = std::make_shared<QString>();
        inBackground(
            window,
            [sentence, events, format, path = std::filesystem::path(file.toStdString())] {
              try {
                earwitness::exportEvents(path, events, format);
                *sentence = Text::tr("Events written to '%1': %2")
                                .arg(QString::fromStdString(path.filename().string()))
                                .arg(events.size());
              } catch (const std::exception& problem) {
                *sentence = coreText(problem.what());
              }
            },
            [sentence, told] { told(*sentence); });
      });
  dialog->open();
}

}  // namespace earwitness::gui
