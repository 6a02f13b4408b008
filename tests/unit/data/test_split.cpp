// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <map>
#include <random>
#include <set>

#include "core/data/data_set.h"
#include "core/data/draw.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
using By = SplitRequest::By;
using Ints = std::vector<int>;

namespace {

DataSet setOf(const std::vector<std::pair<int, int>>& labelsAndFolds) {
  DataSet dataSet;
  dataSet.root = "/data";
  for (const auto& [label, fold] : labelsAndFolds) {
    dataSet.clips.push_back(
        {"/data/" + std::to_string(dataSet.clips.size()) + ".wav", label, fold, "", ""});
    while (int(dataSet.labels.size()) <= label)
      dataSet.labels.push_back("class " + std::to_string(dataSet.labels.size()));
  }
  return dataSet;
}

QString errorOfSplit(const DataSet& dataSet, const SplitRequest& request = {}) {
  return errorOf([&] { splitDataSet(dataSet, request); });
}

SplitRequest request(By by, bool allowShared = false) {
  SplitRequest request;
  request.by = by;
  request.allowSharedSources = allowShared;
  return request;
}

}  // namespace

class TestSplit : public QObject {
  Q_OBJECT

 private slots:
  void foldsAsAsked() {
    const DataSet dataSet = setOf({{0, 1}, {1, 2}, {0, 3}, {1, 4}, {0, 5}});
    Split split = splitDataSet(dataSet, {.trainingFolds = {1, 3}, .validationFolds = {4}});
    QVERIFY((split.training == std::vector<int>{0, 2}));
    QVERIFY((split.validation == std::vector<int>{3}));
    QCOMPARE(split.description.english(), std::string("folds 1,3 to train, fold 4 to validate"));
    split = splitDataSet(dataSet, {.trainingFolds = {}, .validationFolds = {2}});
    QVERIFY((split.training == std::vector<int>{0, 2, 3, 4}));
    split = splitDataSet(dataSet, {.trainingFolds = {1}, .validationFolds = {}});
    QVERIFY(split.validation.empty());
  }

  void theLastFoldValidatesByDefault() {
    const Split split = splitDataSet(setOf({{0, 5}, {1, 2}, {0, 3}, {1, 5}}), {});
    QVERIFY((split.validation == std::vector<int>{0, 3}));
    QVERIFY((split.training == std::vector<int>{1, 2}));
  }

  void foldsThatCannotBe() {
    const DataSet folds = setOf({{0, 1}, {1, 2}});
    for (const SplitRequest& request :
         {SplitRequest{.trainingFolds = {3}, .validationFolds = {}},
          SplitRequest{.trainingFolds = {1}, .validationFolds = {1}},
          SplitRequest{.trainingFolds = {}, .validationFolds = {1, 2}}})
      QVERIFY(isSentence(errorOf([&] { splitDataSet(folds, request); })));
    const DataSet plain = setOf({{0, 0}, {1, 0}});
    QVERIFY(isSentence(
        errorOf([&] { splitDataSet(plain, {.trainingFolds = {1}, .validationFolds = {}}); })));
  }

  void stratifiedBySeed() {
    std::vector<std::pair<int, int>> clips;
    for (int i = 0; i < 60; ++i) clips.push_back({i % 3, 0});
    clips.push_back({3, 0});  // a class with one clip
    clips.push_back({4, 0});
    clips.push_back({4, 0});
    const DataSet dataSet = setOf(clips);
    const Split split = splitDataSet(
        dataSet,
        {.trainingFolds = {}, .validationFolds = {}, .validationFraction = 0.2, .seed = 7});
    std::vector<int> held(5), trained(5);
    std::set<int> all;
    for (int clip : split.validation) ++held[size_t(dataSet.clips[size_t(clip)].label)];
    for (int clip : split.training) ++trained[size_t(dataSet.clips[size_t(clip)].label)];
    all.insert(split.validation.begin(), split.validation.end());
    all.insert(split.training.begin(), split.training.end());
    QVERIFY((held == std::vector<int>{4, 4, 4, 0, 1}));
    QVERIFY((trained == std::vector<int>{16, 16, 16, 1, 1}));
    QCOMPARE(all.size(), dataSet.clips.size());

    const auto validationOf = [&](uint64_t seed) {
      SplitRequest request;
      request.seed = seed;
      return splitDataSet(dataSet, request).validation;
    };
    QVERIFY(validationOf(7) == split.validation);
    QVERIFY(validationOf(8) != split.validation);
  }

  void waysByName() {
    for (const By by : {By::Auto, By::Folds, By::Names, By::Source, By::Stratified})
      QCOMPARE(splitByFromName(nameOf(by)), by);
    QVERIFY(isSentence(errorOf([] { splitByFromName("luck"); })));
  }

