// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <thread>

#include "core/base/atomic_file.h"
#include "core/listening/pipeline.h"
#include "core/listening/taught_classifier.h"
#include "core/listening/teacher.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/listening/model_files.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

constexpr double kRate = 16000.0;

/// Its embedding is the mean spectrum of the window, above the quietest band.
class SpectrumClassifier : public LevelClassifier {
 public:
  explicit SpectrumClassifier(const std::string& fingerprint = "0123456789abcdef0123456789abcdef",
                              int nMels = 80)
      : LevelClassifier(taughtDescription(fingerprint, nMels)) {}
  int embeddingSize() const override { return description().features.nMels; }
  void classifyAndEmbed(std::span<const float> window, std::span<float> scores,
                        std::span<float> embedding) override {
    if (isBroken) throw Error("The model does not answer.");
    classify(window, scores);
    if (embedding.empty()) return;
    const size_t nMels = embedding.size();
    std::fill(embedding.begin(), embedding.end(), 0.0F);
    for (size_t i = 0; i < window.size(); ++i)
      embedding[i % nMels] += (window[i] + 100.0F) / float(window.size() / nMels);
  }
  bool isBroken = false;

 private:
  static ModelDescription taughtDescription(const std::string& fingerprint, int nMels) {
    ModelDescription model = smallDescription(1.0);
    model.fingerprint = fingerprint;
    model.features.nMels = nMels;
    model.card["label_ids"] = {"/m/1", "/m/2", "/m/3"};
    return model;
  }
};

std::vector<float> beep(double hz, double seconds = 1.5) {
  return tone(hz, kRate, long(seconds * kRate), 0.3);
}

Lesson lessonOf(const std::string& name, double hz) {
  return {.name = name, .samples = beep(hz), .sampleRate = kRate};
}

/// Of the first window of a sound.
std::vector<float> scoresOf(Classifier& classifier, const std::vector<float>& sound) {
  const ModelDescription& model = classifier.description();
  Pipeline pipeline(kRate, model.features, WindowPlan::of(model, 1.0), Pipeline::Mode::Clip);
  std::vector<float> scores;
  const auto onWindow = [&](Window&& window) {
    if (!scores.empty()) return;
    scores.resize(model.labels.size());
    classifier.classify(window.input(), scores);
  };
  pipeline.push(sound, {}, onWindow);
  pipeline.finish({}, onWindow);
  return scores;
}

}  // namespace

