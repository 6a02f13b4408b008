// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace earwitness::gui::test {

/// The same events as a file manager's drag. False where the window does not take it, or does not
/// say so.
inline bool drop(QWidget& window, const QList<QUrl>& urls) {
  QMimeData data;
  data.setUrls(urls);
  const QPointF where = QPointF(window.rect().center());
  QDragEnterEvent enter(where.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&window, &enter);
  if (!enter.isAccepted()) return false;
  auto* overlay = window.findChild<QWidget*>(QStringLiteral("dropOverlay"));
  if (overlay == nullptr || !overlay->isVisible()) return false;
  QDropEvent event(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&window, &event);
  return event.isAccepted() && !overlay->isVisible();
}

}  // namespace earwitness::gui::test
