// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>

#include "app/gui/services/clip_sender.h"
#include "core/listening/teacher.h"

namespace earwitness::gui {

class CliJob;

/// A sound that the user points at.
struct TeachRequest {
  ClipSource sound;  ///< its label is the name of the class
  QString origin;    ///< display name of the microphone or file
  qint64 utcMs = 0;  ///< when it was recorded; 0: not known
  bool isCounterExample = false;
  std::string exampleId =
      {};  ///< empty: a new one; if there is an example with it, nothing is done
};

/// What the model in use was taught, and teaching it more. The model and the disk are waited for on
/// another thread, one job after the other. Thread: GUI.
class TeacherHost : public QObject {
  Q_OBJECT
 public:
  explicit TeacherHost(QObject* parent = nullptr);

  /// Another model, or null, and its file. What it was taught is loaded in the background;
  /// classifierChanged() follows if it was taught anything.
  void setModel(std::shared_ptr<Classifier> model, std::filesystem::path file = {});
  /// The model with its taught classes; the model itself where there are none.
  const std::shared_ptr<Classifier>& classifier() const { return classifier_; }
  /// Empty if it can be taught, else the reason.
  QString whyNot() const;
  const TaughtClasses& classes() const { return classes_; }
  std::filesystem::path clipOf(const TaughtExample& example) const;

  /// `history`: the live stream's, for sound that is in no file, and for what the room sounds like.
  void teach(const TeachRequest& request, std::shared_ptr<AudioHistory> history);
  void removeExample(const std::string& id);
  /// The same, also of one that is still being learned; nothing where there is none.
  void forget(const std::string& id);
  void removeClass(const std::string& name);
  void renameClass(const std::string& name, const std::string& newName);
  void undo();
  void redo();

  /// Writes a model file that has the taught classes in it, after the edits that are still being
  /// made. Another process does it; told() says how it went. With another model it is cancelled.
  void makeModel(const std::filesystem::path& file);
  /// Writes the classes with their clips to one file; told() says how it went.
  void exportTo(const std::filesystem::path& file);
  /// Adds the classes of such a file, which can be undone; told() says how it went.
  void importFrom(const std::filesystem::path& file);

 signals:
  /// `extended`: it has the labels of the one before, and perhaps more after them.
  void classifierChanged(bool extended);
  void classesChanged();
  /// One sentence for the status line.
  void told(const QString& sentence);

 private:
  struct Outcome {
    std::shared_ptr<Teacher> teacher;
    std::shared_ptr<Classifier> classifier;  ///< null: nothing has changed
    TaughtClasses classes;
    QString sentence;                 ///< for the status line
    std::function<void()> then = {};  ///< done next, on the GUI thread
  };
  using Job = std::function<Outcome(std::shared_ptr<Teacher>)>;

  static Outcome outcomeOf(const std::shared_ptr<Teacher>& teacher, const QString& sentence);
  void load();
  void edit(std::function<void(TaughtClasses&)> change);
  void change(std::function<QString(Teacher&)> change);
  void startMaking(const std::filesystem::path& file);
  void enqueue(Job job);
  void runNext();
  void take(Outcome&& outcome);
  void fail(const QString& sentence);

  std::shared_ptr<Classifier> model_;
  std::filesystem::path modelFile_;
  std::shared_ptr<Classifier> classifier_;
  std::shared_ptr<Teacher> teacher_;  ///< used by the job that runs; null until it is loaded
  TaughtClasses classes_;             ///< a copy of the teacher's
  QString problem_;
  std::deque<Job> jobs_;
  bool isRunning_ = false;
  int serial_ = 0;    ///< of the model
  int attempts_ = 0;  ///< to load what it was taught
  CliJob* making_;    ///< of a model
};

}  // namespace earwitness::gui
