// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>

#include "app/gui/services/backend.h"
#include "core/listening/listener.h"
#include "core/monitoring/monitoring_settings.h"

namespace earwitness::gui {

/// Owns the listener: starts it, stops it without waiting for it, starts it anew with another
/// device or model, and hands on what it heard once a frame. Thread: GUI.
class LiveSession : public QObject {
  Q_OBJECT
 public:
  explicit LiveSession(Backend backend, QObject* parent = nullptr);
  ~LiveSession() override;

  void start();
  void stop();
  /// True from start() to stop(), also while the device is away.
  bool isListening() const { return wanted_; }
  /// Takes effect at once, also while listening. Null: picture and level only.
  void setClassifier(std::shared_ptr<Classifier> classifier);
  /// The same model, which knows more classes behind those that it knew: the stream and its events
  /// continue. Throws Error where it is another model.
  void extendClassifier(std::shared_ptr<Classifier> classifier);
  void setDevice(const DeviceId& device);
  const DeviceId& device() const { return device_; }
  /// Thresholds, smoothing and the room; takes effect at once, also while listening.
  void setMonitoringSettings(const MonitoringSettings& settings);
  /// Slower while nobody can see it.
  void setInView(bool inView);

  /// Features of the picture that updated() brings.
  const FeatureSettings& features() const { return features_; }
  /// What the stream is classified with; null without a model.
  const std::shared_ptr<Classifier>& classifier() const { return streamClassifier_; }
  /// What events of the stream are made by; no rules without a model.
  const EventSettings& eventSettings() const { return eventSettings_; }
  double hopSeconds() const { return Listener::Settings().hopSeconds; }
  /// The last minutes of the stream's sound; each stream has one of its own. Null before the first.
  const std::shared_ptr<AudioHistory>& history() const { return history_; }
  /// Counts streams: events of different streams never share an id.
  int stream() const { return stream_; }
  /// What the open microphone calls itself now; empty before it is open.
  const QString& sourceName() const { return sourceName_; }

 signals:
  /// A new stream begins: the pictures of the last one are over.
  void streamStarted();
  /// The stream continues with more classes.
  void classesExtended();
  /// Once a frame, also when nothing has come.
  void updated(const earwitness::LiveUpdate& update);
  void listeningChanged(bool listening);
  /// The device has been let go.
  void closed();

 private:
  void launch();
  void restart();
  void retire();
  void tick();

  Backend backend_;
  DeviceId device_;
  std::shared_ptr<Classifier> classifier_;        ///< for the next stream
  std::shared_ptr<Classifier> streamClassifier_;  ///< of this one
  FeatureSettings features_;
  MonitoringSettings monitoringSettings_;
  EventSettings eventSettings_;
  std::shared_ptr<AudioHistory> history_;
  std::unique_ptr<Listener> listener_;
  QString sourceName_;
  QTimer timer_;
  bool wanted_ = false;
  bool retiring_ = false;
  int stream_ = 0;
};

}  // namespace earwitness::gui