class TestTeacher : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    folder_ = directory_->filePath("taught").toStdString();
    other_ = directory_->filePath("other").toStdString();
    file_ = directory_->filePath("sounds.earwitness-taught").toStdString();
    model_ = std::make_shared<SpectrumClassifier>();
  }

  void oneExampleIsEnough() {
    Teacher teacher(model_, folder_);
    QVERIFY(teacher.classifier() == model_);  // nothing is taught yet
    teacher.teach(lessonOf("Kettle", 2000.0));
    const auto taught = teacher.classifier();
    const ModelDescription& description = taught->description();
    QCOMPARE(description.labels.size(), size_t(4));
    QCOMPARE(description.labels.back(), std::string("Kettle"));
    QCOMPARE(description.thresholds.back(), TaughtClass::kDefaultThreshold);
    QCOMPARE(description.card.at("label_ids").size(), size_t(4));
    description.validate();
    const std::vector<float> same = scoresOf(*taught, beep(2000.0));
    QVERIFY2(same.back() > 0.8F, qPrintable(QString::number(double(same.back()))));
    for (const std::vector<float>& other : {beep(300.0), beep(6000.0), noise(24000)})
      QVERIFY(scoresOf(*taught, other).back() < 0.5F);
    // The model's own scores stay as they are.
    const std::vector<float> own = scoresOf(*model_, beep(2000.0));
    QVERIFY(std::equal(own.begin(), own.end(), same.begin()));
  }

  void severalClassesAreToldApart() {
    Teacher teacher(model_, folder_);
    teacher.teach(lessonOf("Low", 400.0));
    teacher.teach(lessonOf("High", 5000.0));
    const auto taught = teacher.classifier();
    const std::vector<float> low = scoresOf(*taught, beep(400.0));
    const std::vector<float> high = scoresOf(*taught, beep(5000.0));
    QVERIFY(low[3] > 0.5F && low[4] < 0.5F && high[3] < 0.5F && high[4] > 0.5F);
  }

  void aCounterExampleSilencesItsLike() {
    Teacher teacher(model_, folder_);
    teacher.teach(lessonOf("Kettle", 2000.0));
    const std::vector<float> alike = beep(2100.0);
    QVERIFY(scoresOf(*teacher.classifier(), alike).back() > 0.5F);
    Lesson wrong{.name = "Kettle", .samples = alike, .sampleRate = kRate};
    wrong.isCounterExample = true;
    teacher.teach(wrong);
    QVERIFY(scoresOf(*teacher.classifier(), alike).back() < 0.5F);
    QVERIFY(scoresOf(*teacher.classifier(), beep(2000.0)).back() > 0.5F);
  }

  void aKnownLabelIsStrengthened() {
    Teacher teacher(model_, folder_);
    teacher.teach(lessonOf("high SOUND", 300.0));
    const auto taught = teacher.classifier();
    QCOMPARE(taught->description().labels.size(), size_t(3));
    QVERIFY(scoresOf(*taught, beep(300.0))[1] > scoresOf(*model_, beep(300.0))[1]);
  }

  void whatIsTaughtIsKept() {
    std::vector<float> before;
    {
      Teacher teacher(model_, folder_);
      teacher.teach({.name = "Kettle",
                     .samples = beep(2000.0),
                     .sampleRate = kRate,
                     .origin = "Kitchen microphone",
                     .utcMs = 1'700'000'000'000});
      before = scoresOf(*teacher.classifier(), beep(1900.0));
    }
    Teacher again(model_, folder_);
    QVERIFY(scoresOf(*again.classifier(), beep(1900.0)) == before);
    const TaughtExample& example = again.classes().find("Kettle")->examples.front();
    QCOMPARE(example.origin, std::string("Kitchen microphone"));
    QCOMPARE(example.seconds, 1.5);
    QVERIFY(fs::exists(again.clipOf(example)));
  }

  void editsAreKeptAndUndone() {
    fs::path clip;
    {
      Teacher teacher(model_, folder_);
      const std::string id = teacher.teach(lessonOf("Kettle", 2000.0));
      clip = teacher.clipOf(*teacher.classes().findExample(id));
      teacher.edit([](TaughtClasses& classes) { classes.removeClass("Kettle"); });
      QVERIFY(teacher.classifier() == model_);
      QVERIFY(fs::exists(clip));  // for undo
      teacher.undo();
      QVERIFY(scoresOf(*teacher.classifier(), beep(2000.0)).back() > 0.5F);
      teacher.redo();
      QVERIFY(teacher.classifier() == model_);
    }
    // The next start cannot undo it any more.
    Teacher again(model_, folder_);
    again.undo();  // nothing happens
    QVERIFY(again.classes().empty() && !fs::exists(clip));
  }

  /// The clips are all that is left of what was taught.
  void aDamagedFileKeepsItsClips() {
    fs::path clip;
    {
      Teacher teacher(model_, folder_);
      const std::string id = teacher.teach(lessonOf("Kettle", 2000.0));
      clip = teacher.clipOf(*teacher.classes().findExample(id));
    }
    writeFileAtomically(folder_ / TaughtStore::kFileName, "no JSON");
    {
      Teacher teacher(model_, folder_);
      QVERIFY(!teacher.problem().empty());
      QVERIFY(teacher.classes().empty() && fs::exists(clip));
      teacher.teach(lessonOf("Pan", 500.0));
      QVERIFY(fs::exists(clip));
    }
    Teacher again(model_, folder_);
    QVERIFY(again.problem().empty() && again.classes().find("Pan") != nullptr);
    QVERIFY(fs::exists(clip));
  }

  void whatFailsChangesNothing() {
    Teacher teacher(model_, folder_);
    teacher.teach(lessonOf("Kettle", 2000.0));
    const std::string before = readFile(folder_ / TaughtStore::kFileName);
    QVERIFY(isSentence(errorOf([&] { teacher.teach(lessonOf("", 900.0)); })));
    QVERIFY(isSentence(errorOf([&] { teacher.teach({.name = "Kettle", .samples = {}}); })));
    model_->isBroken = true;
    QVERIFY(isSentence(errorOf([&] { teacher.teach(lessonOf("Kettle", 900.0)); })));
    QVERIFY(isSentence(errorOf(
        [&] { teacher.edit([](TaughtClasses& classes) { classes.removeClass("Pan"); }); })));
    QCOMPARE(teacher.classes().find("Kettle")->exampleCount(), size_t(1));
    QCOMPARE(readFile(folder_ / TaughtStore::kFileName), before);
  }

  void aModelWithoutAnEmbeddingIsRefused() {
    QVERIFY(errorOf([&] {
              Teacher(std::make_shared<LevelClassifier>(), folder_);
            }).contains("no embedding"));
  }

  void classesGoToAnotherComputer() {
    Teacher teacher(model_, folder_);
    teacher.teach(lessonOf("Kettle", 2000.0));
    teacher.teach(lessonOf("Kettle", 2100.0));
    teacher.teach(lessonOf("Door", 500.0));
    teacher.edit([](TaughtClasses& classes) { classes.setThreshold("Door", 0.7F); });
    teacher.exportTo(file_);

    Teacher other(model_, other_);
    other.teach(lessonOf("Kettle", 1900.0));
    const std::vector<TaughtClass> before = other.classes().classes();
    TaughtImport import = other.importFrom(file_);
    QVERIFY(import.added.classes == 1 && import.added.examples == 3 && import.withoutClip == 0);
    QCOMPARE(other.classes().find("Kettle")->exampleCount(), size_t(3));
    QVERIFY(other.classes().find("Door")->examples == teacher.classes().find("Door")->examples);
    QCOMPARE(other.classes().find("Door")->threshold, 0.7F);
    for (const TaughtClass& taught : teacher.classes().classes())
      for (const TaughtExample& example : taught.examples)
        QCOMPARE(readFile(other.clipOf(example)), readFile(teacher.clipOf(example)));
    QVERIFY(scoresOf(*other.classifier(), beep(500.0)).back() > 0.5F);

    import = other.importFrom(file_);  // nothing comes twice
    QVERIFY(import.added.examples == 0 && import.added.known == 3);
    QCOMPARE(other.classes().find("Kettle")->exampleCount(), size_t(3));
    other.undo();
    QVERIFY(other.classes().classes() == before);
    other.redo();
    Teacher again(model_, other_);
    QVERIFY(again.classes().classes() == other.classes().classes());
  }

  void anotherModelLearnsFromTheClips() {
    Teacher teacher(model_, folder_);
    teacher.teach(lessonOf("Kettle", 2000.0));
    const std::string lost = teacher.teach(lessonOf("Kettle", 2100.0));
    fs::remove(teacher.clipOf(*teacher.classes().findExample(lost)));
    teacher.exportTo(file_);
    const auto otherModel = std::make_shared<SpectrumClassifier>("abcd", 40);
    Teacher other(otherModel, other_);
    const TaughtImport import = other.importFrom(file_);
    QVERIFY(import.added.examples == 1 && import.withoutClip == 1);
    const TaughtClass* kettle = other.classes().find("Kettle");
    QCOMPARE(kettle->examples.front().embedding.size(), size_t(40));
    QVERIFY(scoresOf(*other.classifier(), beep(2000.0)).back() > 0.5F);
    QVERIFY(scoresOf(*other.classifier(), beep(400.0)).back() < 0.5F);
    QVERIFY(other.importFrom(file_).added.known == 1);
  }

  void anImportThatFailsChangesNothing() {
    Teacher teacher(model_, folder_);
    teacher.teach(lessonOf("Kettle", 2000.0));
    teacher.exportTo(file_);
    Teacher other(std::make_shared<SpectrumClassifier>(), other_);
    writeFileAtomically(file_, readFile(file_).substr(0, 300));
    QVERIFY(isSentence(errorOf([&] { other.importFrom(file_); })));
    QVERIFY(other.classes().empty() && !other.classes().canUndo());
    // The other model does not answer.
    teacher.exportTo(file_);
    const auto broken = std::make_shared<SpectrumClassifier>("abcd", 40);
    Teacher third(broken, other_);
    broken->isBroken = true;
    QVERIFY(isSentence(errorOf([&] { third.importFrom(file_); })));
    QVERIFY(third.classes().empty());
  }

  /// A lesson in the window while the command line removes a class.
  void anotherProgramsEditIsNotLost() {
    Teacher window(model_, folder_);
    window.teach(lessonOf("Kettle", 2000.0));
    const std::string id = window.teach(lessonOf("Door", 500.0));
    {
      Teacher terminal(std::make_shared<SpectrumClassifier>(), folder_);
      terminal.edit([](TaughtClasses& classes) { classes.renameClass("Kettle", "Whistle"); });
      terminal.edit([&](TaughtClasses& classes) { classes.removeExample(id); });
    }
    const QString undo = errorOf([&] { window.undo(); });
    QVERIFY2(isSentence(undo) && undo.contains("another program"), qPrintable(undo));
    QVERIFY(window.classes().find("Whistle") != nullptr);  // it knows now
    window.teach(lessonOf("Pan", 900.0));
    QVERIFY(isSentence(
        errorOf([&] { window.edit([&](TaughtClasses& classes) { classes.removeExample(id); }); })));
    window.undo();
    Teacher again(model_, folder_);
    QVERIFY(again.classes().find("Whistle") != nullptr && again.classes().find("Pan") == nullptr);
    QVERIFY(again.classes().find("Door")->examples.empty());
  }

  void simultaneousLessonsAllRemain() {
    constexpr int kLessons = 8;
    const auto teachAll = [this](const std::string& name, double hz) {
      Teacher teacher(std::make_shared<SpectrumClassifier>(), folder_);
      for (int i = 0; i < kLessons; ++i) teacher.teach(lessonOf(name, hz));
    };
    std::thread first(teachAll, "Kettle", 2000.0);
    std::thread second(teachAll, "Door", 500.0);
    first.join();
    second.join();
    const Teacher teacher(model_, folder_);
    for (const char* name : {"Kettle", "Door"}) {
      const TaughtClass* taught = teacher.classes().find(name);
      QCOMPARE(taught->exampleCount(), size_t(kLessons));
      for (const TaughtExample& example : taught->examples)
        QVERIFY(fs::exists(teacher.clipOf(example)));
    }
  }

  void theRoomIsNotTheClass() {
    Teacher teacher(model_, folder_);
    const auto isHeard = [&](double hz) {
      return scoresOf(*teacher.classifier(), beep(hz)).back() > 0.5F;
    };
    teacher.teach(lessonOf("Kettle", 2000.0));
    QVERIFY(isHeard(2000.0) && !isHeard(500.0));
    Lesson lesson = lessonOf("Kettle", 2000.0);
    lesson.room = {beep(500.0), noise(24000)};
    teacher.teach(lesson);
    QVERIFY(isHeard(2000.0) && !isHeard(500.0));
  }

 private:
  std::unique_ptr<QTemporaryDir> directory_;
  fs::path folder_, other_, file_;
  std::shared_ptr<SpectrumClassifier> model_;
};

QTEST_GUILESS_MAIN(TestTeacher)
#include "test_teacher.moc"
