// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

#include "core/events/noise_gate.h"

namespace earwitness {
struct LiveUpdate;
}

namespace earwitness::gui {

/// Twenty seconds of the empty room, out of the live stream, become its profile. Thread: GUI.
class NoiseMeasurement : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

  void start(const FeatureSettings& features);
  /// What was heard until now is dropped.
  void cancel();
  bool running() const { return learner_.has_value(); }
  void take(const LiveUpdate& update);

 signals:
  /// 0 to 1; negative when it is over.
  void progressed(double share);
  void learned(const earwitness::NoiseProfile& profile);

 private:
  std::optional<NoiseProfiler> learner_;
};

}  // namespace earwitness::gui
