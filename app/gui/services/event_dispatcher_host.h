// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>
#include <memory>

#include "core/monitoring/event_dispatcher.h"

namespace earwitness::gui {

/// The window's desk: hands on what the listener hears to store, recorder and alerts, and tells
/// what became of it. Thread: GUI.
class EventDispatcherHost : public QObject {
  Q_OBJECT
 public:
  /// An empty `store`: nothing is stored.
  explicit EventDispatcherHost(EventStoreAccess store, QObject* parent = nullptr);
  /// What is waiting is finished behind the window's back.
  ~EventDispatcherHost() override;

  /// Starts the desk with the first settings, hands on later ones.
  void setSettings(const MonitoringSettings& settings);
  void beginStream(int stream, const ModelDescription& model, const std::string& source,
                   std::shared_ptr<const AudioHistory> history);
  void take(const LiveUpdate& update);
  void endStream();
  const RecorderState& recorder() const { return recorder_; }

 signals:
  /// An event of a stream has its row in the store.
  void stored(int stream, qint64 eventId, qint64 rowId);
  void recorded(int stream, const earwitness::Recording& recording);
  void recorderChanged(const earwitness::RecorderState& state);
  /// One sentence, or empty: all is well again.
  void problemChanged(const QString& sentence);
  /// One sentence: something that was to be recorded is lost for good.
  void recordingLost(const QString& sentence);

 private:
  void drain();

  EventStoreAccess store_;
  std::unique_ptr<EventDispatcher> dispatcher_;
  RecorderState recorder_;
  QString problem_;
  QTimer timer_;
  QHash<int64_t, int> streams_;  ///< the desk's numbers -> the window's
  bool streaming_ = false;
};

}  // namespace earwitness::gui
