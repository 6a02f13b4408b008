// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "core/monitoring/monitoring_settings.h"

namespace earwitness::gui {

/// Sends one test alert on a worker thread and tells how it went. Thread: GUI.
class AlertTester : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  /// By the ways that are set in `settings`.
  void send(const AlertSettings& settings);

 signals:
  /// `problem`: one sentence; empty where all went well.
  void finished(const QString& problem);
};

}  // namespace earwitness::gui
