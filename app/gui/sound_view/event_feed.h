// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <memory>
#include <optional>

#include "core/listening/listener.h"

namespace earwitness {
struct StoredEvent;
}

namespace earwitness::gui {

class EventLog;
class EventTableModel;
class LiveSession;
class EventStoreWorker;
struct FileRecord;

/// Puts what was heard into the list, and into the log where there is one; events of files into the
/// store, too. Thread: GUI.
class EventFeed : public QObject {
  Q_OBJECT
 public:
  explicit EventFeed(QObject* parent = nullptr);
  ~EventFeed() override;

  EventTableModel* model() const { return model_; }
  void setLog(std::unique_ptr<EventLog> log);
  /// Where events of files are kept; null: nowhere. Those of the live stream are the desk's.
  void setStore(EventStoreWorker* store) { store_ = store; }

  void takeLive(const LiveSession& session, const LiveUpdate& update);
  /// The live stream is over: nothing goes on any more.
  void endLive(int stream);
  /// Row of a file's event in the list; no value where it is not there.
  std::optional<int> rowOf(int fileId, int64_t eventId) const;
  /// The events of files, instead of those that they had.
  void takeFiles(const std::vector<const FileRecord*>& files);

 signals:
  /// An event of a file has its row in the store.
  void stored(int stream, qint64 eventId, qint64 rowId);

 private:
  EventTableModel* model_;
  std::unique_ptr<EventLog> log_;
  void takeFile(const FileRecord& file, bool isNew);
  void store(const FileRecord& file, int stream);
  void takeStored(int stream, int64_t eventId, const StoredEvent& kept);

  EventStoreWorker* store_ = nullptr;
  QHash<int, int> fileStreams_;  ///< file -> the stream that its events have in the list
  int fileStream_ = 0;           ///< counts down, so that it never meets a listener's
};

}  // namespace earwitness::gui
