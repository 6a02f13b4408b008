// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <sstream>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/inference/evaluation.h"
#include "core/inference/network_classifier.h"
#include "core/listening/file_analysis.h"
#include "core/runs/run_summary.h"
#include "core/training/run_estimate.h"
#include "core/training/search.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/training/small_run.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr size_t kSamples = 16000;

std::vector<float> both(const std::vector<float>& a, const std::vector<float>& b) {
  std::vector<float> sum(a);
  for (size_t i = 0; i < sum.size(); ++i) sum[i] += b[i];
  return sum;
}

std::vector<float> toneOf(int i) {
  return tone(400.0 + 50.0 * i, 16000.0, kSamples, 0.3);
}

std::vector<float> clicksOf(int i) {
  return clicks(kSamples, size_t(1600 + 100 * i), 0.5F);
}

std::vector<float> hissOf(int i) {
  std::vector<float> hiss = noise(kSamples, uint32_t(100 + i));
  for (float& sample : hiss) sample *= 0.02F;
  return hiss;
}

/// Clicks, tones, both at once, and faint noise without a label: a table with several labels in a
/// cell.
void writeSet(const fs::path& root, int clipsOfAKind = 8) {
  std::string table = "file,label\n";
  const auto add = [&](const std::string& kind, int i, const std::vector<float>& samples,
                       const std::string& labels) {
    const std::string name = kind + std::to_string(i) + ".wav";
    writeClip(root / name, both(samples, hissOf(i)));
    table += name + "," + labels + "\n";
  };
  for (int i = 0; i < clipsOfAKind; ++i) {
    add("clicks", i, clicksOf(i), "clicks");
    add("tone", i, toneOf(i), "tone");
    add("both", i, both(clicksOf(i), toneOf(i)), "clicks;tone");
    add("nothing", i, std::vector<float>(kSamples, 0.0F), "");
  }
  writeText(root / "labels.csv", table);
}

TrainSettings multiSettings(const fs::path& data, int epochs = 24) {
  TrainSettings settings = smallSettings(data, epochs);
  settings.labelsPerClip = "multi";
  return settings;
}

json jsonOf(const fs::path& file) {
  return json::parse(readFile(file));
}

std::vector<std::string> namesOf(const fs::path& model, const std::vector<float>& sound,
                                 const fs::path& file) {
  writeClip(file, sound);
  NetworkClassifier classifier(model);
  const ModelDescription& description = classifier.description();
  std::vector<std::string> names;
  const auto windows = analyseFile(file, &classifier, {}, {}).windows;
  for (size_t label = 0; label < description.labels.size(); ++label)
    if (windows.at(0).scores.at(label) >= description.thresholds.at(label))
      names.push_back(description.labels[label]);
  return names;
}

}  // namespace

