// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <sstream>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/inference/evaluation.h"
#include "core/inference/network_classifier.h"
#include "core/listening/file_analysis.h"
#include "core/runs/clip_predictions.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_summary.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/training/small_run.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::vector<json> linesOf(const fs::path& path) {
  std::vector<json> lines;
  std::istringstream text(readFile(path));
  for (std::string line; std::getline(text, line);) lines.push_back(json::parse(line));
  return lines;
}

std::vector<std::string> eventsOf(const fs::path& journal) {
  std::vector<std::string> events;
  for (const json& line : linesOf(journal)) events.push_back(line.at("event"));
  return events;
}

json eventOf(const fs::path& journal, const char* name) {
  for (const json& line : linesOf(journal))
    if (line.at("event") == name) return line;
  return {};
}

int rowsOf(const fs::path& csv) {
  const std::string text = readFile(csv);
  return int(std::count(text.begin(), text.end(), '\n')) - 1;
}

/// Scores of every window of a file, as bits.
std::vector<std::vector<float>> scoresOf(const fs::path& model, const fs::path& file) {
  NetworkClassifier classifier(model);
  std::vector<std::vector<float>> scores;
  for (const ScoredWindow& window : analyseFile(file, &classifier, {}, {}).windows)
    scores.push_back(window.scores);
  return scores;
}

struct Answer {
  std::vector<float> scores;
  std::vector<float> embedding;
};

/// Of a window of slowly changing levels, as bits.
Answer answerOf(const fs::path& model) {
  NetworkClassifier classifier(model);
  std::vector<float> window = classifier.description().silentInput();
  for (size_t i = 0; i < window.size(); ++i) window[i] += float(i % 977) * 0.05F;
  Answer answer{std::vector<float>(classifier.description().labels.size()),
                std::vector<float>(size_t(classifier.embeddingSize()))};
  classifier.classifyAndEmbed(window, answer.scores, answer.embedding);
  return answer;
}

/// Sets `stop` at a step of an epoch, both counted from 1.
TrainHooks stopAt(std::atomic<bool>& stop, int epoch, int step) {
  TrainHooks hooks;
  hooks.stop = &stop;
  hooks.onStep = [&stop, epoch, step](const StepProgress& progress) {
    if (progress.epoch == epoch && progress.step == step) stop = true;
  };
  return hooks;
}

}  // namespace

class TestTrainer : public QObject {
  Q_OBJECT

 private slots:
  void init() { directory_ = std::make_unique<QTemporaryDir>(); }

  void learnsThreeClasses() {
    const TrainResult& result = SmallRun::get().result();
    QVERIFY(result.finished);
    QVERIFY(result.bestEpoch >= 1 && result.bestEpoch <= 6);
    QVERIFY2(result.best.balancedAccuracy > 0.99,
             qPrintable(QString::number(result.best.balancedAccuracy)));
    QVERIFY(result.best.loss < 0.8);
  }

