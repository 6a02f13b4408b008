// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <memory>
#include <optional>
#include <vector>

#include "core/listening/listener.h"

namespace earwitness {
struct StoredEvent;
}

namespace earwitness::gui {

class EventLog;
class EventTableModel;
class Services;
struct FileRecord;

/// Puts the events of the live stream and of files into the list, and into the log where there is
/// one; those of files into the store, too. Thread: GUI.
class EventFeed : public QObject {
  Q_OBJECT
 public:
  explicit EventFeed(Services& services, QObject* parent = nullptr);
  ~EventFeed() override;

  EventTableModel* model() const { return model_; }
  void setLog(std::unique_ptr<EventLog> log);
  /// Row of a file's event in the list; no value where it is not there.
  std::optional<int> rowOf(int fileId, int64_t eventId) const;
 signals:
  /// An event of a file has its row in the store.
  void stored(int stream, qint64 eventId, qint64 rowId);

 private:
  void follow();
  void takeLive(const LiveUpdate& update);
  void postFile(int id);
  void takeFiles();
  void takeFile(const FileRecord& file, bool isNew);
  void store(const FileRecord& file, int stream);
  void takeStored(int stream, int64_t eventId, const StoredEvent& kept);

  Services& services_;
  EventTableModel* model_;
  std::unique_ptr<EventLog> log_;
  std::vector<int> filesToTake_;  ///< together, in the next round of the event loop
  QHash<int, int> fileStreams_;   ///< file -> the stream that its events have in the list
  int fileStream_ = 0;            ///< counts down, so that it never meets a listener's
};

}  // namespace earwitness::gui
