// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <sstream>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/inference/network_classifier.h"
#include "core/listening/file_analysis.h"
#include "core/runs/event_text.h"
#include "core/training/distillation_teachers.h"
#include "core/training/run_estimate.h"
#include "core/training/search.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/listening/model_files.h"
#include "tests/unit/training/small_run.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

using Row = std::vector<float>;

json eventOf(const fs::path& journal, const std::string& name) {
  std::istringstream lines(readFile(journal));
  for (std::string line; std::getline(lines, line);)
    if (json event = json::parse(line); event.at("event") == name) return event;
  return {};
}

std::vector<std::vector<float>> scoresOf(const fs::path& model) {
  NetworkClassifier classifier(model);
  std::vector<std::vector<float>> scores;
  for (const auto& window : analyseFile(SmallRun::get().newTone(), &classifier, {}, {}).windows)
    scores.push_back(window.scores);
  return scores;
}

TrainSettings taughtSettings(const fs::path& data, int epochs = 2) {
  TrainSettings settings = smallSettings(data, epochs);
  settings.distillation.teachers = {SmallRun::get().folder().bestModel()};
  settings.distillation.versions = 3;
  return settings;
}

bool isNear(const Row& a, const Row& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](float x, float y) { return std::abs(x - y) < 1e-4F; });
}

}  // namespace

/// What teachers answer, and trainings with them.
class TestDistillation : public QObject {
  Q_OBJECT

 private slots:
  void init() { directory_ = std::make_unique<QTemporaryDir>(); }

  void answers_data() {
    QTest::addColumn<QString>("output");
    QTest::addColumn<bool>("multi");
    QTest::addColumn<double>("temperature");
    QTest::addColumn<QList<float>>("row");       // of dog, rain, siren
    QTest::addColumn<QList<float>>("expected");  // of rain, dog, cat
    using List = QList<float>;
    QTest::newRow("softmax, among the known")
        << "single_label_logits" << false << 1.0 << List{0.6F, 0.2F, 0.2F} << List{0.25F, 0.75F, 0};
    // Roots of 0.64 and 0.04: 0.8 and 0.2.
    QTest::newRow("softmax, warmer") << "single_label_logits" << false << 2.0
                                     << List{0.64F, 0.04F, 0.32F} << List{0.2F, 0.8F, 0};
    // Odds 4 and 1 to 4.
    QTest::newRow("several sounds, which one")
        << "multi_label_logits" << false << 1.0 << List{0.8F, 0.2F, 0.9F}
        << List{0.0588F, 0.9412F, 0};
    QTest::newRow("several sounds, each")
        << "multi_label_logits" << true << 1.0 << List{0.8F, 0.2F, 0.9F} << List{0.2F, 0.8F, 0};
    // Roots of the odds 16 to 1 and 1 to 16.
    QTest::newRow("several sounds, warmer")
        << "multi_label_logits" << true << 2.0 << List{16 / 17.0F, 1 / 17.0F, 0.5F}
        << List{0.2F, 0.8F, 0};
    QTest::newRow("one sound, as several")
        << "single_label_logits" << true << 1.0 << List{0.6F, 0.1F, 0.3F} << List{0.1F, 0.6F, 0};
    QTest::newRow("certain") << "probabilities" << true << 1.0 << List{1, 0, 0} << List{0, 1, 0};
  }
  void answers() {
    QFETCH(QString, output);
    QFETCH(bool, multi);
    QFETCH(double, temperature);
    QFETCH(QList<float>, row);
    QFETCH(QList<float>, expected);
    const DistillationTeachers teachers(
        {modelOf("a.pt", {"dog", "rain", "siren"}, output.toStdString())}, {"rain", "Dog", "cat"},
        {});
    QCOMPARE(teachers.known(), (std::vector<bool>{true, true, false}));
    const Row answer =
        teachers.answersTo({std::span<const float>(row.data(), 3)}, multi, temperature);
    QVERIFY2(isNear(answer, Row(expected.begin(), expected.end())),
             qPrintable(QString("%1 %2 %3").arg(answer[0]).arg(answer[1]).arg(answer[2])));
  }

  /// The mean of those that know a label; together they sum to 1 again.
  void severalTeachers() {
    const DistillationTeachers teachers(
        {modelOf("a.pt", {"dog", "rain"}, "single_label_logits"),
         modelOf("b.pt", {"rain", "cat", "dog"}, "single_label_logits")},
        {"cat", "dog", "rain"}, {});
    QVERIFY(teachers.warning().empty());
    const Row a = {0.8F, 0.2F};
    const Row b = {0.1F, 0.5F, 0.4F};
    // cat: 0.5 of one; dog: the mean of 0.8 and 0.4; rain: the mean of 0.2 and 0.1.
    QVERIFY(isNear(teachers.answersTo({a, b}, false, 1.0),
                   {0.5F / 1.25F, 0.6F / 1.25F, 0.15F / 1.25F}));
    QVERIFY(isNear(teachers.answersTo({a, b}, true, 1.0), {0.5F, 0.6F, 0.15F}));
  }