  void theRunFolderHoldsEverything() {
    const RunFolder folder = SmallRun::get().folder();
    const json settings = json::parse(readFile(folder.settings()));
    QCOMPARE(settings.at("epochs").get<int>(), 6);
    QCOMPARE(settings.at("window_seconds").get<double>(), 1.0);
    QCOMPARE(settings.at("architecture_settings").at("channels").get<int>(), 64);

    std::vector<std::string> events = eventsOf(folder.journal());
    QVERIFY(std::count(events.begin(), events.end(), "features") >= 1);
    std::erase(events, "features");
    QVERIFY((std::vector(events.begin(), events.begin() + 4) ==
             std::vector<std::string>{"started", "scanned", "cached", "built"}));
    QCOMPARE(events.back(), std::string("finished"));
    QVERIFY(std::count(events.begin(), events.end(), "checkpoint") >= 2);  // the first and the last
    QVERIFY(std::count(events.begin(), events.end(), "step") >= 1);
    std::vector<json> lines = linesOf(folder.journal());
    std::erase_if(lines, [](const json& line) { return line.at("event") == "features"; });
    QCOMPARE(lines[1].at("classes").get<int>(), 3);
    QCOMPARE(lines[2].at("clips").get<int>(), 24);
    QCOMPARE(lines[3].at("threads").get<int>(), 1);
    for (const json& line : lines) {
      QCOMPARE(line.at("version").get<int>(), 2);
      if (line.at("event") != "step") continue;
      QVERIFY(line.at("seconds_left").get<double>() >= 0.0);
      QVERIFY(line.at("clips_per_second").get<double>() > 0.0);
    }
    std::erase_if(lines, [](const json& line) { return line.at("event") != "epoch"; });
    QCOMPARE(lines.size(), size_t(6));
    for (size_t epoch = 0; epoch < 6; ++epoch) {
      const json& line = lines[epoch];
      QCOMPARE(line.at("epoch").get<size_t>(), epoch + 1);
      QVERIFY(line.at("training").at("loss").get<double>() > 0.0);
      QVERIFY(line.at("validation").at("balanced_accuracy").get<double>() <= 1.0);
    }

    const std::string csv = readFile(folder.metrics());
    QCOMPARE(rowsOf(folder.metrics()), 6);
    const auto columns = [](const std::string& row) {
      return std::count(row.begin(), row.end(), ',');
    };
    std::istringstream rows(csv);
    std::string header, row;
    std::getline(rows, header);
    while (std::getline(rows, row)) QCOMPARE(columns(row), columns(header));

    const json result = json::parse(readFile(folder.result()));
    QVERIFY(result.at("finished").get<bool>());
    QCOMPARE(result.at("best_epoch").get<int>(), SmallRun::get().result().bestEpoch);
    QCOMPARE(result.at("best_per_class").size(), size_t(3));
    long validated = 0;
    for (const json& cell : result.at("best_confusion").at("cells"))
      validated += cell.at(2).get<long>();
    QCOMPARE(validated, 3L);

    QCOMPARE(rowsOf(folder.confusion()), 3);
    QCOMPARE(rowsOf(folder.perClass()), 3);
    QCOMPARE(size_t(rowsOf(folder.misclassified())), result.at("best_misclassified").size());
    const json& predictions = result.at("best_predictions");
    QCOMPARE(predictions.size(), size_t(3));  // right ones too
    QCOMPARE(rowsOf(folder.predictions()), 3);
    for (const json& clip : predictions) {
      QVERIFY(fs::exists(clip.at("file").get<std::string>()));
      QVERIFY(clip.at("score").get<double>() >= clip.at("label_score").get<double>());
    }
    QVERIFY(result.at("latency_ms").get<double>() > 0.0);
    const json data = json::parse(readFile(folder.data()));
    QCOMPARE(data.at("training").size() + data.at("validation").size(), size_t(24));
    QCOMPARE(data.at("labels").size(), size_t(3));
    QVERIFY(readFile(folder.log()).find("Epoch 6: training loss") != std::string::npos);
    QCOMPARE(result.at("noise_check").at("windows").get<int>(), 81);
  }

