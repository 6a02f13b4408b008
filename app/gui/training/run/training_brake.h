// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <cstdint>

#include "core/listening/listener.h"

namespace earwitness::gui {

/// Asks the trainings that were started in a window to stand aside while the microphone is late,
/// that is, as long as sound or windows of it are dropped. Thread: GUI.
class TrainingBrake : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

  /// What the microphone gave.
  void take(const LiveUpdate& update);

 private:
  uint64_t lost_ = 0;  ///< of the stream, until now
  QElapsedTimer sinceAsked_;
};

}  // namespace earwitness::gui
