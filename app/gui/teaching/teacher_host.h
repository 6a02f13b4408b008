#pragma once

#include <QObject>
#include <QString>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>

#include "app/gui/events/clip_sender.h"
#include "core/listening/teacher.h"

namespace earwitness::gui {

/// A sound that the user points at.
struct TeachRequest {
  ClipSource sound;  ///< its label is the name of the class
  QString origin;    ///< display name of the microphone or file
  qint64 utcMs = 0;  ///< when it was recorded; 0: not known
  bool isCounterExample = false;
};

/// What the model in use was taught, and teaching it more. The model and the disk are waited for on
/// another thread, one job after the other. Thread: GUI.
class TeacherHost : public QObject {
  Q_OBJECT
 public:
  explicit TeacherHost(QObject* parent = nullptr);

  /// Another model, or null. What it was taught is loaded in the background;
  /// classifierChanged() follows if it was taught anything.
  void setModel(std::shared_ptr<Classifier> model);
  /// The model with its taught classes; the model itself where there are none.
  const std::shared_ptr<Classifier>& classifier() const { return classifier_; }
  /// Empty if it can be taught, else the reason.
  QString whyNot() const;
  const TaughtClasses& classes() const { return classes_; }
  std::filesystem::path clipOf(const TaughtExample& example) const;

  /// `history`: the live stream's, for sound that is in no file, and for what the room sounds like.
  void teach(const TeachRequest& request, std::shared_ptr<SoundHistory> history);
  void removeExample(const std::string& id);
  void removeClass(const std::string& name);
  void renameClass(const std::string& name, const std::string& newName);
  void undo();
  void redo();

 signals:
  /// `extended`: it has the labels of the one before, and perhaps more after them.
  void classifierChanged(bool extended);
  void classesChanged();
  /// One sentence for the status line.
  void told(const QString& sentence);

 private:
  struct Outcome {
    std::shared_ptr<Teacher> teacher;
    std::shared_ptr<Classifier> classifier;
    TaughtClasses classes;
    QString sentence;  ///< for the status line
  };
  using Job = std::function<Outcome(std::shared_ptr<Teacher>)>;

  void load();
  void edit(std::function<void(TaughtClasses&)> change);
  void enqueue(Job job);
  void runNext();
  void take(Outcome&& outcome);
  void fail(const QString& sentence);

  std::shared_ptr<Classifier> model_;
  std::shared_ptr<Classifier> classifier_;
  std::shared_ptr<Teacher> teacher_;  ///< used by the job that runs; null until it is loaded
  TaughtClasses classes_;             ///< a copy of the teacher's
  QString problem_;
  std::deque<Job> jobs_;
  bool isRunning_ = false;
  int serial_ = 0;    ///< of the model
  int attempts_ = 0;  ///< to load what it was taught
};

}  // namespace earwitness::gui
