// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/services/backend.h"
#include "core/base/time_zone.h"

namespace earwitness::gui {

class EventDispatcherHost;
class EventStoreWorker;
class FileLibrary;
class LiveMonitor;
class LiveSession;
class ModelHost;
class MonitoringSettingsStore;
class PlaybackHost;
class TeacherHost;

/// Everything that the window does without widgets. Built once, and connected among itself: a model
/// that opens reaches the live session, the files and the teacher; settings reach all of them.
/// Panes are given the whole and connect themselves to what they show. Thread: GUI.
class Services : public QObject {
  Q_OBJECT
 public:
  explicit Services(Backend backend, QObject* parent = nullptr);
  /// Ends listening.
  ~Services() override;

  const Backend backend;
  MonitoringSettingsStore* const settings;
  ModelHost* const model;
  TeacherHost* const teacher;
  LiveSession* const live;
  EventStoreWorker* const store;
  EventDispatcherHost* const dispatcher;
  LiveMonitor* const monitor;
  FileLibrary* const files;
  PlaybackHost* const playback;

  /// The model with what it was taught; null without one.
  std::shared_ptr<Classifier> classifier() const;
  /// Of recordings that do not say theirs.
  const TimeZone& recordingZone() const { return recordingZone_; }

 signals:
  /// Files are classified with another model, or with more classes: their results are old.
  void filesOutdated();
  void recordingZoneChanged();
  /// One sentence for the status line; empty: what was wrong is well again.
  void told(const QString& sentence);

 private:
  void useModel();
  void useTaught(bool extended);
  void useSettings();
  void setFileRules();

  TimeZone recordingZone_;
};

}  // namespace earwitness::gui
