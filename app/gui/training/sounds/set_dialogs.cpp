// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/set_dialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace earwitness::gui {

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(SetDialogs)
};

void openAndForget(QDialog* dialog) {
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

}  // namespace

void askForSetName(QWidget* parent, const QString& title, const QString& name,
                   const std::function<void(const QString& name)>& chosen) {
  auto* dialog = new QInputDialog(parent);
  dialog->setWindowTitle(title);
  dialog->setLabelText(Text::tr("Name of the data set:"));
  dialog->setTextValue(name);
  QObject::connect(dialog, &QInputDialog::textValueSelected, parent, chosen);
  openAndForget(dialog);
}

void askToRemoveSet(QWidget* parent, const QString& name, const std::function<void()>& confirmed) {
  auto* box = new QMessageBox(QMessageBox::Question, Text::tr("Delete data set"),
                              Text::tr("Move “%1” with all its clips to the trash?").arg(name),
                              QMessageBox::Cancel, parent);
  const QPushButton* yes = box->addButton(Text::tr("&Move to trash"), QMessageBox::DestructiveRole);
  QObject::connect(yes, &QPushButton::clicked, parent, confirmed);
  openAndForget(box);
}

void askForSoundsFolder(QWidget* parent, const std::function<void(const QString& path)>& chosen) {
  auto* dialog = new QFileDialog(parent, Text::tr("Open folder of sounds"));
  dialog->setFileMode(QFileDialog::Directory);
  QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
  openAndForget(dialog);
}

void askForSoundsTable(QWidget* parent, const std::function<void(const QString& path)>& chosen) {
  auto* dialog = new QFileDialog(parent, Text::tr("Open table"));
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters({Text::tr("Tables (*.csv *.tsv *.txt)"), Text::tr("All files (*)")});
  QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
  openAndForget(dialog);
}

}  // namespace earwitness::gui
