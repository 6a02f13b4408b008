// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "core/monitoring/event_store.h"

namespace earwitness::gui {

/// The window's own hand in the event store: reviews, events of files, queries. Jobs run one after
/// the other on a thread of its own, which opens the store for the first of them; what follows runs
/// on the GUI thread. Thread: GUI.
class StoreWorker : public QObject {
  Q_OBJECT
 public:
  using Job = std::function<void(EventStore&)>;

  explicit StoreWorker(std::filesystem::path storeFile, QObject* parent = nullptr);
  /// Does what is waiting.
  ~StoreWorker() override;

  /// Changes of the job are committed. `then` is left out where the job fails; failed() tells.
  void post(Job job, std::function<void()> then = {});
  const std::filesystem::path& file() const { return file_; }

 signals:
  /// One sentence.
  void failed(const QString& sentence);
  /// Something was written.
  void changed();

 private:
  struct Task {
    Job job;
    std::function<void()> then;
  };
  void run();
  void perform(std::optional<EventStore>& store, const Task& task);

  std::filesystem::path file_;
  std::mutex mutex_;  ///< guards what follows
  std::condition_variable wake_;
  std::deque<Task> tasks_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace earwitness::gui
