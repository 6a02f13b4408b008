#include <QTemporaryDir>
#include <QtTest>
#include <set>

#include "core/data/data_set.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

namespace {

/// What a scan looks at is the name alone.
void touch(const fs::path& path) {
  writeText(path, "not decoded here");
}

Strings namesOf(const DataSet& dataSet) {
  Strings names;
  for (const Clip& clip : dataSet.clips) names.push_back(clip.path.filename().string());
  return names;
}

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

}  // namespace

class TestDataSet : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    root_ = fs::path(directory_->path().toStdString()) / "set";
    fs::create_directories(root_);
  }

  void folders() {
    touch(root_ / "dog" / "b.wav");
    touch(root_ / "dog" / "a.FLAC");
    touch(root_ / "cat" / "deep" / "down" / "c.ogg");
    touch(root_ / "cat" / "notes.txt");
    touch(root_ / "empty class" / "readme.md");
    touch(root_ / "loose.wav");
    const DataSet dataSet = scanDataSet(root_);
    QCOMPARE(dataSet.layout, Layout::Folders);
    QVERIFY((dataSet.labels == Strings{"cat", "dog"}));
    QVERIFY((namesOf(dataSet) == Strings{"c.ogg", "a.FLAC", "b.wav"}));
    QCOMPARE(dataSet.clips[0].label, 0);
    QCOMPARE(dataSet.clips[2].label, 1);
    QVERIFY(!dataSet.hasFolds() && !dataSet.hasSplits());
    QVERIFY(dataSet.problems.empty());
  }

  void hiddenFilesAndFoldersAreLeftAlone() {
    touch(root_ / "dog" / "a.wav");
    touch(root_ / "dog" / "._a.wav");  // what macOS leaves beside files on foreign disks
    touch(root_ / "dog" / ".trash" / "b.wav");
    touch(root_ / ".git" / "c.wav");
    const DataSet dataSet = scanDataSet(root_);
    QVERIFY((namesOf(dataSet) == Strings{"a.wav"}));
    QVERIFY((dataSet.labels == Strings{"dog"}));
  }

  void splitsAboveTheClasses() {
    touch(root_ / "train" / "dog" / "a.wav");
    touch(root_ / "train" / "cat" / "b.wav");
    touch(root_ / "val" / "dog" / "c.wav");
    touch(root_ / "test" / "cat" / "d.wav");
    touch(root_ / "extra" / "cow" / "e.wav");
    const DataSet dataSet = scanDataSet(root_);
    QVERIFY((dataSet.labels == Strings{"cat", "dog"}));
    QVERIFY(dataSet.hasSplits());
    const Split split = splitDataSet(dataSet, {});
    QCOMPARE(split.training.size(), size_t(2));
    QCOMPARE(split.validation.size(), size_t(1));
    QCOMPARE(dataSet.clips[size_t(split.validation[0])].path.filename().string(),
             std::string("c.wav"));
    QVERIFY(split.description.find("val/ to validate") != std::string::npos);
  }

  void testValidatesWhereThereIsNoVal() {
    touch(root_ / "train" / "dog" / "a.wav");
    touch(root_ / "test" / "dog" / "b.wav");
    const Split split = splitDataSet(scanDataSet(root_), {});
    QCOMPARE(split.validation.size(), size_t(1));
    QVERIFY(split.description.find("test/ to validate") != std::string::npos);
  }

  void trainAloneValidatesNothing() {
    touch(root_ / "train" / "dog" / "a.wav");
    const Split split = splitDataSet(scanDataSet(root_), {});
    QVERIFY(split.validation.empty());
    QVERIFY2(split.description.find("none to validate") != std::string::npos,
             split.description.c_str());
  }

  void aClassMayBeCalledTest() {
    touch(root_ / "test" / "a.wav");
    touch(root_ / "other" / "b.wav");
    QVERIFY((scanDataSet(root_).labels == Strings{"other", "test"}));
  }

  void nothingToTrainOn() {
    QString text = errorOf([&] { scanDataSet(root_ / "missing"); });
    QVERIFY2(isSentence(text) && text.contains("missing"), qPrintable(text));
    touch(root_ / "dog" / "a.txt");
    text = errorOf([&] { scanDataSet(root_); });
    QVERIFY2(isSentence(text) && text.contains("no audio"), qPrintable(text));
    touch(root_ / "file");
    QVERIFY(isSentence(errorOf([&] { scanDataSet(root_ / "file"); })));
  }

  void namesThatAreNotUtf8AreRefused() {
    touch(root_ / "caf\xE9" / "a.wav");
    touch(root_ / "dog" / "a.wav");
    const QString text = errorOf([&] { scanDataSet(root_); });
    fs::remove_all(root_);  // Qt cannot
    QVERIFY2(isSentence(text) && text.contains("UTF-8"), qPrintable(text));
  }

  void esc50() {
    writeEsc50(
        "1-1-A-0.wav,1,0,dog,True,100,A\n2-2-A-1.wav,2,1,rooster,True,200,A\n"
        "gone.wav,1,1,rooster,True,300,A\n");
    touch(root_ / "audio" / "1-1-A-0.wav");
    touch(root_ / "audio" / "2-2-A-1.wav");
    DataSet dataSet = scanDataSet(root_);
    QCOMPARE(dataSet.layout, Layout::Esc50);
    QVERIFY((dataSet.labels == Strings{"dog", "rooster"}));
    QCOMPARE(dataSet.clips.size(), size_t(3));
    QCOMPARE(dataSet.clips[1].fold, 2);
    QCOMPARE(dataSet.clips[1].label, 1);
    QCOMPARE(dataSet.clips[1].source, std::string("200"));
    QVERIFY(dataSet.hasFolds());
    QCOMPARE(dataSet.problems.size(), size_t(1));
    QCOMPARE(dataSet.problems[0].path.filename().string(), std::string("gone.wav"));
    QCOMPARE(dataSet.problems[0].what, std::string("missing"));
    removeProblemClips(dataSet);
    QVERIFY((namesOf(dataSet) == Strings{"1-1-A-0.wav", "2-2-A-1.wav"}));
  }

  void aClassWhoseFilesAreAllMissingIsNamed() {
    writeEsc50("a.wav,1,0,dog,True,1,A\nb.wav,1,1,rooster,True,2,A\n");
    touch(root_ / "audio" / "a.wav");
    DataSet dataSet = scanDataSet(root_);
    const QString text = errorOf([&] { removeProblemClips(dataSet); });
    QVERIFY2(isSentence(text) && text.contains("'rooster'"), qPrintable(text));
  }

  void namesThatLeaveTheDataSetAreRefused() {
    for (const char* name : {"../secret.wav", "/etc/sound.wav", "a/../../b.wav", ".."}) {
      writeEsc50(std::string(name) + ",1,0,dog,True,1,A\n");
      const QString text = errorOf([&] { scanDataSet(root_); });
      QVERIFY2(isSentence(QString(text).remove("..")) && text.contains("outside"),
               qPrintable(text));
    }
    writeEsc50("two..dots.wav,1,0,dog,True,1,A\n");
    QCOMPARE(scanDataSet(root_).clips.size(), size_t(1));
  }

  void badRows_data() {
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("hint");
    for (const char* fold : {"x", "1.5", "", "0", "-1", "99999999999999999999", "1 2"})
      QTest::addRow("fold '%s'", fold)
          << QString("a.wav,%1,0,dog,True,1,A\n").arg(fold) << "'fold'";
    QTest::newRow("no class") << "a.wav,1,0,,True,1,A\n"
                              << "'category'";
    QTest::newRow("too few") << "a.wav,1\n"
                             << "fields";
  }
  void badRows() {
    QFETCH(QString, row);
    QFETCH(QString, hint);
    writeEsc50(row.toStdString());
    const QString text = errorOf([&] { scanDataSet(root_); });
    QVERIFY2(isSentence(text) && text.contains(hint) && text.contains("esc50.csv"),
             qPrintable(text));
  }

  void layoutsByName() {
    for (Layout layout : {Layout::Auto, Layout::Folders, Layout::Esc50})
      QCOMPARE(layoutFromName(nameOf(layout)), layout);
    QVERIFY(isSentence(errorOf([] { layoutFromName("urbansound"); })));
    touch(root_ / "dog" / "a.wav");
    QVERIFY(isSentence(errorOf([&] { scanDataSet(root_, Layout::Esc50); })));
  }

  void foldsAsAsked() {
    const DataSet dataSet = setOf({{0, 1}, {1, 2}, {0, 3}, {1, 4}, {0, 5}});
    Split split = splitDataSet(dataSet, {.trainingFolds = {1, 3}, .validationFolds = {4}});
    QVERIFY((split.training == std::vector<int>{0, 2}));
    QVERIFY((split.validation == std::vector<int>{3}));
    QCOMPARE(split.description, std::string("folds 1,3 to train, fold 4 to validate"));
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
    QVERIFY(isSentence(errorOf([] { splitDataSet(setOf({{0, 1}, {1, 1}}), {}); })));
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

 private:
  void writeEsc50(const std::string& rows) {
    writeText(root_ / "meta" / "esc50.csv",
              "filename,fold,target,category,esc10,src_file,take\n" + rows);
  }

  std::unique_ptr<QTemporaryDir> directory_;
  fs::path root_;
};

QTEST_GUILESS_MAIN(TestDataSet)
#include "test_data_set.moc"
