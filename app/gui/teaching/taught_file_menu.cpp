// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/teaching/taught_file_menu.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <system_error>

#include "app/gui/base/text_format.h"
#include "app/gui/services/teacher_host.h"
#include "app/gui/widgets/save_dialog.h"
#include "core/base/error.h"
#include "core/listening/own_models.h"
#include "core/listening/taught_file.h"

namespace earwitness::gui {

namespace {

constexpr const char* kModelFolderKey = "taught/modelFolder";
constexpr const char* kExportFolderKey = "taught/exportFolder";

void rememberFolder(const char* key, const QString& file) {
  QSettings().setValue(key, QFileInfo(file).absolutePath());
}

/// Where the model menu finds them. Empty while there is no such folder.
QString usualModelFolder() {
  try {
    std::error_code none;
    const std::filesystem::path folder = ownModelsFolder();
    return std::filesystem::is_directory(folder, none) ? textOf(folder) : QString();
  } catch (const Error&) {  // without a home
    return {};
  }
}

}  // namespace

TaughtFileMenu::TaughtFileMenu(TeacherHost* teacher, QWidget* window)
    : QMenu(window),
      teacher_(teacher),
      window_(window),
      makeModel_(addAction(tr("&Create a model from it…"))),
      export_(addAction(tr("&Export…"))),
      import_(addAction(tr("&Import…"))) {
  connect(makeModel_, &QAction::triggered, this, &TaughtFileMenu::askForModel);
  connect(export_, &QAction::triggered, this, &TaughtFileMenu::askForExport);
  connect(import_, &QAction::triggered, this, &TaughtFileMenu::askForImport);
  connect(this, &QMenu::aboutToShow, this, &TaughtFileMenu::showEnabled);
  showEnabled();
}

void TaughtFileMenu::showEnabled() {
  const bool canChange = teacher_->whyNot().isEmpty();
  const bool hasClasses = canChange && !teacher_->classes().empty();
  makeModel_->setEnabled(hasClasses);
  export_->setEnabled(hasClasses);
  import_->setEnabled(canChange);
}

void TaughtFileMenu::askForModel() {
  askWhereToSave(window_,
                 {.title = tr("Save model"),
                  .stem = tr("model with taught sounds", "name of a file"),
                  .kinds = {{tr("Models (*.pt)"), QStringLiteral(".pt")}},
                  .folder = QSettings().value(kModelFolderKey, usualModelFolder()).toString()},
                 [teacher = teacher_](const QString& file, int) {
                   rememberFolder(kModelFolderKey, file);
                   teacher->makeModel(file.toStdString());
                 });
}

void TaughtFileMenu::askForExport() {
  askWhereToSave(window_,
                 {.title = tr("Export taught sounds"),
                  .stem = tr("taught sounds", "name of a file"),
                  .kinds = {{tr("Taught sounds (*.earwitness-taught)"), TaughtFile::kEnding}},
                  .folder = QSettings().value(kExportFolderKey).toString()},
                 [teacher = teacher_](const QString& file, int) {
                   rememberFolder(kExportFolderKey, file);
                   teacher->exportTo(file.toStdString());
                 });
}

void TaughtFileMenu::askForImport() {
  auto* dialog = new QFileDialog(
      window_, tr("Import taught sounds"), QSettings().value(kExportFolderKey).toString(),
      tr("Taught sounds (*.earwitness-taught)") + QStringLiteral(";;") + tr("All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, teacher_, [teacher = teacher_](const QString& file) {
    rememberFolder(kExportFolderKey, file);
    teacher->importFrom(file.toStdString());
  });
  dialog->open();
}

}  // namespace earwitness::gui
