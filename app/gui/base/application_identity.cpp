// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/base/application_identity.h"

#include <QGuiApplication>
#include <QIcon>

// Resources of a static library are linked in only where they are asked for, and the macro may not
// stand in a namespace.
static void initResources() {
  Q_INIT_RESOURCE(earwitness);
}

namespace earwitness::gui {

void setApplicationIdentity() {
  QCoreApplication::setOrganizationName(QStringLiteral("io.github.earwitness"));
  QCoreApplication::setApplicationName(QStringLiteral("Earwitness"));
  QCoreApplication::setApplicationVersion(QStringLiteral(EARWITNESS_VERSION));
  QGuiApplication::setApplicationDisplayName(QStringLiteral("Earwitness"));
  QGuiApplication::setDesktopFileName(QStringLiteral("io.github.earwitness.Earwitness"));
  initResources();
}

QIcon applicationWindowIcon() {
  QIcon icon;
  for (const int size : {16, 24, 32, 48, 64, 128, 256})
    icon.addFile(QStringLiteral(":/icons/earwitness-%1.png").arg(size), QSize(size, size));
  return icon;
}

}  // namespace earwitness::gui