  void sameLabelsFirst() {
    // A label of exactly the same name comes before one that looks alike.
    const DistillationTeachers teachers({modelOf("a.pt", {"DOG", "dog"}, "multi_label_logits")},
                                        {"dog"}, {});
    const Row row = {0.9F, 0.3F};
    QVERIFY(isNear(teachers.answersTo({row}, true, 1.0), {0.3F}));
  }

  void wrongTeachers() {
    const fs::path stranger = modelOf("stranger.pt", {"whale"}, "single_label_logits");
    QString text = errorOf([&] { DistillationTeachers({stranger}, {"dog", "cat"}, {}); });
    QVERIFY2(isSentence(text) && text.contains("stranger.pt") && text.contains("'dog'"),
             qPrintable(text));
    text = errorOf([&] { DistillationTeachers({SmallRun::get().newTone()}, {"dog"}, {}); });
    QVERIFY2(isSentence(text) && text.contains("new tone.wav"), qPrintable(text));
    TrainSettings settings = taughtSettings(SmallRun::get().data());
    settings.distillation.teachers = {stranger};
    text = errorOf([&] { train(settings, optionsFor("run"), {}); });
    QVERIFY2(isSentence(text) && text.contains("stranger.pt"), qPrintable(text));
    QCOMPARE(QString::fromStdString(eventOf(folder("run").journal(), "failed").at("error")), text);
    QVERIFY(isSentence(errorOf([&] { estimateRun(settings, path("cache"), nullptr); })));
  }

  void aTaughtTraining() {
    const SmallRun& small = SmallRun::get();
    const fs::path data = path("data");
    writeThreeClasses(data, 4);
    fs::rename(data / "clicks", data / "taps");  // which the teacher does not know
    const TrainSettings settings = taughtSettings(data);
    QVERIFY(train(settings, optionsFor("run"), {}).finished);
    const json event = eventOf(folder("run").journal(), "distilled");
    QCOMPARE(event.at("versions").get<int>(), 3);
    QCOMPARE(event.at("teachers").at(0).at("labels").get<int>(), 2);
    QCOMPARE(event.at("teachers").at(0).at("fingerprint").get<std::string>(),
             readModelDescription(small.folder().bestModel()).fingerprint);
    QVERIFY(!event.at("reused").get<bool>());
    QVERIFY(QString::fromStdString(eventText(event)).contains("Mind: No teacher knows 'taps'"));
    const ModelDescription model = readModelDescription(folder("run").bestModel());
    QCOMPARE(model.card.at("teachers"), event.at("teachers"));
    QVERIFY(model.card.at("warnings").dump().find("'taps'") != std::string::npos);
    QCOMPARE(model.card.at("training").at("teachers"), json::array({"best.pt"}));
    QCOMPARE(model.card.at("training").at("teacher_share").get<double>(), 0.7);
    // Where the teacher lay on this machine is nobody's business.
    const std::string place = small.folder().path.parent_path().string();
    QVERIFY(toJson(model).dump().find(place) == std::string::npos);
    // Another run asks nobody, and is the same.
    QVERIFY(train(settings, optionsFor("again"), {}).finished);
    QVERIFY(eventOf(folder("again").journal(), "distilled").at("reused").get<bool>());
    QVERIFY(scoresOf(folder("again").lastModel()) == scoresOf(folder("run").lastModel()));
    // And one without a teacher is another.
    TrainSettings alone = settings;
    alone.distillation = {};
    QVERIFY(train(alone, optionsFor("alone"), {}).finished);
    QVERIFY(scoresOf(folder("alone").lastModel()) != scoresOf(folder("run").lastModel()));
  }

