#include "app/gui/model_menu.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <algorithm>

namespace earwitness::gui {

ModelMenu::ModelMenu(QMenu* menu, QWidget* window) : QObject(menu), menu_(menu), window_(window) {
  rebuild();
}

void ModelMenu::setModels(std::vector<std::filesystem::path> bundled) {
  models_ = std::move(bundled);
  rebuild();
}

void ModelMenu::setCurrent(const std::filesystem::path& file) {
  current_ = file;
  rebuild();
}

void ModelMenu::rebuild() {
  menu_->clear();
  auto shown = models_;
  if (!current_.empty() && std::find(shown.begin(), shown.end(), current_) == shown.end())
    shown.push_back(current_);
  for (const auto& model : shown) {
    const QString file = QString::fromStdString(model.string());
    QAction* action = menu_->addAction(QString::fromStdString(model.stem().string()));
    action->setCheckable(true);
    action->setChecked(model == current_);
    action->setToolTip(file);
    connect(action, &QAction::triggered, this, [this, file] { emit chosen(file); });
  }
  if (!shown.empty()) menu_->addSeparator();
  QAction* open = menu_->addAction(tr("&Open model…"));
  connect(open, &QAction::triggered, this, &ModelMenu::askForFile);
}

void ModelMenu::askForFile() {
  auto* dialog = new QFileDialog(window_, tr("Open model"), {}, tr("Models (*.pt);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &ModelMenu::chosen);
  dialog->open();
}

}  // namespace earwitness::gui
