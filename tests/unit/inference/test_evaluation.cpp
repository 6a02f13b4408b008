// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/inference/evaluation.h"
#include "core/inference/network_classifier.h"
#include "core/listening/file_analysis.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/training/small_run.h"

using namespace earwitness;
namespace fs = std::filesystem;

class TestEvaluation : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    request_ = {};
    request_.model = SmallRun::get().folder().bestModel();
    request_.data.root = SmallRun::get().data();
    request_.cacheFolder = SmallRun::get().cache();
    request_.confinement.program = EARWITNESS_CLI;
  }

  /// Against the figures taken by hand: mean scores of each file's windows.
  void figuresAreThoseOfFileAnalysis() {
    const fs::path data = path("data");
    writeThreeClasses(data, 2);
    writeClip(data / "tone" / "long.wav", tone(700.0, 16000.0, 41600, 0.3));  // three windows
    writeClip(data / "tone" / "wrong.wav", noise(16000, 500));
    request_.data.root = data;
    const Evaluation evaluation = evaluateModel(request_);
    NetworkClassifier classifier(request_.model);
    double loss = 0.0;
    ConfusionMatrix confusion(3);
    const DataSet dataSet = scanDataSet(data);
    for (size_t i = 0; i < dataSet.clips.size(); ++i) {
      const Clip& clip = dataSet.clips[i];
      const FileScores scores = analyseFile(clip.path, &classifier, {}, {});
      const int top = topLabels(scores.whole, 1).at(0);
      QCOMPARE(evaluation.predictions.at(i), top);
      confusion.add(clip.label, top);
      loss -= std::log(double(scores.whole[size_t(clip.label)])) / double(dataSet.clips.size());
    }
    // The windows of the long clip do not overlap here, as in the cache.
    QVERIFY(std::abs(evaluation.figures.loss - loss) < 0.02);
    QCOMPARE(evaluation.figures.accuracy, confusion.accuracy());
    QCOMPARE(evaluation.figures.balancedAccuracy, confusion.balancedAccuracy());
    QVERIFY(evaluation.figures.balancedAccuracy > 0.8);
    QCOMPARE(evaluation.confusion.count(2, 1), 1L);  // the noise among the tones
    QCOMPARE(evaluation.confusion.total(), 8L);
  }

  void labelsAreMatchedByName() {
    const fs::path data = path("data");
    writeThreeClasses(data, 3);
    fs::remove_all(data / "clicks");
    request_.data.root = data;
    const Evaluation evaluation = evaluateModel(request_);
    QCOMPARE(evaluation.labels.size(), size_t(3));
    QCOMPARE(evaluation.confusion.targets(0), 0L);
    QCOMPARE(evaluation.confusion.targets(1), 3L);
    QVERIFY2(evaluation.figures.balancedAccuracy > 0.8, toJson(evaluation).dump().c_str());
    QVERIFY(toJson(evaluation).at("per_class").at(0).at("recall").is_null());
  }

  void classesThatTheModelDoesNotKnow() {
    const fs::path data = path("data");
    writeThreeClasses(data, 1);
    writeClip(data / "siren" / "a.wav", noise(16000));
    request_.data.root = data;
    const QString text = errorOf([&] { evaluateModel(request_); });
    QVERIFY2(isSentence(text) && text.contains("'siren'"), qPrintable(text));
  }

  void onlyTheFoldsAskedFor() {
    const fs::path data = path("data");
    writeThreeClasses(data / "audio", 2);
    std::string table = "filename,fold,category\n";
    for (const char* name : {"clicks", "noise", "tone"})
      for (int i = 0; i < 2; ++i)
        table += std::string(name) + "/" + std::to_string(i) + ".wav," + std::to_string(i + 1) +
                 "," + name + "\n";
    writeText(data / "meta" / "esc50.csv", table);
    request_.data.root = data;
    request_.folds = {2};
    const Evaluation evaluation = evaluateModel(request_);
    QCOMPARE(evaluation.confusion.total(), 3L);
    QCOMPARE(evaluation.dataSet.clips.size(), size_t(3));
    QCOMPARE(evaluation.predictions.size(), size_t(3));
    for (const Clip& clip : evaluation.dataSet.clips) QCOMPARE(clip.fold, 2);
    request_.folds = {9};
    const QString text = errorOf([&] { evaluateModel(request_); });
    QVERIFY2(isSentence(text) && text.contains("fold"), qPrintable(text));
  }

  void brokenClipsAreNamed() {
    const fs::path data = path("data");
    writeThreeClasses(data, 1);
    writeNanClip(data / "tone" / "nan.wav");
    request_.data.root = data;
    const nlohmann::json json = toJson(evaluateModel(request_));
    QCOMPARE(json.at("clips").get<int>(), 3);
    QCOMPARE(json.at("problems").size(), size_t(1));
    QVERIFY(json.at("problems").at(0).at("file").get<std::string>().ends_with("nan.wav"));
    QCOMPARE(json.at("confusion").at("labels").size(), size_t(3));
    QVERIFY(json.at("loss").is_number() && json.at("balanced_accuracy").is_number());
  }

  void whatIsNotThere() {
    request_.data.root = path("missing");
    QVERIFY(isSentence(errorOf([&] { evaluateModel(request_); })));
    request_.data.root = SmallRun::get().data();
    request_.model = path("missing.pt");
    QVERIFY(isSentence(errorOf([&] { evaluateModel(request_); })));
  }

 private:
  fs::path path(const char* name) const {
    return fs::path(directory_->path().toStdString()) / name;
  }
  std::unique_ptr<QTemporaryDir> directory_;
  EvaluationRequest request_;
};

QTEST_GUILESS_MAIN(TestEvaluation)
#include "test_evaluation.moc"