  void stoppedAndResumedIsTheSame_data() {
    QTest::addColumn<QString>("labelsPerClip");
    QTest::addColumn<QString>("steps");
    QTest::newRow("one label") << "single"
                               << "frequency-mask:bands=8";
    QTest::newRow("one label, mixed") << "single"
                                      << "between-class:probability=0.8";
    QTest::newRow("several labels") << "multi"
                                    << "between-class:probability=0.8";
  }
  void stoppedAndResumedIsTheSame() {
    QFETCH(QString, labelsPerClip);
    QFETCH(QString, steps);
    for (int i = 0; i < 4; ++i)
      writeClip(path("more") / (std::to_string(i) + ".wav"),
                tone(450.0 + 60 * i, 16000, 16000, 0.2));
    TrainSettings settings = taughtSettings(SmallRun::get().data(), 3);
    settings.labelsPerClip = labelsPerClip.toStdString();
    settings.augmentation = augmentationFromText(steps.toStdString());
    settings.distillation.data = {path("more")};
    QVERIFY(train(settings, optionsFor("whole"), {}).finished);
    std::atomic<bool> stop = false;
    TrainHooks hooks;
    hooks.stop = &stop;
    hooks.onStep = [&stop](const StepProgress& step) {
      if (step.epoch == 2 && step.step == 2) stop = true;
    };
    RunOptions options = optionsFor("parts");
    QVERIFY(!train(settings, options, hooks).finished);
    options.resume = true;
    QVERIFY(train(settings, options, {}).finished);
    QVERIFY(scoresOf(folder("parts").lastModel()) == scoresOf(folder("whole").lastModel()));
  }

  /// With another teacher under the same name a run does not go on.
  void anotherTeacherDoesNotGoOn() {
    const fs::path teacher = path("teacher.pt");
    fs::copy_file(SmallRun::get().folder().bestModel(), teacher);
    TrainSettings settings = taughtSettings(SmallRun::get().data());
    settings.distillation.teachers = {teacher};
    settings.distillation.versions = 1;
    RunOptions options = optionsFor("run");
    options.stopAfterEpoch = 1;
    QVERIFY(!train(settings, options, {}).finished);
    ModelDescription renamed = readModelDescription(teacher);
    renamed.name = "another";
    replaceModelDescription(teacher, renamed, teacher);
    options.resume = true;
    const QString text = errorOf([&] { train(settings, options, {}); });
    QVERIFY2(isSentence(text) && text.contains("teachers"), qPrintable(text));
  }

  /// All trials learn from one pool.
  void aSearchWithATeacher() {
    TrainSettings settings = taughtSettings(SmallRun::get().data(), 1);
    settings.distillation.versions = 2;
    int reused = 0, made = 0;
    TrainHooks hooks;
    hooks.onEvent = [&](const json& event) {
      if (event.at("event") == "distilled") ++(event.at("reused").get<bool>() ? reused : made);
    };
    QVERIFY(search(settings, 2, optionsFor("search"), hooks).finished);
    QCOMPARE(made, 1);
    QVERIFY(reused >= 1);
  }

  void aDryRunReckonsWithTeachers() {
    writeThreeClasses(path("more"), 4);
    const TrainSettings alone = smallSettings(SmallRun::get().data());
    TrainSettings settings = taughtSettings(SmallRun::get().data(), 6);
    settings.distillation.versions = 100;
    settings.distillation.data = {path("more")};
    const Confinement confinement{.program = EARWITNESS_CLI};
    const fs::path cache = SmallRun::get().cache();
    const RunEstimate plain = estimateRun(alone, cache, nullptr);
    const RunEstimate taught = estimateRun(settings, cache, nullptr, confinement);
    QCOMPARE(taught.unlabelledClips, size_t(12));
    const ModelDescription model = readModelDescription(SmallRun::get().folder().bestModel());
    const double windowBytes = double(model.inputSize()) * sizeof(float);
    const double windows = 21 + 12;
    QCOMPARE(taught.diskBytes - plain.diskBytes, (windows * 99 + 12) * windowBytes);
    // The pool is made once, which the epochs do not count.
    QVERIFY(taught.seconds > settings.epochs * taught.secondsAnEpoch);
    QVERIFY(textOf(taught).find("12 clips without labels") != std::string::npos);
  }

 private:
  fs::path path(const char* name) const {
    return fs::path(directory_->path().toStdString()) / name;
  }
  RunFolder folder(const char* name) const { return {path(name)}; }
  RunOptions optionsFor(const char* name) const {
    return {.folder = path(name),
            .cacheFolder = path("cache"),
            .confinement = {.program = EARWITNESS_CLI}};
  }
  /// A model file with a description and no network.
  fs::path modelOf(const char* name, std::vector<std::string> labels, const std::string& output) {
    ModelDescription description = smallDescription();
    description.thresholds.assign(labels.size(), 0.5F);
    description.labels = std::move(labels);
    description.output = modelOutputNamed(output);
    writeModelFile(path(name), description);
    return path(name);
  }

  std::unique_ptr<QTemporaryDir> directory_;
};

QTEST_GUILESS_MAIN(TestDistillation)
#include "test_distillation.moc"