/// Trainings with several labels per clip, on one set.
class TestMultiLabel : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    writeSet(path("data"));
    result_ = train(multiSettings(path("data")), optionsFor("run"), {});
  }

  void namesTwoSoundsAtOnce() {
    QVERIFY(result_.finished && result_.best.multiLabel);
    QVERIFY2(result_.best.multiLabel->meanAveragePrecision > 0.95,
             toJson(result_.best).dump().c_str());
    const fs::path model = folder("run").bestModel();
    // None of these was trained with.
    using Names = std::vector<std::string>;
    const auto named = [&](const std::vector<float>& sound) {
      return namesOf(model, both(sound, hissOf(50)), path("new.wav"));
    };
    const std::vector<float> newTone = tone(610.0, 16000.0, kSamples, 0.3);
    const std::vector<float> newClicks = clicks(kSamples, 1950, 0.5F);
    QCOMPARE(named(both(newClicks, newTone)), (Names{"clicks", "tone"}));
    QCOMPARE(named(newTone), Names{"tone"});
    QCOMPARE(named(newClicks), Names{"clicks"});
    QCOMPARE(named(std::vector<float>(kSamples, 0.0F)), Names{});
  }

  void theModelSaysWhatItIs() {
    const ModelDescription model = readModelDescription(folder("run").bestModel());
    QCOMPARE(model.output, ModelOutput::MultiLabelLogits);
    QCOMPARE(model.formatVersion(), 2);
    QVERIFY((model.labels == std::vector<std::string>{"clicks", "tone"}));
    QCOMPARE(model.thresholds.size(), size_t(2));
    QCOMPARE(model.card.at("training").at("labels_per_clip").get<std::string>(),
             std::string("multi"));
    const json& figures = model.card.at("figures").at("validation");
    QVERIFY(figures.at("mean_average_precision").is_number() &&
            figures.at("macro_f1").is_number() && !figures.contains("accuracy"));
    QVERIFY(!model.card.contains("confusions"));
  }

  void theRunFolderHasItsFigures() {
    const RunFolder run = folder("run");
    QVERIFY(!fs::exists(run.confusion()) && !fs::exists(run.predictions()));
    const std::string metrics = readFile(run.metrics());
    QVERIFY(metrics.find("validation_mean_average_precision,validation_macro_f1") !=
            std::string::npos);
    QCOMPARE(std::count(metrics.begin(), metrics.end(), '\n'), 25L);
    QVERIFY(readFile(run.perClass()).starts_with("label,clips,precision,recall,f1,average_"));
    const json result = jsonOf(run.result());
    QVERIFY(!result.contains("best_confusion") && !result.contains("best_predictions"));
    QCOMPARE(result.at("best_per_class").size(), size_t(2));
    QVERIFY(result.at("best").at("mean_average_precision").get<double>() > 0.95);
    const std::vector<float> thresholds = readModelDescription(run.bestModel()).thresholds;
    for (size_t label = 0; label < 2; ++label)
      QCOMPARE(result.at("best_per_class").at(label).at("threshold").get<float>(),
               thresholds[label]);
    // Clips without a label are negative examples, and not left out.
    QVERIFY(jsonOf(run.data()).at("left_out").empty());
    QCOMPARE(jsonOf(run.data()).at("training").size() + jsonOf(run.data()).at("validation").size(),
             size_t(32));
    QVERIFY(readFile(run.log()).find("mean average precision") != std::string::npos);
    std::istringstream journal(readFile(run.journal()));
    for (std::string line; std::getline(journal, line);) {
      const json event = json::parse(line);
      QVERIFY(!event.contains("balanced_accuracy"));
      if (event.at("event") != "epoch") continue;
      QVERIFY(event.at("training").at("macro_f1").is_null());
      QVERIFY(event.at("validation").at("macro_f1").is_number());
    }
    const auto summary = readRun(run.path);
    QVERIFY(summary && summary->best && summary->best->multiLabel);
  }

  void anInterruptedRunEndsTheSame() {
    RunOptions parts = optionsFor("parts");
    parts.stopAfterEpoch = 5;
    const TrainSettings settings = multiSettings(path("data"));
    QVERIFY(!train(settings, parts, {}).finished);
    parts.stopAfterEpoch = 0;
    parts.resume = true;
    QVERIFY(train(settings, parts, {}).finished);
    QVERIFY(jsonOf(folder("parts").result()).at("best") ==
            jsonOf(folder("run").result()).at("best"));
    QVERIFY(readFile(folder("parts").perClass()) == readFile(folder("run").perClass()));
    const TrainSettings single = smallSettings(path("data"), 24);
    QVERIFY(isSentence(errorOf([&] { train(single, parts, {}); })));
  }

  void isEvaluated() {
    EvaluationRequest request{.model = folder("run").bestModel(),
                              .data = {.root = path("data")},
                              .folds = {},
                              .cacheFolder = path("cache"),
                              .confinement = {.program = EARWITNESS_CLI}};
    const Evaluation several = evaluateModel(request);
    QVERIFY(several.figures.multiLabel->meanAveragePrecision > 0.95);
    QCOMPARE(several.predictions.size(), size_t(32));
    const json figures = toJson(several);
    QVERIFY(!figures.contains("confusion") && !figures.contains("accuracy"));
    QCOMPARE(figures.at("per_class").at(0).at("targets").get<int>(), 16);
    // Clips of one label each have accuracies as well.
    for (int i = 0; i < 3; ++i) {
      writeClip(path("single") / "clicks" / (std::to_string(i) + ".wav"),
                both(clicksOf(i), hissOf(60 + i)));
      writeClip(path("single") / "tone" / (std::to_string(i) + ".wav"),
                both(toneOf(i), hissOf(70 + i)));
    }
    request.data.root = path("single");
    const json single = toJson(evaluateModel(request));
    QVERIFY(single.at("mean_average_precision").get<double>() > 0.95);
    QVERIFY(single.at("balanced_accuracy").get<double>() > 0.9);
    QCOMPARE(single.at("confusion").at("labels").size(), size_t(2));
  }

  void aFrozenBackboneTrainsTheHead() {
    TrainSettings settings = recipe("head", "resnet-transformer");
    startFrom(settings, SmallRun::get().folder().bestModel());
    settings.data.root = path("data");
    settings.split.seed = 1;
    settings.labelsPerClip = "multi";
    settings.epochs = 40;
    settings.batchSize = 4;
    settings.threads = 1;
    const TrainResult result = train(settings, optionsFor("head"), {});
    QVERIFY2(result.finished && result.best.multiLabel->meanAveragePrecision > 0.9,
             toJson(result.best).dump().c_str());
    QCOMPARE(readModelDescription(folder("head").bestModel()).output,
             ModelOutput::MultiLabelLogits);
  }

  void isEstimatedAndSearched() {
    const RunEstimate estimate = estimateRun(multiSettings(path("data")), path("cache"), nullptr);
    QCOMPARE(estimate.clips, size_t(32));
    QCOMPARE(estimate.classes, size_t(2));
    const SearchResult found = search(multiSettings(path("data"), 2), 2, optionsFor("search"), {});
    QVERIFY(found.finished && found.trials.front().best->multiLabel);
    QVERIFY(readFile(path("search") / "search.csv")
                .starts_with("rank,trial,epochs,mean_average_precision,"));
    QVERIFY(searchTable(found).find("mAP") != std::string::npos);
  }

  /// Two classes that always come together cannot be told apart by one label, and one class can be
  /// told from nothing.
  void oneClassAndClipsWithoutIt() {
    const fs::path data = path("one");
    std::string table = "file,label\n";
    for (int i = 0; i < 6; ++i) {
      const std::string name = std::to_string(i) + ".wav";
      writeClip(data / name, i % 2 == 0 ? both(toneOf(i), hissOf(i)) : hissOf(i));
      table += name + (i % 2 == 0 ? ",tone\n" : ",\n");
    }
    writeText(data / "labels.csv", table);
    QVERIFY(isSentence(errorOf([&] { estimateRun(smallSettings(data), path("cache"), nullptr); })));
    const RunEstimate estimate = estimateRun(multiSettings(data), path("cache"), nullptr);
    QCOMPARE(estimate.classes, size_t(1));
    QCOMPARE(estimate.clips, size_t(6));
  }

 private:
  fs::path path(const char* name) const { return fs::path(directory_.path().toStdString()) / name; }
  RunFolder folder(const char* name) const { return {path(name)}; }
  RunOptions optionsFor(const char* name) const {
    return {.folder = path(name),
            .cacheFolder = path("cache"),
            .confinement = {.program = EARWITNESS_CLI}};
  }

  QTemporaryDir directory_;
  TrainResult result_;
};

QTEST_GUILESS_MAIN(TestMultiLabel)
#include "test_multi_label.moc"
