// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusMessage>
#include <QDBusVariant>
#include <QObject>
#include <optional>

namespace earwitness::gui {

/// Asks the desktop's settings portal (org.freedesktop.appearance, color-scheme) whether it is
/// dark, and hears of changes. Qt tells that itself only from 6.5 on. Silent where there is no
/// portal. Thread: GUI.
class SystemColours : public QObject {
  Q_OBJECT
 public:
  explicit SystemColours(QObject* parent = nullptr);
  /// Asks now, without waiting for the answer, and watches from then on.
  void watch();

 signals:
  void darkChanged(bool dark);

 private slots:
  void settingChanged(const QDBusMessage& message);

 private:
  void tell(const QVariant& value);
};

/// What the portal's value means: 1 dark, 2 light; it has no opinion otherwise. The value may be
/// wrapped in further variants.
std::optional<bool> isDarkScheme(QVariant value);

}  // namespace earwitness::gui
