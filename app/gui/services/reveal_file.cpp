// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/reveal_file.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace earwitness::gui {

void revealFile(const QString& path) {
  const QString name = QStringLiteral("org.freedesktop.FileManager1");
  QDBusMessage call = QDBusMessage::createMethodCall(
      name, QStringLiteral("/org/freedesktop/FileManager1"), name, QStringLiteral("ShowItems"));
  call << QStringList{QUrl::fromLocalFile(path).toString()} << QString();
  auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), qApp);
  QObject::connect(watcher, &QDBusPendingCallWatcher::finished, qApp, [watcher, path] {
    const QDBusPendingReply<> reply = *watcher;
    if (reply.isError())
      QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    watcher->deleteLater();
  });
}

}  // namespace earwitness::gui
