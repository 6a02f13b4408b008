// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <string>
#include <vector>

#include "app/gui/services/live_record.h"
#include "app/gui/services/signal_watch.h"
#include "core/events/threshold_fit.h"
#include "core/monitoring/monitoring_settings.h"

namespace earwitness::gui {

class EventDispatcherHost;
class LiveSession;
class MonitoringSettingsStore;
class NoiseMeasurement;

/// What is done with the live stream behind the panes: store, recorder and alerts get it, its last
/// minutes are remembered, its level is watched, the room noise is measured; and the settings of
/// its classes are changed here. Thread: GUI.
class LiveMonitor : public QObject {
  Q_OBJECT
 public:
  LiveMonitor(LiveSession* session, EventDispatcherHost* dispatcher,
              MonitoringSettingsStore* settings, QObject* parent = nullptr);

  const LiveRecord& record() const { return record_; }
  const SignalWatch& signal() const { return signal_; }
  /// Labels of the stream's model, as it has them; none without a model.
  const std::vector<std::string>& labels() const;
  /// Which of them are ignored (nLabels).
  std::vector<bool> ignored() const;
  void changeSettings(const std::function<void(MonitoringSettings&)>& change);
  void changeClass(int label, const std::function<void(ClassSettings&)>& change);
  /// Thresholds and minimum durations that the user took.
  void takeSuggestions(const std::vector<RuleSuggestion>& suggestions);
  /// Begins to measure the room noise, or stops it.
  void measureRoom();

 signals:
  /// Labels, or how they are treated, have changed.
  void classesChanged();
  /// 0 to 1 while the room noise is measured; negative when that is over.
  void roomProgressed(double share);
  void roomMeasured(const earwitness::NoiseProfile& profile);
  /// It cannot be measured, or not any more; a sentence says why.
  void roomFailed(const QString& sentence);
  /// One sentence for the status line.
  void told(const QString& sentence);

 private:
  void startStream();
  void take(const LiveUpdate& update);
  void watchSignal(const LiveUpdate& update);
  void stopListening();
  void applySettings();
  void cancelMeasuring(const QString& sentence);

  LiveSession* session_;
  EventDispatcherHost* dispatcher_;
  MonitoringSettingsStore* settings_;
  NoiseMeasurement* room_;
  LiveRecord record_;
  SignalWatch signal_;
  double heardSeconds_ = 0.0;  ///< at the last update
  bool isDispatched_ = false;  ///< the dispatcher knows the stream
};

}  // namespace earwitness::gui
