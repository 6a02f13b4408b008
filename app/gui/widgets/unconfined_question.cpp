// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/unconfined_question.h"

#include <QCoreApplication>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>
#include <utility>

namespace earwitness::gui {

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(UnconfinedQuestion)
};

}  // namespace

void askToRunUnconfined(QWidget* parent, const QString& file, std::function<void()> onYes) {
  auto* box = new QMessageBox(
      QMessageBox::Warning, Text::tr("No sandbox for this model"),
      Text::tr("This system cannot run “%1” in a sandbox.").arg(QDir::toNativeSeparators(file)),
      QMessageBox::Cancel, parent);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setTextFormat(Qt::PlainText);
  box->setInformativeText(
      Text::tr("Without a sandbox, the model can read, change and delete all your files, start "
               "programs and use the network. Run it only if you trust whoever made it."));
  QPushButton* run =
      box->addButton(Text::tr("&Run without a sandbox"), QMessageBox::DestructiveRole);
  box->setDefaultButton(QMessageBox::Cancel);
  QObject::connect(run, &QPushButton::clicked, parent, std::move(onYes));
  box->open();
}

}  // namespace earwitness::gui
