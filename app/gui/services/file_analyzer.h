// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

#include "app/gui/services/file_queue.h"
#include "app/gui/services/file_update.h"
#include "core/events/event_detector.h"
#include "core/listening/classifier.h"

namespace earwitness::gui {

class FileWorkers;

/// Analyses files in the background and tells of it once a frame. While the model is not ready yet
/// a file's picture is made first, and its scores when the model is. Thread: GUI.
class FileAnalyzer : public QObject {
  Q_OBJECT
 public:
  explicit FileAnalyzer(QObject* parent = nullptr);
  /// Waits for the workers no longer than a second: a file may be on a dead network share.
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

  /// Of files that are started from now on.
  void setChannel(ChannelChoice channel);
  /// Puts files at the end of the queue.
  void enqueue(std::vector<FileJob> jobs);
  /// Puts a file at the front of the queue if it waits in it.
  void prefer(int id);
  /// Returns those that were waiting; one that is being analysed says so in an update.
  std::vector<int> cancel(const std::vector<int>& ids);
  std::vector<int> cancelAll();
  /// Stops after the present windows, and goes on from there.
  void setPaused(bool paused);
  bool isPaused() const;

 signals:
  void updated(const earwitness::gui::FileUpdate& update);
  /// All updates of this look at the workers have been told.
  void drained();

 private:
  void drain();

  std::shared_ptr<FileWorkers> workers_;
  int model_ = 0;
  std::shared_ptr<const ModelDescription> description_;
  QTimer timer_;
};

}  // namespace earwitness::gui
