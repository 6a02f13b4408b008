// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/shell/model_menu.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>

#include "app/gui/models/get_models_dialog.h"
#include "app/gui/models/import_dialog.h"
#include "app/gui/models/model_manager.h"
#include "app/gui/services/model_library.h"

namespace earwitness::gui {

ModelMenu::ModelMenu(QMenu* menu, QWidget* window)
    : QObject(menu), menu_(menu), window_(window), library_(new ModelLibrary(this)) {
  menu_->setToolTipsVisible(true);
  connect(library_, &ModelLibrary::changed, this, &ModelMenu::rebuild);
  rebuild();
}

void ModelMenu::setModels(std::vector<std::filesystem::path> bundled) {
  library_->setBundled(std::move(bundled));
}

void ModelMenu::setCurrent(const std::filesystem::path& file) {
  library_->setCurrent(file);
}

void ModelMenu::setTrainAction(QAction* train) {
  train_ = train;
  rebuild();
}

void ModelMenu::rebuild() {
  menu_->clear();
  const LibraryModel* last = nullptr;
  for (const LibraryModel& model : library_->models()) {
    if (last != nullptr && last->origin != model.origin) menu_->addSeparator();
    last = &model;
    const QString file = QString::fromStdString(model.file.string());
    QString name = model.name();
    QAction* action = menu_->addAction(name.replace(u'&', QStringLiteral("&&")));
    action->setCheckable(true);
    action->setChecked(model.file == library_->current());
    action->setEnabled(model.problem.isEmpty());
    action->setToolTip(model.problem.isEmpty() ? file : model.problem);
    action->setData(file);
    connect(action, &QAction::triggered, this, [this, file] {
      emit chosen(file);
      // A click on the present one unchecks it. Not now: this deletes the action.
      QMetaObject::invokeMethod(this, &ModelMenu::rebuild, Qt::QueuedConnection);
    });
  }
  if (last != nullptr) menu_->addSeparator();
  connect(menu_->addAction(tr("&Open model…")), &QAction::triggered, this, &ModelMenu::askForFile);
  connect(menu_->addAction(tr("&Import model…")), &QAction::triggered, this,
          [this] { showImport(); });
  connect(menu_->addAction(tr("&Get models…")), &QAction::triggered, this,
          &ModelMenu::showGetModels);
  connect(menu_->addAction(tr("&Manage models…")), &QAction::triggered, this,
          &ModelMenu::showManager);
  if (train_ == nullptr) return;
  menu_->addSeparator();
  menu_->addAction(train_);
}

void ModelMenu::askForFile() {
  auto* dialog = new QFileDialog(window_, tr("Open model"), {}, tr("Models (*.pt);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &ModelMenu::chosen);
  dialog->open();
}

void ModelMenu::showImport(const std::filesystem::path& file) {
  auto* dialog = new ImportDialog(window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ImportDialog::imported, this, [this](const QString& saved, bool use) {
    library_->refresh();
    if (use) emit chosen(saved);
  });
  dialog->open();
  if (!file.empty()) dialog->openFile(QString::fromStdString(file.string()));
}

void ModelMenu::showGetModels() {
  auto* dialog = new GetModelsDialog({}, window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &GetModelsDialog::added, library_, &ModelLibrary::refresh);
  connect(dialog, &GetModelsDialog::chosen, this, &ModelMenu::chosen);
  dialog->open();
}

void ModelMenu::showManager() {
  auto* dialog = new ModelManager(library_, window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ModelManager::chosen, this, &ModelMenu::chosen);
  connect(dialog, &ModelManager::importAsked, this, [this] { showImport(); });
  dialog->open();
}

}  // namespace earwitness::gui
