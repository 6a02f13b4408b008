// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/shell/about.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace earwitness::gui {

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(About)
};

}  // namespace

void showAbout(QWidget* window) {
  auto* box = new QMessageBox(window);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setWindowTitle(Text::tr("About Earwitness"));
  box->setIconPixmap(window->windowIcon().pixmap(64));
  box->setText(Text::tr("<h3>Earwitness %1</h3>").arg(QCoreApplication::applicationVersion()));
  box->setInformativeText(Text::tr(
      "Detects and identifies sounds, live or in audio files. Everything runs on this "
      "computer.<br><br>Free software under the GNU General Public License, version 3 or later."));
  box->open();
}

}  // namespace earwitness::gui
