// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>
#include <numeric>
#include <thread>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/inference/network_classifier.h"
#include "core/listening/file_analysis.h"
#include "core/listening/trim_leading_quiet.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/inference/model_surgery.h"
#include "tests/unit/listening/model_files.h"
#include "tests/unit/training/small_run.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

class TestNetworkClassifier : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    copy_ = fs::path(directory_->filePath("model.pt").toStdString());
    fs::copy_file(best(), copy_);
  }

  void namesWhatItLearned() {
    NetworkClassifier classifier(best());
    QCOMPARE(classifier.description().labels.size(), size_t(3));
    classifier.warmUp();
    const FileScores scores = analyseFile(SmallRun::get().newTone(), &classifier, {}, {});
    QCOMPARE(topLabels(scores.whole, 1).at(0), 2);
    for (const ScoredWindow& window : scores.windows) {
      const float sum = std::accumulate(window.scores.begin(), window.scores.end(), 0.0F);
      QVERIFY(std::abs(sum - 1.0F) < 1e-5F);
      for (const float score : window.scores) QVERIFY(score >= 0.0F && score <= 1.0F);
    }
  }

  void scoresAreTheSoftmaxOfLogits() {
    NetworkClassifier classifier(best());
    const std::vector<float> window = someWindow();
    std::vector<float> logits(3), scores(3);
    classifier.logits(window, logits);
    classifier.classify(window, scores);
    double sum = 0.0;
    for (const float logit : logits) sum += std::exp(double(logit));
    for (size_t i = 0; i < 3; ++i)
      QVERIFY(std::abs(scores[i] - std::exp(double(logits[i])) / sum) < 1e-6);
  }

  void theSameWindowGivesTheSameBits() {
    NetworkClassifier first(best());
    NetworkClassifier second(best());
    first.warmUp();  // one warm, one cold
    const std::vector<float> window = someWindow();
    const std::vector<float> silence(window.size(), -100.0F);
    std::vector<float> expected(3), scores(3);
    first.classify(window, expected);
    for (int i = 0; i < 5; ++i) {
      second.classify(window, scores);
      QVERIFY(scores == expected);
      second.classify(silence, scores);
      QVERIFY(scores != expected);
    }
    std::thread([&] { second.classify(window, scores); }).join();
    QVERIFY(scores == expected);
  }

  /// A model that does with less is given what comes after the quiet, and says of it what a model
  /// with windows of that length says.
  void quietBeforeASoundIsLeftOut() {
    ModelDescription description = readModelDescription(best());
    const std::vector<float> window = someWindow();
    description.shortestSeconds = description.windowSeconds / 4;
    const size_t shortest = size_t(heardLengths(description).front()) * 80;
    std::vector<float> late(window.size(), -100.0F);
    std::copy(window.end() - long(shortest), window.end(), late.end() - long(shortest));
    std::ifstream archive(best(), std::ios::binary);
    NetworkClassifier classifier(archive, description);
    std::vector<float> scores(3), expected(3);
    classifier.classify(late, scores);
    description.windowSeconds = description.shortestSeconds;
    description.hopSeconds = description.shortestSeconds;
    description.shortestSeconds = 0.0;
    std::ifstream again(best(), std::ios::binary);
    NetworkClassifier ofShort(again, description);
    ofShort.classify(std::span(window).last(shortest), expected);
    QVERIFY(scores == expected);
    NetworkClassifier ofWhole(best());
    ofWhole.classify(late, expected);
    QVERIFY(scores != expected);
    classifier.classify(window, scores);
    ofWhole.classify(window, expected);
    QVERIFY(scores == expected);
  }

  void silenceAndExtremesGiveNumbers() {
    NetworkClassifier classifier(best());
    std::vector<float> scores(3);
    for (const float level : {-100.0F, 0.0F, 200.0F, -1000.0F}) {
      classifier.classify(std::vector<float>(81 * 80, level), scores);
      for (const float score : scores) QVERIFY(std::isfinite(score));
    }
  }

  void filesThatAreNoModel() {
    writeText(copy_, "not a model at all");
    refused("not a model file");
    writeText(copy_, "");
    refused("not a model file");
    fs::remove(copy_);
    refused("does not exist");
    fs::create_directory(copy_);
    refused("folder");
  }

  void aTorchScriptFileWithoutDescription() {
    changeEntry(copy_, "extra/earwitness.json", [](const std::string&) { return ""; });
    refused("no description");
  }

  void aDescriptionWithoutNetwork() {
    writeModelFile(copy_, smallDescription());
    refused("cannot be loaded");
  }

  void aFileThatIsCutOff() {
    fs::resize_file(copy_, fs::file_size(copy_) / 2);
    refused("not a model file");
  }

  void codeThatDoesNotParse() {
    changeEntry(copy_, "code/__torch__/earwitness.py",
                [](const std::string&) { return "class ResnetTransformer(Module:\n  what\n"; });
    refused("cannot be loaded");
  }

  void anotherShapeThanDescribed_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("bands") << "n_mels"
                           << "40";
    QTest::newRow("a label too many") << "labels"
                                      << R"(["a", "b", "c", "d"])";
    QTest::newRow("a label too few") << "labels"
                                     << R"(["a", "b"])";
  }
  void anotherShapeThanDescribed() {
    QFETCH(QString, key);
    QFETCH(QString, value);
    ModelDescription description = readModelDescription(copy_);
    const json changed = json::parse(value.toStdString());
    if (key == "n_mels")
      description.features.nMels = changed;
    else
      description.labels = changed.get<std::vector<std::string>>();
    description.thresholds.assign(description.labels.size(), 0.5F);
    changeEntry(copy_, "extra/earwitness.json",
                [&](const std::string&) { return toJson(description).dump(); });
    refused(key == "n_mels" ? "does not take the windows" : "answers in another shape");
  }

  void aNetworkThatAnswersNoTensor() {
    changeEntry(copy_, "code/__torch__/earwitness.py", [](std::string code) {
      const size_t from = code.find("  def forward(");
      const size_t to = code.find("class ", from);
      return code.replace(from, to - from,
                          "  def forward(self: __torch__.earwitness.ResnetTransformer,\n"
                          "    log_mel: Tensor) -> str:\n    return \"no tensor\"\n");
    });
    refused("does not take the windows");
  }

 private:
  static fs::path best() { return SmallRun::get().folder().bestModel(); }

  static std::vector<float> someWindow() {
    std::vector<float> window = noise(81 * 80, 9);
    for (float& value : window) value = value * 40.0F - 50.0F;
    return window;
  }

  void refused(const char* hint) {
    const QString text = errorOf([&] { NetworkClassifier classifier(copy_); });
    QVERIFY2(isSentence(text) && text.contains("model.pt") && text.contains(hint),
             qPrintable(text));
  }

  std::unique_ptr<QTemporaryDir> directory_;
  fs::path copy_;
};

QTEST_GUILESS_MAIN(TestNetworkClassifier)
#include "test_network_classifier.moc"
