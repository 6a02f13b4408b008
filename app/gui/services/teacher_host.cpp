// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/teacher_host.h"

#include <QTimer>
#include <algorithm>
#include <cmath>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/services/cli_job.h"
#include "core/base/error.h"

namespace earwitness::gui {

namespace {

constexpr int kMostAttempts = 5;
constexpr int kRetryMs = 3000;
constexpr double kRoomSeconds = 300.0;
constexpr size_t kMostRoomSounds = 24;
constexpr double kMarginSeconds = 2.0;  // around the sound that is taught

/// With what surrounds it, where it is shorter than what the model is given.
ClipSource lengthened(ClipSource sound, double leastSeconds) {
  if (sound.endSeconds <= 0.0) return sound;  // a whole file
  const double missing = leastSeconds - (sound.endSeconds - sound.startSeconds);
  if (missing <= 0.0) return sound;
  sound.startSeconds = std::max(0.0, sound.startSeconds - missing / 2.0);
  sound.endSeconds += missing / 2.0;
  return sound;
}

/// Pieces of the last minutes of the stream that have nothing of the sound in them.
std::vector<std::vector<float>> roomAround(const AudioHistory& history,
                                           const AudioHistory::Segment& sound, double seconds) {
  std::vector<std::vector<float>> room;
  const double end = history.endSeconds();
  const double begin = std::max(history.beginSeconds(), end - kRoomSeconds);
  const double step = std::max(seconds, (end - begin) / double(kMostRoomSounds));
  for (double at = begin; at + seconds <= end; at += step) {
    const bool isApart = at + seconds + kMarginSeconds < sound.startSeconds ||
                         at - kMarginSeconds > sound.endSeconds();
    if (!isApart) continue;
    AudioHistory::Segment piece = history.segment(at, at + seconds);
    if (!piece.empty() && piece.sampleRate == sound.sampleRate)
      room.push_back(std::move(piece.samples));
  }
  return room;
}

Lesson lessonFrom(const TeachRequest& request, const ModelDescription& model,
                  const std::shared_ptr<AudioHistory>& history) {
  const ClipSource source = lengthened(request.sound, Teacher::leastSeconds(model));
  AudioHistory::Segment sound = soundOf(source, history);
  if (sound.empty())
    throw Error("The audio of this sound is no longer available. Select a newer one.");
  Lesson lesson{.name = source.label,
                .samples = {},
                .sampleRate = sound.sampleRate,
                .origin = request.origin.toStdString(),
                .utcMs = request.utcMs,
                .isCounterExample = request.isCounterExample,
                .exampleId = request.exampleId};
  if (history && source.file.empty())
    lesson.room = roomAround(*history, sound, model.windowSeconds);
  lesson.samples = std::move(sound.samples);
  return lesson;
}

void require(const std::shared_ptr<Teacher>& teacher) {
  if (!teacher) throw Error("The model cannot be taught: it is not open, or has no embedding.");
}

QString nameOf(const std::filesystem::path& file) {
  return QString::fromStdString(file.filename().string());
}

bool extends(const std::vector<std::string>& labels, const std::vector<std::string>& before) {
  return labels.size() >= before.size() && std::equal(before.begin(), before.end(), labels.begin());
}

}  // namespace

TeacherHost::TeacherHost(QObject* parent) : QObject(parent), making_(new CliJob(this)) {}

void TeacherHost::setModel(std::shared_ptr<Classifier> model, std::filesystem::path file) {
  modelFile_ = std::move(file);
  if (model == model_) return;
  making_->cancel();
  ++serial_;
  jobs_.clear();
  isRunning_ = false;  // what still runs is of the model before
  attempts_ = 0;
  model_ = classifier_ = std::move(model);
  teacher_.reset();
  classes_ = {};
  problem_ = tr("The model is still being opened.");
  emit classesChanged();
  if (model_) load();
}

void TeacherHost::load() {
  ++attempts_;
  enqueue([model = model_](const std::shared_ptr<Teacher>&) {
    auto teacher = std::make_shared<Teacher>(model);
    return outcomeOf(teacher, coreText(teacher->problem()));
  });
}

/// On the thread of a job.
TeacherHost::Outcome TeacherHost::outcomeOf(const std::shared_ptr<Teacher>& teacher,
                                            const QString& sentence) {
  return {.teacher = teacher,
          .classifier = teacher->classifier(),
          .classes = teacher->classes(),
          .sentence = sentence};
}

QString TeacherHost::whyNot() const {
  if (!model_) return tr("No model is open.");
  return teacher_ ? QString() : problem_;
}

std::filesystem::path TeacherHost::clipOf(const TaughtExample& example) const {
  return teacher_ ? teacher_->clipOf(example) : std::filesystem::path();
}

void TeacherHost::teach(const TeachRequest& request, std::shared_ptr<AudioHistory> history) {
  change([request, history = std::move(history), model = model_](Teacher& teacher) {
    const QString name = QString::fromStdString(request.sound.label);
    if (teacher.classes().findExample(request.exampleId) != nullptr) return QString();
    teacher.teach(lessonFrom(request, model->description(), history));
    const TaughtClass* taught = teacher.classes().find(request.sound.label);
    return request.isCounterExample
               ? tr("“%1” has learned that this was something else.").arg(name)
               : tr("“%1” was learned. %2.").arg(name, coreText(expectation(*taught)));
  });
}

void TeacherHost::removeExample(const std::string& id) {
  edit([id](TaughtClasses& classes) { classes.removeExample(id); });
}

void TeacherHost::forget(const std::string& id) {
  change([id](Teacher& teacher) {
    const TaughtExample* example = teacher.classes().findExample(id);
    if (example == nullptr) return QString();
    teacher.edit([&id](TaughtClasses& classes) { classes.removeExample(id); });
    return tr("What was learned from this false alarm is forgotten.");
  });
}

void TeacherHost::removeClass(const std::string& name) {
  edit([name](TaughtClasses& classes) { classes.removeClass(name); });
}

void TeacherHost::renameClass(const std::string& name, const std::string& newName) {
  edit([name, newName](TaughtClasses& classes) { classes.renameClass(name, newName); });
}

void TeacherHost::undo() {
  change([](Teacher& teacher) {
    teacher.undo();
    return QString();
  });
}

void TeacherHost::redo() {
  change([](Teacher& teacher) {
    teacher.redo();
    return QString();
  });
}

void TeacherHost::edit(std::function<void(TaughtClasses&)> edit) {
  change([edit = std::move(edit)](Teacher& teacher) {
    teacher.edit(edit);
    return QString();
  });
}

/// `change` runs on another thread, and returns a sentence for the status line. What fails changes
/// nothing, but may have loaded what another program changed.
void TeacherHost::change(std::function<QString(Teacher&)> change) {
  enqueue([change = std::move(change)](const std::shared_ptr<Teacher>& teacher) {
    require(teacher);
    const std::vector<TaughtClass> before = teacher->classes().classes();
    try {
      return outcomeOf(teacher, change(*teacher));
    } catch (const Error&) {
      const QString sentence = shownProblem();
      if (teacher->classes().classes() != before) return outcomeOf(teacher, sentence);
      return Outcome{
          .teacher = teacher, .classifier = {}, .classes = {}, .sentence = sentence, .then = {}};
    }
  });
}

void TeacherHost::importFrom(const std::filesystem::path& file) {
  change([file](Teacher& teacher) {
    const TaughtImport import = teacher.importFrom(file);
    if (import.added.examples == 0 && import.withoutClip == 0)
      return tr("All examples in “%1” already exist.").arg(nameOf(file));
    QString sentence =
        tr("%Ln examples imported from “%1”.", "", int(import.added.examples)).arg(nameOf(file));
    if (import.withoutClip > 0)
      sentence += u' ' + tr("%Ln examples of another model were skipped because they have no "
                            "recording.",
                            "", int(import.withoutClip));
    return sentence;
  });
}

void TeacherHost::exportTo(const std::filesystem::path& file) {
  enqueue([file](const std::shared_ptr<Teacher>& teacher) {
    require(teacher);
    teacher->exportTo(file);
    return Outcome{.teacher = teacher,
                   .classifier = {},
                   .classes = {},
                   .sentence = tr("The taught sounds were exported to “%1”.").arg(nameOf(file))};
  });
}

void TeacherHost::makeModel(const std::filesystem::path& file) {
  enqueue([this, file](const std::shared_ptr<Teacher>& teacher) {
    require(teacher);
    return Outcome{.teacher = teacher,
                   .classifier = {},
                   .classes = {},
                   .sentence = tr("Creating the model…"),
                   .then = [this, file] { startMaking(file); }};
  });
}

void TeacherHost::startMaking(const std::filesystem::path& file) {
  const QStringList arguments{"taught",
                              "--model",
                              QString::fromStdString(modelFile_.string()),
                              "--make-model",
                              QString::fromStdString(file.string()),
                              "--json"};
  making_->start(
      arguments,
      [this, file](const nlohmann::json& result) {
        const nlohmann::json made = result.value("made", nlohmann::json::object());
        const std::string name = made.is_object() ? made.value("name", "") : "";
        emit told(tr("The model “%1” was saved as “%2”.")
                      .arg(QString::fromStdString(name), nameOf(file)));
      },
      [this](const QString& sentence) { emit told(sentence); });
}

void TeacherHost::enqueue(Job job) {
  jobs_.push_back(std::move(job));
  runNext();
}

void TeacherHost::runNext() {
  if (isRunning_ || jobs_.empty()) return;
  isRunning_ = true;
  Job job = std::move(jobs_.front());
  jobs_.pop_front();
  const auto end = [this, serial = serial_](auto&& report) {
    if (serial != serial_) return;
    isRunning_ = false;
    report();
    runNext();
  };
  const auto work = [job = std::move(job), teacher = teacher_] { return job(teacher); };
  const auto then = [this, end](Outcome&& outcome) { end([&] { take(std::move(outcome)); }); };
  const OnFailure failed = [this, end](const QString& sentence) { end([&] { fail(sentence); }); };
  // A model that does not answer is not waited for at the program's end, a lesson is.
  if (teacher_)
    inBackground(this, work, then, failed);
  else
    readInBackground(this, work, then, failed);
}

/// The model may be starting, or was interrupted by the end of a stream: it is asked again.
void TeacherHost::fail(const QString& sentence) {
  if (teacher_) {
    emit told(sentence);
    return;
  }
  problem_ = sentence;  // told when somebody wants to teach
  if (attempts_ >= kMostAttempts) return;
  QTimer::singleShot(kRetryMs, this, [this, serial = serial_] {
    if (serial == serial_ && !teacher_ && !isRunning_) load();
  });
}

void TeacherHost::take(Outcome&& outcome) {
  if (outcome.classifier) {
    teacher_ = std::move(outcome.teacher);
    classes_ = std::move(outcome.classes);
    const bool isExtended =
        extends(outcome.classifier->description().labels, classifier_->description().labels);
    const bool isOther = outcome.classifier != classifier_;
    classifier_ = std::move(outcome.classifier);
    emit classesChanged();
    if (isOther) emit classifierChanged(isExtended);
  }
  if (!outcome.sentence.isEmpty()) emit told(outcome.sentence);
  if (outcome.then) outcome.then();
}

}  // namespace earwitness::gui
