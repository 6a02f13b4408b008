// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/class_actions.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QPushButton>

#include "app/gui/base/icons.h"

namespace earwitness::gui {

ClassActions::ClassActions(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(6, 0, 6, 0);
  QPushButton* newClass = add(tr("&New class…"), QStringLiteral("newClass"),
                              tr("Add a class of sounds to recognise (Ctrl+N)"));
  newClass->setShortcut(QKeySequence::New);
  record_ = add(tr("&Record…"), QStringLiteral("recordClass"),
                tr("Record sounds for the selected class (R)"));
  record_->setIcon(icon(Glyph::Record));
  files_ =
      add(tr("Add &files…"), QStringLiteral("addFiles"), tr("Copy sounds into the selected class"));
  row->addStretch(1);
  rename_ = add(tr("Rename…"), QStringLiteral("renameClass"), tr("Rename the selected class (F2)"));
  rename_->setShortcut(Qt::Key_F2);
  remove_ = add(tr("Delete class"), QStringLiteral("deleteClass"),
                tr("Move the selected class and its clips to the trash"));
  connect(newClass, &QPushButton::clicked, this, &ClassActions::askForNewClass);
  connect(record_, &QPushButton::clicked, this, &ClassActions::recordAsked);
  connect(files_, &QPushButton::clicked, this, &ClassActions::askForFiles);
  connect(rename_, &QPushButton::clicked, this, &ClassActions::askForName);
  connect(remove_, &QPushButton::clicked, this, &ClassActions::removeAsked);
  setClass({}, false, false);
}

QPushButton* ClassActions::add(const QString& text, const QString& name, const QString& tip) {
  auto* button = new QPushButton(text, this);
  button->setObjectName(name);
  button->setToolTip(tip);
  layout()->addWidget(button);
  return button;
}

void ClassActions::setClass(const std::string& label, bool isBackground, bool hasClips) {
  label_ = label;
  record_->setEnabled(!label.empty());
  files_->setEnabled(!label.empty());
  rename_->setEnabled(!label.empty() && !isBackground);
  remove_->setEnabled(!label.empty() && (!isBackground || hasClips));
}

void ClassActions::askForNewClass() {
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("New class"));
  dialog->setLabelText(tr("Class name, such as “doorbell”:"));
  connect(dialog, &QInputDialog::textValueSelected, this, &ClassActions::newClass);
  dialog->open();
}

void ClassActions::askForName() {
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Rename class"));
  dialog->setLabelText(tr("Name:"));
  dialog->setTextValue(QString::fromStdString(label_));
  connect(dialog, &QInputDialog::textValueSelected, this, &ClassActions::renamed);
  dialog->open();
}

void ClassActions::askForFiles() {
  auto* dialog = new QFileDialog(this, tr("Add sounds"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFiles);
  dialog->setNameFilters(
      {tr("Audio (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::filesSelected, this, &ClassActions::filesChosen);
  dialog->open();
}

}  // namespace earwitness::gui
