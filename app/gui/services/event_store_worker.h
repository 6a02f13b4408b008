// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>

#include "app/gui/base/background.h"
#include "core/monitoring/event_store_access.h"

namespace earwitness::gui {

/// Owns the event store of the window: all that is written and read goes through it, one after the
/// other, on a thread of the background. Writing goes first, in the order in which it was posted,
/// and waits for one slice of a read at most. A change that was posted is written though the worker
/// is destroyed; reads end with it. Thread: GUI.
class EventStoreWorker : public QObject {
  Q_OBJECT
 public:
  /// Some of what is to be read; true while more is left. Has to take a fraction of a second.
  using Slice = std::function<bool(const EventStore&)>;

  explicit EventStoreWorker(std::filesystem::path storeFile, QObject* parent = nullptr);
  /// Waits for nothing. The end of the application waits for what is still to be written.
  ~EventStoreWorker() override;

  /// Commits the changes of `work`; then `then` on this thread, or `failed`, without which failed()
  /// reports. Both are forgotten if `owner` is destroyed, `work` is not.
  void write(QObject* owner, EventStoreWork work, std::function<void()> then = {},
             OnFailure failed = {});
  /// Calls `slice` until it returns false, with writes and other reads in between; not at all if
  /// nothing was ever stored. The rest is as with write(), but the destruction of `owner` ends the
  /// read, and so does the stop source, after which neither `then` nor `failed` is called.
  std::stop_source read(QObject* owner, Slice slice, std::function<void()> then,
                        OnFailure failed = {});
  /// For other threads, in which the caller waits for its work. That comes before what was posted,
  /// such as the events of a thousand files. Outlives the worker.
  EventStoreAccess access() const;
  const std::filesystem::path& file() const { return file_; }

 signals:
  /// One sentence, once for changes that fail in a row for the same reason.
  void failed(const QString& sentence);
  /// Something was written.
  void changed();

 private:
  class Queue;

  std::filesystem::path file_;
  std::shared_ptr<Queue> queue_;
};

}  // namespace earwitness::gui