  void namesOfSplits() {
    for (const char* name : {"train", "Training", "TRAIN"})
      QCOMPARE(splitFromName(name), std::string("train"));
    for (const char* name : {"val", "valid", "Validation", "dev", "eval"})
      QCOMPARE(splitFromName(name), std::string("val"));
    QCOMPARE(splitFromName("test"), std::string("test"));
    for (const char* name : {"", "trains", "holdout", "0"})
      QCOMPARE(splitFromName(name), std::string());
  }

  void aSingleFoldIsNoSplit() {
    const DataSet dataSet = setOf({{0, 3}, {0, 3}, {1, 3}, {1, 3}});
    const Split split = splitDataSet(dataSet, {});
    QCOMPARE(split.training.size(), size_t(2));
    QCOMPARE(split.validation.size(), size_t(2));
    QVERIFY(split.description.english().find("drawn") != std::string::npos);
    QVERIFY(isSentence(errorOfSplit(dataSet, request(By::Folds))));
  }

  void wayOfChoice() {
    DataSet dataSet = setOf({{0, 1}, {0, 2}, {1, 1}, {1, 2}});
    for (const By by : {By::Names, By::Source})
      QVERIFY(isSentence(errorOfSplit(dataSet, request(by))));
    QVERIFY(isSentence(errorOfSplit(setOf({{0, 0}, {1, 0}}), request(By::Folds))));
    for (size_t i = 0; i < 4; ++i) dataSet.clips[i].split = i % 2 == 0 ? "train" : "val";
    QVERIFY((splitDataSet(dataSet, request(By::Names)).training == Ints{0, 2}));
    QVERIFY((splitDataSet(dataSet, {}).validation == Ints{1, 3}));
    QVERIFY(splitDataSet(dataSet, request(By::Stratified)).description.english().find("drawn") !=
            std::string::npos);
    SplitRequest both = request(By::Names);
    both.validationFolds = {1};
    QVERIFY(isSentence(errorOfSplit(dataSet, both)));
    both.by = By::Folds;
    QVERIFY((splitDataSet(dataSet, both).validation == Ints{0, 2}));
  }

  void wholeRecordingsGoToOneSide() {
    // 5 classes, 12 recordings each, 1 to 6 clips of a recording.
    std::mt19937_64 random(3);
    DataSet dataSet = setOf({{4, 0}});
    dataSet.clips.clear();
    for (int recording = 0; recording < 60; ++recording)
      for (uint64_t i = 0; i < 1 + random() % 6; ++i)
        dataSet.clips.push_back({.path = std::to_string(dataSet.clips.size()) + ".wav",
                                 .label = recording % 5,
                                 .source = "r" + std::to_string(recording)});
    shuffle(dataSet.clips, random);
    for (const By by : {By::Auto, By::Source, By::Stratified})
      for (uint64_t seed = 0; seed < 20; ++seed) {
        SplitRequest asked = request(by);
        asked.seed = seed;
        const Split split = splitDataSet(dataSet, asked);
        QVERIFY(sharedSources(dataSet, split).empty());
        QCOMPARE(split.training.size() + split.validation.size(), dataSet.clips.size());
        Ints held(5), total(5);
        for (const Clip& clip : dataSet.clips) ++total[size_t(clip.label)];
        for (int clip : split.validation) ++held[size_t(dataSet.clips[size_t(clip)].label)];
        for (size_t label = 0; label < 5; ++label)
          QVERIFY(std::abs(held[label] - 0.2 * total[label]) <= 3.0);
        QVERIFY(split.description.english().find("whole recordings") != std::string::npos);
        QVERIFY(split.warning.empty());
        QVERIFY(splitDataSet(dataSet, asked).validation == split.validation);
      }
  }

  void identicalClipsStayTogether() {
    DataSet dataSet = setOf({{0, 0}, {0, 0}, {0, 0}, {1, 0}, {1, 0}, {1, 0}});
    dataSet.clips[0].source = "x";
    dataSet.clips[1].source = "x";
    dataSet.clips[1].contentHash = "same";
    dataSet.clips[4].contentHash = "same";  // of another class
    for (uint64_t seed = 0; seed < 20; ++seed) {
      SplitRequest asked;
      asked.seed = seed;
      const Split split = splitDataSet(dataSet, asked);
      QVERIFY(sharedSources(dataSet, split).empty());
      QVERIFY(!split.validation.empty());
    }
  }

  void aClassOfOneRecordingTrainsAndIsNamed() {
    DataSet dataSet = setOf({{0, 0}, {0, 0}, {0, 0}, {1, 0}, {1, 0}, {1, 0}});
    for (size_t i = 0; i < 3; ++i) dataSet.clips[i].source = "the only one";
    const Split split = splitDataSet(dataSet, {});
    QCOMPARE(split.validation.size(), size_t(1));
    QVERIFY(split.validation[0] >= 3);
    QVERIFY2(isSentence(QString::fromStdString(split.warning.english())) &&
                 split.warning.english().find("'class 0'") != std::string::npos,
             split.warning.english().c_str());
  }

