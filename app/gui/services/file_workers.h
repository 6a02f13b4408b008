// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/gui/services/file_queue.h"
#include "app/gui/services/file_update.h"
#include "core/base/message.h"
#include "core/events/event_detector.h"
#include "core/listening/classifier.h"

namespace earwitness::gui {

/// Analyses files with the same steps as the command line, two at a time, so that the model's
/// process has something to do while a file is opened. Outlives the window if one of its threads
/// hangs in a read. Thread: any, but for run().
class FileWorkers {
 public:
  static constexpr int kWorkers = 2;

  /// What each of the threads does, until end(). Thread: a worker's.
  void run(int worker);
  /// Has the threads end, and waits a second for it at most.
  void end();

  void setClassifier(std::shared_ptr<Classifier> classifier,
                     std::shared_ptr<const ModelDescription> description, int model);
  void setClassifierReady(bool ready);
  void setRules(const EventSettings& rules, int serial);
  void setChannel(ChannelChoice channel);
  void enqueue(std::vector<FileJob> jobs);
  void prefer(int id);
  /// Returns those that were waiting.
  std::vector<int> cancel(const std::vector<int>& ids);
  std::vector<int> cancelAll();
  void setPaused(bool paused);
  bool isPaused() const { return paused_.load(); }
  /// What has happened since the last call; `idle`: nothing is or waits to be analysed.
  std::vector<FileUpdate> takeUpdates(bool& idle);

 private:
  struct Worker {
    int id = 0;  ///< the file that is being analysed; 0 for none
    std::shared_ptr<Classifier> inUse;
    bool waitingForModel = false;
    FileUpdate::State state = FileUpdate::State::Waiting;
    double progress = 0.0;
    double seconds = 0.0;
    double sampleRate = 0.0;
    std::atomic<bool> cancelled{false};
  };
  /// What one analysis is made with.
  struct Means {
    std::shared_ptr<Classifier> classifier;
    std::shared_ptr<FilePicture> picture;
    FeatureSettings features;
    EventSettings rules;
    ChannelChoice channel;
    int rulesSerial = 0;
    bool pictureFirst = false;
  };

  bool takeJob(Worker& worker, FileJob& job);
  void cancelWorkers(const std::unordered_set<int>& ids);
  void analyse(Worker& worker, const FileJob& job);
  Means begin(Worker& worker, const FileJob& job);
  /// Through the whole file. `classifier` null: only its picture; `picture` null: only its scores.
  FileResult pass(Worker& worker, const FileJob& job, const Means& means, Classifier* classifier,
                  FilePicture* picture);
  void waitForModel(Worker& worker, Classifier& classifier);
  void fail(Worker& worker, const FileJob& job, const Message& error);
  void waitWhilePaused(const Worker& worker);
  void setState(Worker& worker, FileUpdate::State state);
  void note(const Worker& worker, const std::function<void(FileUpdate&)>& change);
  FileUpdate& noted(const Worker& worker);

  std::mutex mutex_;  ///< guards what follows
  std::condition_variable changed_;
  FileQueue queue_;
  std::shared_ptr<Classifier> classifier_;
  std::shared_ptr<const ModelDescription> description_;
  int model_ = 0;
  EventSettings rules_;
  int rulesSerial_ = 0;
  ChannelChoice channel_;
  std::vector<FileUpdate> updates_;         ///< one per file, in the order of their first change
  std::unordered_map<int, size_t> places_;  ///< of files in updates_
  std::array<Worker, kWorkers> workers_;
  unsigned interruptions_ = 0;  ///< of the model's wait, by cancel()
  bool classifierReady_ = false;
  bool stopping_ = false;
  int finished_ = 0;  ///< workers that have ended

  std::atomic<bool> paused_{false};
};

}  // namespace earwitness::gui
