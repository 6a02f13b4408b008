// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/base/system_colours.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace earwitness::gui {

namespace {
const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kArea = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");
}  // namespace

std::optional<bool> isDarkScheme(QVariant value) {
  while (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
  bool isNumber = false;
  const uint scheme = value.toUInt(&isNumber);
  if (!isNumber || scheme < 1 || scheme > 2) return std::nullopt;
  return scheme == 1;
}

SystemColours::SystemColours(QObject* parent) : QObject(parent) {}

void SystemColours::watch() {
  QDBusConnection bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return;
  bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
              SLOT(settingChanged(QDBusMessage)));
  QDBusMessage question =
      QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
  question << kArea << kKey;
  auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
    const QDBusPendingReply<QDBusVariant> reply = *answer;
    if (reply.isValid()) tell(QVariant::fromValue(reply.value()));
    answer->deleteLater();
  });
}

void SystemColours::settingChanged(const QDBusMessage& message) {
  const QList<QVariant> arguments = message.arguments();
  if (arguments.size() == 3 && arguments[0] == kArea && arguments[1] == kKey) tell(arguments[2]);
}

void SystemColours::tell(const QVariant& value) {
  if (const auto dark = isDarkScheme(value)) emit darkChanged(*dark);
}

}  // namespace earwitness::gui
