// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <atomic>
#include <deque>
#include <functional>
#include <memory>

namespace earwitness::gui {

/// How far a job is. Thread: any.
struct JobProgress {
  std::atomic<size_t> done{0};
  std::atomic<size_t> total{0};  ///< 0: not known yet
  std::atomic<bool> cancelled{false};
};

/// What is done to the user's sounds on the disk, one job after another on another thread.
/// Thread: GUI.
class SoundJobs : public QObject {
  Q_OBJECT
 public:
  /// Throws Error with one sentence, and Stopped. Thread: worker.
  using Work = std::function<void(JobProgress& progress)>;
  using Then = std::function<void()>;

  explicit SoundJobs(QObject* parent = nullptr);
  /// Cancels what is going on.
  ~SoundJobs() override;

  /// `title` is shown while it goes on. `then` is called when it has ended well, before ended().
  void run(const QString& title, Work work, Then then = {});
  /// The one that is going on; those that wait are dropped.
  void cancel();
  bool isRunning() const { return current_ != nullptr; }

 signals:
  /// Some times a second.
  void progressed(const QString& title, qulonglong done, qulonglong total);
  /// A job has ended, well or not.
  void ended();
  /// One sentence.
  void failed(const QString& sentence);

 private:
  struct Job;
  void startNext();
  void tell();
  void finish(const std::shared_ptr<Job>& job);

  std::shared_ptr<Job> current_;
  std::deque<std::shared_ptr<Job>> waiting_;
  QTimer clock_;
};

}  // namespace earwitness::gui
