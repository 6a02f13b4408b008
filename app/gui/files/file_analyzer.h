#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>

#include "core/listening/file_analysis.h"

namespace earwitness::gui {

/// What has become of a file since the last look.
struct FileUpdate {
  enum class State { Waiting, Reading, WaitingForModel, Analysing, Done, Failed, Cancelled };

  int id = 0;
  State state = State::Waiting;
  bool restarted = false;             ///< what is known of it is void: frames and windows come anew
  int model = 0;                      ///< which setClassifier() it is analysed with, when restarted
  FeatureSettings features;           ///< of the frames, set when restarted
  LogMel frames;                      ///< the next frames of the file
  std::vector<ScoredWindow> windows;  ///< the next windows of the file
  double progress = 0.0;              ///< 0 to 1
  double seconds = 0.0;               ///< length as the file's header has it; 0 while not known
  FileScores scores;                  ///< when Done; empty without a model
  QString error;                      ///< one sentence, when Failed
};

/// Analyses files one after the other on a thread of its own, with the same steps as the command
/// line. While the model is not ready yet a file's picture is made first, and its scores when the
/// model is. Thread: GUI.
class FileAnalyzer : public QObject {
  Q_OBJECT
 public:
  explicit FileAnalyzer(QObject* parent = nullptr);
  ~FileAnalyzer() override;

  /// For files that are started from now on. Null: pictures only. Each call counts as another
  /// model.
  void setClassifier(std::shared_ptr<Classifier> classifier);
  /// False while the model's child is being started.
  void setClassifierReady(bool ready);
  int model() const { return model_; }
  /// Puts the file at the end of the queue.
  void enqueue(int id, const std::filesystem::path& path);
  void cancel(int id);

 signals:
  void updated(const earwitness::gui::FileUpdate& update);

 private:
  struct Job {
    int id = 0;
    std::filesystem::path path;
  };

  void run();
  void analyse(const Job& job);
  FileScores pass(const Job& job, Classifier* classifier, const FeatureSettings& features,
                  bool withFrames);
  void setWaitingForModel(int id, bool waiting);
  void note(int id, const std::function<void(FileUpdate&)>& change);
  FileUpdate& noted(int id);
  void drain();

  std::mutex mutex_;  ///< guards what follows
  std::condition_variable changed_;
  std::deque<Job> queue_;
  std::shared_ptr<Classifier> classifier_;
  std::vector<FileUpdate> updates_;  ///< one per file, in the order of their first change
  bool classifierReady_ = false;
  std::shared_ptr<Classifier> inUse_;  ///< by the file that is being analysed
  bool waitingForModel_ = false;
  bool stopping_ = false;
  bool finished_ = false;
  int model_ = 0;    ///< written by the GUI thread only
  int current_ = 0;  ///< the file that is being analysed; 0 for none

  std::atomic<bool> cancelled_{false};
  QTimer timer_;
  std::thread thread_;
};

}  // namespace earwitness::gui