  void oneClipTrains() {
    const Split split = splitDataSet(setOf({{0, 0}}), {});
    QVERIFY(split.training == Ints{0} && split.validation.empty());
    QVERIFY(split.warning.empty());
  }

  void tenThousandClasses() {
    std::vector<std::pair<int, int>> clips;
    for (int label = 0; label < 10'000; ++label) clips.insert(clips.end(), 2, {label, 0});
    const Split split = splitDataSet(setOf(clips), {});
    QCOMPARE(split.validation.size(), size_t(10'000));
    QVERIFY(split.warning.empty());
  }

  void sharedRecordingsAreRefusedUnlessInsistedOn() {
    DataSet dataSet = setOf({{0, 1}, {0, 2}, {1, 1}, {1, 2}, {1, 2}});
    dataSet.clips[2].source = dataSet.clips[3].source = dataSet.clips[4].source = "street";
    const QString text = errorOfSplit(dataSet);
    QVERIFY2(isSentence(text) && text.contains("'street'") && text.contains("'2.wav'") &&
                 text.contains("'3.wav'") && text.contains("--allow-shared-sources"),
             qPrintable(text));
    const Split split = splitDataSet(dataSet, request(By::Auto, true));
    QVERIFY((split.validation == Ints{1, 3, 4}));
    QVERIFY2(isSentence(QString::fromStdString(split.warning.english())),
             split.warning.english().c_str());
    const std::vector<SharedSource> shared = sharedSources(dataSet, split);
    QCOMPARE(shared.size(), size_t(1));
    QCOMPARE(shared[0].source, std::string("street"));
    QCOMPARE(shared[0].training.string(), std::string("/data/2.wav"));
    QCOMPARE(shared[0].validation.string(), std::string("/data/3.wav"));
  }

  void sharedContent_data() {
    QTest::addColumn<int>("layout");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("own table") << int(Layout::Table) << true;
    QTest::newRow("folders") << int(Layout::Folders) << true;
    QTest::newRow("esc50") << int(Layout::Esc50) << false;
    QTest::newRow("urbansound8k") << int(Layout::UrbanSound8k) << false;
  }
  /// In official folds it is told and lived with: figures have to compare.
  void sharedContent() {
    QFETCH(int, layout);
    QFETCH(bool, isRefused);
    DataSet dataSet = setOf({{0, 1}, {0, 2}, {1, 1}, {1, 2}});
    dataSet.layout = Layout(layout);
    for (const size_t i : {0, 1}) dataSet.clips[i].contentHash = "same";
    for (const size_t i : {2, 3}) dataSet.clips[i].contentHash = "also";
    const QString text = errorOfSplit(dataSet);
    QCOMPARE(!text.isEmpty(), isRefused);
    QVERIFY2(text.isEmpty() || (isSentence(text) && text.contains("and 1 more")), qPrintable(text));
    const Split split = splitDataSet(dataSet, request(By::Auto, isRefused));
    QVERIFY2(isSentence(QString::fromStdString(split.warning.english())) &&
                 split.warning.english().find("2 recordings") != std::string::npos,
             split.warning.english().c_str());
    for (const size_t i : {0, 1}) dataSet.clips[i].source = "one";
    QCOMPARE(errorOfSplit(dataSet).contains("'one'"), isRefused);
  }

  void theReportsPair() {
    DataSet dataSet = setOf({{0, 0}, {0, 0}, {1, 0}, {1, 0}});
    dataSet.layout = Layout::Report;
    for (size_t i = 0; i < 4; ++i) dataSet.clips[i].split = i % 2 == 0 ? "train" : "val";
    for (const size_t i : {0, 1}) dataSet.clips[i].contentHash = "same";
    QVERIFY(!splitDataSet(dataSet, {}).warning.empty());
    for (const size_t i : {2, 3}) dataSet.clips[i].source = "video";
    QVERIFY(errorOfSplit(dataSet).contains("'video'"));
  }

  void classesWithoutTrainingClips() {
    // All its clips validate.
    QString text = errorOfSplit(setOf({{0, 1}, {0, 2}, {1, 2}}));
    QVERIFY2(isSentence(text) && text.contains("'class 1'"), qPrintable(text));
    // Its clips do neither.
    SplitRequest folds;
    folds.trainingFolds = {1};
    folds.validationFolds = {2};
    const Split split = splitDataSet(setOf({{0, 1}, {0, 2}, {1, 3}, {2, 3}}), folds);
    QVERIFY2(split.warning.english().find("'class 1' and 1 more") != std::string::npos,
             split.warning.english().c_str());
  }

  void sharesOutOfRange() {
    for (const double fraction : {0.0, 1.0, -1.0, 2.0, std::nan("")}) {
      SplitRequest asked;
      asked.validationFraction = fraction;
      QVERIFY(isSentence(errorOfSplit(setOf({{0, 0}, {0, 0}}), asked)));
    }
  }
};

QTEST_GUILESS_MAIN(TestSplit)
#include "test_split.moc"
