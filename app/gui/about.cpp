#include "app/gui/about.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace earwitness::gui {

void showAbout(QWidget* window) {
  const auto tr = [](const char* text) { return QCoreApplication::translate("About", text); };
  auto* box = new QMessageBox(window);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setWindowTitle(tr("About Earwitness"));
  box->setIconPixmap(window->windowIcon().pixmap(64));
  box->setText(tr("<h3>Earwitness %1</h3>").arg(QCoreApplication::applicationVersion()));
  box->setInformativeText(
      tr("Listens, draws what it hears, and names it. Nothing leaves this machine.<br><br>Free "
         "software under the GNU General Public License, version 3 or later."));
  box->open();
}

}  // namespace earwitness::gui