  void theRunIsListed() {
    const RunFolder folder = SmallRun::get().folder();
    const auto runs = findRuns(folder.path.parent_path());
    QCOMPARE(runs.size(), size_t(1));
    const RunSummary& run = runs[0];
    QCOMPARE(run.state, std::string("finished"));
    QCOMPARE(run.epochs, 6);
    QCOMPARE(run.bestEpoch, SmallRun::get().result().bestEpoch);
    QCOMPARE(run.best->balancedAccuracy, SmallRun::get().result().best.balancedAccuracy);
    QVERIFY(*run.parameters > 120'000 && run.seconds > 0.0);
    QCOMPARE(run.settings.at("architecture").get<std::string>(), std::string("resnet-transformer"));
  }

  /// One of its own kinds of noise is a class here, and no "background": that shows.
  void theCardTellsHowItTakesNoise() {
    const ModelDescription model = readModelDescription(SmallRun::get().folder().bestModel());
    const json& check = model.card.at("noise_check");
    QCOMPARE(check.at("kinds").size(), size_t(5));
    QVERIFY(check.at("fires").get<double>() > 0.05 && check.at("too_often").get<bool>());
    QCOMPARE(model.card.at("warnings").size(), size_t(1));
    const json& white = check.at("kinds").at(0);
    QCOMPARE(white.at("kind").get<std::string>(), std::string("white noise"));
    QCOMPARE(white.at("mostly").get<std::string>(), std::string("noise"));
  }

  void backgroundTakesTheNoise() {
    const fs::path data = path("data");
    writeThreeClasses(data);
    fs::remove_all(data / "noise");
    TrainSettings settings = smallSettings(data, 12);
    settings.background = "auto";
    const RunFolder folder{path("run")};
    train(settings, {.folder = folder.path, .cacheFolder = path("cache")}, {});
    const ModelDescription model = readModelDescription(folder.bestModel());
    QVERIFY((model.labels == std::vector<std::string>{"background", "clicks", "tone"}));
    const json& check = model.card.at("noise_check");
    QVERIFY2(check.at("fires").get<double>() < 0.05, check.dump().c_str());
    QVERIFY(model.card.at("warnings").empty());
  }

  void endsEarlyWhereNothingGetsBetter() {
    const SmallRun& run = SmallRun::get();
    TrainSettings settings = smallSettings(run.data(), 40);
    settings.patience = 3;
    const RunFolder folder{path("run")};
    const TrainResult result =
        train(settings, {.folder = folder.path, .cacheFolder = run.cache()}, {});
    QVERIFY(result.finished);
    const int epochs = rowsOf(folder.metrics());
    QVERIFY(epochs < 40);
    QCOMPARE(epochs, result.bestEpoch + 3);
    QVERIFY(fs::exists(folder.lastModel()));
    const json event = linesOf(folder.journal()).back();
    QVERIFY(event.at("event") == "finished" && event.at("early").get<bool>());
    // Going on with a run that is over changes nothing.
    train(settings, {.folder = folder.path, .cacheFolder = run.cache(), .resume = true}, {});
    QCOMPARE(rowsOf(folder.metrics()), epochs);
  }

  void stoppingAfterAnEpochAndGoingOn() {
    const SmallRun& run = SmallRun::get();
    const RunFolder folder{path("run")};
    RunOptions options{.folder = folder.path, .cacheFolder = run.cache(), .stopAfterEpoch = 2};
    QVERIFY(!train(smallSettings(run.data()), options, {}).finished);
    QCOMPARE(rowsOf(folder.metrics()), 2);
    QCOMPARE(readRun(folder.path)->state, std::string("stopped"));
    options = {.folder = folder.path, .cacheFolder = run.cache(), .resume = true};
    QVERIFY(train(smallSettings(run.data()), options, {}).finished);
    QVERIFY(scoresOf(folder.lastModel(), run.newTone()) ==
            scoresOf(run.folder().lastModel(), run.newTone()));
  }

  void onlyOneProcessWritesIntoARun() {
    const SmallRun& run = SmallRun::get();
    fs::create_directories(path("run"));
    const RunLock lock({path("run")});
    const QString text = errorOf([&] {
      train(smallSettings(run.data()), {.folder = path("run"), .cacheFolder = run.cache()}, {});
    });
    QVERIFY2(isSentence(text) && text.contains("Another training"), qPrintable(text));
  }

  void transferTakesWeightsAndFreezes() {
    const SmallRun& run = SmallRun::get();
    const fs::path data = path("data");
    writeThreeClasses(data);
    fs::rename(data / "clicks", data / "taps");  // one label is new, two are known
    TrainSettings settings = recipe("fine-tune", "resnet-transformer");
    startFrom(settings, run.folder().bestModel());
    settings.data.root = data;
    settings.epochs = settings.freezeEpochs = 2;
    settings.batchSize = 4;
    settings.threads = 1;
    settings.averaging = 0.0;
    const RunFolder folder{path("run")};
    const TrainResult result = train(settings,
                                     {.folder = folder.path,
                                      .cacheFolder = path("cache"),
                                      .confinement = {.program = EARWITNESS_CLI}},
                                     {});
    const json built = eventOf(folder.journal(), "built");
    QCOMPARE(built.at("labels_taken").get<int>(), 2);
    QVERIFY(built.at("taken").size() > 20);
    QVERIFY(result.best.balancedAccuracy > 0.6);
    // Frozen: only the head may differ. Two known labels score alike before it and after it.
    QVERIFY(scoresOf(folder.lastModel(), run.newTone()) !=
            scoresOf(run.folder().bestModel(), run.newTone()));
  }

  void aFrozenBackboneTrainsTheHeadAlone() {
    const SmallRun& run = SmallRun::get();
    const fs::path data = path("data");
    writeThreeClasses(data);
    fs::rename(data / "clicks", data / "taps");
    const TrainSettings settings = headSettings(data);
    const RunOptions options{.folder = path("run"),
                             .cacheFolder = path("cache"),
                             .confinement = {.program = EARWITNESS_CLI}};
    const TrainResult result = train(settings, options, {});
    QVERIFY(result.finished && result.best.balancedAccuracy > 0.9);
    const RunFolder folder{path("run")};
    const Answer before = answerOf(run.folder().bestModel());
    const Answer after = answerOf(folder.bestModel());
    QVERIFY(after.embedding == before.embedding);
    QVERIFY(after.scores != before.scores);
    const ModelDescription model = readModelDescription(folder.bestModel());
    QCOMPARE(model.card.at("parameters").get<long>(),
             readModelDescription(run.folder().bestModel()).card.at("parameters").get<long>());
    QCOMPARE(model.card.at("training").at("freeze").get<std::string>(), std::string("backbone"));
    // The saved network says what validation saw.
    const Evaluation evaluation = evaluateModel({.model = folder.bestModel(),
                                                 .data = {.root = data},
                                                 .folds = {},
                                                 .cacheFolder = path("cache"),
                                                 .confinement = {.program = EARWITNESS_CLI}});
    QVERIFY(evaluation.figures.balancedAccuracy > 0.9);
  }

  void embeddingsAreComputedOnce() {
    const SmallRun& run = SmallRun::get();
    const auto cachedWindows = [&](const char* folder) {
      size_t calls = 0;
      TrainHooks hooks;
      hooks.onCacheProgress = [&calls](size_t, size_t) { ++calls; };
      train(headSettings(run.data()),
            {.folder = path(folder),
             .cacheFolder = path("cache"),
             .confinement = {.program = EARWITNESS_CLI}},
            hooks);
      return calls;
    };
    QVERIFY(cachedWindows("first") > 0);
    QCOMPARE(cachedWindows("second"), size_t(0));
    const RunFolder first{path("first")};
    const RunFolder second{path("second")};
    QVERIFY(answerOf(first.lastModel()).scores == answerOf(second.lastModel()).scores);
  }

  void aHeadTrainingGoesOn() {
    const SmallRun& run = SmallRun::get();
    const TrainSettings settings = headSettings(run.data());
    RunOptions options{.folder = path("parts"),
                       .cacheFolder = path("cache"),
                       .stopAfterEpoch = 3,
                       .confinement = {.program = EARWITNESS_CLI}};
    QVERIFY(!train(settings, options, {}).finished);
    options.stopAfterEpoch = 0;
    options.resume = true;
    QVERIFY(train(settings, options, {}).finished);
    options.resume = false;
    options.folder = path("whole");
    QVERIFY(train(settings, options, {}).finished);
    QVERIFY(answerOf(RunFolder{path("parts")}.lastModel()).scores ==
            answerOf(RunFolder{path("whole")}.lastModel()).scores);
  }

  void startingFromSomethingElse() {
    const SmallRun& run = SmallRun::get();
    TrainSettings settings;
    QVERIFY(isSentence(errorOf([&] { startFrom(settings, run.newTone()); })));
    settings = smallSettings(run.data());
    settings.initModel = path("gone.pt");
    const QString text =
        errorOf([&] { train(settings, {.folder = path("run"), .cacheFolder = run.cache()}, {}); });
    QVERIFY2(isSentence(text) && text.contains("gone.pt"), qPrintable(text));
    const json last = linesOf(RunFolder{path("run")}.journal()).back();
    QCOMPARE(last.at("event").get<std::string>(), std::string("failed"));
    QCOMPARE(QString::fromStdString(last.at("error")), text);
    QCOMPARE(readRun(path("run"))->state, std::string("failed"));
  }

  void cudaThatIsNotThere() {
    const SmallRun& run = SmallRun::get();
    TrainSettings settings = smallSettings(run.data());
    settings.device = "cuda";
    const QString text =
        errorOf([&] { train(settings, {.folder = path("run"), .cacheFolder = run.cache()}, {}); });
    if (text.isEmpty()) QSKIP("There is a CUDA device here.");
    QVERIFY2(isSentence(text) && text.contains("--device cpu"), qPrintable(text));
  }

  void modelsDescribeThemselves() {
    const SmallRun& run = SmallRun::get();
    for (const fs::path& file : {run.folder().bestModel(), run.folder().lastModel()}) {
      const ModelDescription model = readModelDescription(file);
      QVERIFY((model.labels == std::vector<std::string>{"clicks", "noise", "tone"}));
      QCOMPARE(model.windowSeconds, 1.0);
      QCOMPARE(model.hopSeconds, 1.0);
      QVERIFY(model.features == FeatureSettings{});
      QCOMPARE(model.name, std::string("resnet-transformer, data"));
      const json& card = model.card;
      QCOMPARE(card.at("training_clips").get<int>() + card.at("validation_clips").get<int>(), 24);
      QCOMPARE(card.at("training").at("data").get<std::string>(), std::string("data"));
      QCOMPARE(card.at("training").at("seed").get<int>(), 1);
      QVERIFY(!card.at("data_fingerprint").get<std::string>().empty());
      QVERIFY(!toJson(model).dump().empty());
      // Where the data lay on this machine is nobody's business.
      QVERIFY(toJson(model).dump().find(run.data().parent_path().string()) == std::string::npos);
    }
    QCOMPARE(readModelDescription(run.folder().lastModel()).card.at("epoch").get<int>(), 6);
  }

  void theSameSeedGivesTheSameModel() {
    const SmallRun& run = SmallRun::get();
    const auto scores = scoresOf(run.folder().lastModel(), run.newTone());
    train(smallSettings(run.data()), {path("again"), run.cache(), false}, {});
    QVERIFY(scoresOf(RunFolder{path("again")}.lastModel(), run.newTone()) == scores);
    TrainSettings other = smallSettings(run.data(), 1);
    other.seed = 2;
    train(other, {path("other"), run.cache(), false}, {});
    QVERIFY(scoresOf(RunFolder{path("other")}.lastModel(), run.newTone()) != scores);
  }

  void stoppedAndResumedIsTheSame_data() {
    QTest::addColumn<QString>("recipeName");
    QTest::addColumn<int>("epoch");
    QTest::newRow("in the first epoch") << "report" << 1;
    QTest::newRow("later") << "report" << 3;
    QTest::newRow("averaged weights") << "strong" << 2;
  }
  void stoppedAndResumedIsTheSame() {
    QFETCH(QString, recipeName);
    QFETCH(int, epoch);
    const SmallRun& run = SmallRun::get();
    TrainSettings settings = smallSettings(run.data(), 3);
    if (recipeName == "strong") {
      settings = recipe("strong", "resnet-transformer");
      settings.data.root = run.data();
      settings.epochs = 3;
      settings.batchSize = 4;
      settings.threads = 1;
    }
    const RunFolder whole{path("whole")};
    const RunFolder parts{path("parts")};
    const TrainResult expected = train(settings, {whole.path, run.cache(), false}, {});

    std::atomic<bool> stop{false};
    const TrainResult stopped =
        train(settings, {parts.path, run.cache(), false}, stopAt(stop, epoch, 2));
    QVERIFY(!stopped.finished);
    QVERIFY(!fs::exists(parts.lastModel()));
    QCOMPARE(eventsOf(parts.journal()).back(), std::string("stopped"));
    const TrainResult result = train(settings, {parts.path, run.cache(), true}, {});
    QVERIFY(result.finished);
    QCOMPARE(result.bestEpoch, expected.bestEpoch);
    QCOMPARE(result.best.loss, expected.best.loss);
    QCOMPARE(result.last.loss, expected.last.loss);
    QCOMPARE(rowsOf(parts.metrics()), 3);
    const std::vector<std::string> events = eventsOf(parts.journal());
    QCOMPARE(std::count(events.begin(), events.end(), "epoch"), 3L);
    QCOMPARE(std::count(events.begin(), events.end(), "started"), 1L);
    QCOMPARE(std::count(events.begin(), events.end(), "resumed"), 1L);
    for (const auto& model : {&RunFolder::lastModel, &RunFolder::bestModel})
      QVERIFY(scoresOf((parts.*model)(), run.newTone()) ==
              scoresOf((whole.*model)(), run.newTone()));
  }

  void resumingAFinishedRunKeepsItsResult() {
    const SmallRun& run = SmallRun::get();
    const TrainSettings settings = smallSettings(run.data(), 2);
    const RunFolder folder{path("run")};
    const TrainResult first = train(settings, {folder.path, run.cache(), false}, {});
    const std::string result = readFile(folder.result());
    const std::string metrics = readFile(folder.metrics());
    fs::remove(folder.metrics());  // a kill between checkpoint and table
    const TrainResult second = train(settings, {folder.path, run.cache(), true}, {});
    QVERIFY(second.finished);
    QCOMPARE(second.last.loss, first.last.loss);
    QCOMPARE(readFile(folder.result()), result);
    QCOMPARE(readFile(folder.metrics()), metrics);
  }

  void foldersWithAndWithoutARun() {
    const SmallRun& run = SmallRun::get();
    const auto attempt = [&](const fs::path& folder, bool resume) {
      return errorOf([&] { train(smallSettings(run.data()), {folder, run.cache(), resume}, {}); });
    };
    const std::string before = readFile(run.folder().journal());
    QString text = attempt(run.folder().path, false);
    QVERIFY2(isSentence(text) && text.contains("already contains a run"), qPrintable(text));
    QCOMPARE(readFile(run.folder().journal()), before);
    text = attempt(path("empty"), true);
    QVERIFY2(isSentence(text) && text.contains("does not contain a run"), qPrintable(text));
    writeText(path("file"), "in the way");
    text = attempt(path("file"), false);
    QVERIFY2(isSentence(text) && text.contains("file"), qPrintable(text));
  }

  void resumingWithOtherSettingsIsRefused() {
    const SmallRun& run = SmallRun::get();
    TrainSettings settings = smallSettings(run.data());
    settings.learningRate = 0.5;
    const QString text = errorOf([&] {
      train(settings, {run.folder().path, run.cache(), true}, {});
    });
    QVERIFY2(isSentence(text) && text.contains("learning_rate") && text.contains("0.5"),
             qPrintable(text));
    // The run is what it was.
    QCOMPARE(readRun(run.folder().path)->state, std::string("finished"));
  }

  void resumingWithChangedDataIsRefused() {
    const fs::path data = path("data");
    writeThreeClasses(data, 3);
    const TrainSettings settings = smallSettings(data, 2);
    std::atomic<bool> stop{false};
    train(settings, {path("run"), path("cache"), false}, stopAt(stop, 2, 1));
    writeClip(data / "noise" / "0.wav", noise(16000, 55));
    const QString text = errorOf([&] { train(settings, {path("run"), path("cache"), true}, {}); });
    QVERIFY2(isSentence(text) && text.contains("changed"), qPrintable(text));
  }

  void aMovedDataSetGoesOn() {
    writeThreeClasses(path("data"), 3);
    TrainSettings settings = smallSettings(path("data"), 2);
    std::atomic<bool> stop{false};
    train(settings, {path("run"), path("cache"), false}, stopAt(stop, 2, 1));
    fs::rename(path("data"), path("moved"));
    settings.data.root = path("moved");
    QVERIFY(train(settings, {path("run"), path("cache"), true}, {}).finished);
  }

  void aDamagedCheckpointIsTold() {
    const SmallRun& run = SmallRun::get();
    const TrainSettings settings = smallSettings(run.data(), 2);
    const RunFolder folder{path("run")};
    std::atomic<bool> stop{false};
    train(settings, {folder.path, run.cache(), false}, stopAt(stop, 2, 1));
    const std::string checkpoint = readFile(folder.checkpoint());
    for (const std::string& damaged : {std::string(), std::string("no checkpoint"),
                                       checkpoint.substr(0, checkpoint.size() / 2)}) {
      writeText(folder.checkpoint(), damaged);
      const QString text = errorOf([&] { train(settings, {folder.path, run.cache(), true}, {}); });
      QVERIFY2(isSentence(text) && text.contains("checkpoint"), qPrintable(text));
    }
    fs::copy_file(run.folder().bestModel(), folder.checkpoint(),
                  fs::copy_options::overwrite_existing);
    QVERIFY(isSentence(errorOf([&] { train(settings, {folder.path, run.cache(), true}, {}); })));
  }

  void dataThatCannotTrain() {
    const auto attempt = [&](const fs::path& data) {
      return errorOf([&] { train(smallSettings(data), {path("run"), path("cache"), false}, {}); });
    };
    QString text = attempt(path("missing"));
    QVERIFY2(isSentence(text) && text.contains("missing"), qPrintable(text));
    writeClip(path("one") / "dog" / "a.wav", noise(16000));
    writeClip(path("one") / "dog" / "b.wav", noise(16000, 2));
    text = attempt(path("one"));
    QVERIFY2(isSentence(text) && text.contains("two classes"), qPrintable(text));
    writeText(path("broken") / "dog" / "a.wav", "no sound");
    writeClip(path("broken") / "cat" / "b.wav", noise(16000));
    text = attempt(path("broken"));
    QVERIFY2(isSentence(text) && text.contains("'dog'"), qPrintable(text));
    QCOMPARE(linesOf(RunFolder{path("run")}.journal()).back().at("kind").get<std::string>(),
             std::string("data"));
  }

  void brokenClipsAreCountedInTheJournal() {
    const fs::path data = path("data");
    writeThreeClasses(data, 2);
    writeTruncatedClip(data / "tone" / "cut.wav");
    writeNanClip(data / "tone" / "nan.wav");
    const RunFolder folder{path("run")};
    train(smallSettings(data, 1), {folder.path, path("cache"), false}, {});
    const json cached = eventOf(folder.journal(), "cached");
    QCOMPARE(cached.at("clips").get<int>(), 7);
    QCOMPARE(cached.at("left_out").size(), size_t(1));
    QVERIFY(cached.at("left_out").at(0).at("file").get<std::string>().ends_with("nan.wav"));
    QCOMPARE(cached.at("notes").size(), size_t(1));
    QVERIFY(cached.at("notes").at(0).at("file").get<std::string>().ends_with("cut.wav"));
    QVERIFY(cached.at("notes").at(0).at("note").get<std::string>().starts_with("Only 0.5 s of"));
  }

  void withNothingToValidateTheLastEpochIsBest() {
    const fs::path data = path("data");
    writeThreeClasses(data / "train", 2);
    const TrainResult result =
        train(smallSettings(data, 2), {path("run"), path("cache"), false}, {});
    QCOMPARE(result.bestEpoch, 2);
    QCOMPARE(result.best.loss, result.last.loss);
    const json record = linesOf(RunFolder{path("run")}.journal()).back();
    QCOMPARE(record.at("event").get<std::string>(), std::string("finished"));
    for (const json& line : linesOf(RunFolder{path("run")}.journal()))
      QVERIFY(!line.contains("validation"));
  }

  void divergingIsTold() {
    const SmallRun& run = SmallRun::get();
    TrainSettings settings = smallSettings(run.data(), 5);
    settings.learningRate = 1e30;
    const QString text = errorOf([&] { train(settings, {path("run"), run.cache(), false}, {}); });
    QVERIFY2(isSentence(text) && text.contains("diverged"), qPrintable(text));
    QCOMPARE(linesOf(RunFolder{path("run")}.journal()).back().at("kind").get<std::string>(),
             std::string("other"));
  }

  void settingsAreCheckedFirst() {
    TrainSettings settings = smallSettings(SmallRun::get().data());
    settings.epochs = 0;
    QVERIFY(isSentence(errorOf([&] { train(settings, {path("run"), path("cache"), false}, {}); })));
    QVERIFY(!fs::exists(path("run")));
    settings = smallSettings(SmallRun::get().data());
    settings.architectureSettings = {{"chanels", 32}};
    QVERIFY(isSentence(errorOf([&] { train(settings, {path("run"), path("cache"), false}, {}); })));
  }

 private:
  /// The last layer of the small run's model, anew for the classes of this data.
  static TrainSettings headSettings(const fs::path& data) {
    TrainSettings settings = recipe("head", "resnet-transformer");
    startFrom(settings, SmallRun::get().folder().bestModel());
    settings.data.root = data;
    settings.split.seed = settings.seed;
    settings.epochs = 40;
    settings.patience = 0;
    settings.batchSize = 4;
    settings.threads = 1;
    return settings;
  }

  fs::path path(const char* name) const {
    return fs::path(directory_->path().toStdString()) / name;
  }
  std::unique_ptr<QTemporaryDir> directory_;
};

QTEST_GUILESS_MAIN(TestTrainer)
#include "test_trainer.moc"
