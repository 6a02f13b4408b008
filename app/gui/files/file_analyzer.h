#pragma once

#include <QObject>
#include <QTimer>
#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "app/gui/files/file_update.h"
#include "core/events/event_detector.h"
#include "core/listening/classifier.h"

namespace earwitness::gui {

/// Analyses files on threads of its own, with the same steps as the command line: two at a time, so
/// that the model's process has something to do while a file is opened. While the model is not
/// ready yet a file's picture is made first, and its scores when the model is. Thread: GUI.
class FileAnalyzer : public QObject {
  Q_OBJECT
 public:
  static constexpr int kWorkers = 2;

  explicit FileAnalyzer(QObject* parent = nullptr);
  ~FileAnalyzer() override;

  /// For files that are started from now on. Null: pictures only. Each call counts as another
  /// model.
  void setClassifier(std::shared_ptr<Classifier> classifier);
  /// False while the model's child is being started.
  void setClassifierReady(bool ready);
  int model() const { return model_; }
  /// Of the classifier; null without one.
  const std::shared_ptr<const ModelDescription>& description() const { return description_; }
  /// For files that are started from now on; rules that do not fit the model give way to its own.
  void setRules(const EventSettings& rules, int serial);

  struct Job {
    int id = 0;
    std::filesystem::path path;
    bool pictureOnly = false;  ///< its scores are known, its picture was forgotten
  };
  /// Puts files at the end of the queue.
  void enqueue(std::vector<Job> jobs);
  /// Puts a file at the front of the queue, where it waits in it.
  void prefer(int id);
  /// True where the file was waiting; one that is being analysed says so in an update.
  bool cancel(int id);
  /// The same for all; returns those that were waiting.
  std::vector<int> cancelAll();
  /// Stops after the present windows, and goes on from there.
  void setPaused(bool paused);
  bool isPaused() const { return paused_.load(); }

 signals:
  void updated(const earwitness::gui::FileUpdate& update);
  /// All updates of this look at the workers have been told.
  void drained();

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
    std::thread thread;
  };
  /// What one analysis is made with.
  struct Means {
    std::shared_ptr<Classifier> classifier;
    std::shared_ptr<FilePicture> picture;
    FeatureSettings features;
    EventSettings rules;
    int rulesSerial = 0;
    bool pictureFirst = false;
  };

  void run(Worker& worker);
  bool takeJob(Worker& worker, Job& job);
  void analyse(Worker& worker, const Job& job);
  Means begin(Worker& worker, const Job& job);
  /// Through the whole file. `classifier` null: only its picture; `picture` null: only its scores.
  FileResult pass(Worker& worker, const Job& job, const Means& means, Classifier* classifier,
                  FilePicture* picture);
  void waitForModel(Worker& worker, Classifier& classifier);
  void fail(Worker& worker, const Job& job, const QString& error);
  void waitWhilePaused(const Worker& worker);
  void setState(Worker& worker, FileUpdate::State state);
  void note(const Worker& worker, const std::function<void(FileUpdate&)>& change);
  FileUpdate& noted(const Worker& worker);
  void drain();

  std::mutex mutex_;  ///< guards what follows
  std::condition_variable changed_;
  std::deque<Job> queue_;
  std::shared_ptr<Classifier> classifier_;
  EventSettings rules_;
  int rulesSerial_ = 0;
  std::vector<FileUpdate> updates_;         ///< one per file, in the order of their first change
  std::unordered_map<int, size_t> places_;  ///< of files in updates_
  std::array<Worker, kWorkers> workers_;
  unsigned interruptions_ = 0;  ///< of the model's wait, by cancel()
  bool classifierReady_ = false;
  bool stopping_ = false;
  int finished_ = 0;  ///< workers that have ended

  int model_ = 0;  ///< written by the GUI thread only, under the mutex
  std::shared_ptr<const ModelDescription> description_;  ///< the same
  std::atomic<bool> paused_{false};
  QTimer timer_;
};

}  // namespace earwitness::gui
