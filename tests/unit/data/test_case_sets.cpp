// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "core/data/data_report.h"
#include "core/data/data_set.h"
#include "core/data/feature_store.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/data/case_sets.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;
using Kind = DataProblemKind;
using Strings = std::vector<std::string>;

namespace {

size_t countOf(const DataReport& report, Kind kind) {
  return size_t(std::count_if(report.problems.begin(), report.problems.end(),
                              [kind](const DataProblem& its) { return its.kind == kind; }));
}

/// "site_A/c0.wav" -> "owl"; several labels are joined by a plus.
std::map<std::string, std::string> labelsOf(const DataSet& dataSet) {
  std::map<std::string, std::string> labels;
  for (const Clip& clip : dataSet.clips) {
    std::string text = dataSet.labels[size_t(clip.label)];
    for (const int other : clip.otherLabels) text += "+" + dataSet.labels[size_t(other)];
    labels[dataSet.shownPath(clip.path)] = text;
  }
  return labels;
}

}  // namespace

/// Data sets as people bring them, which were read wrongly once.
class TestCaseSets : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    root_ = directory_->path().toStdString();
  }
  void cleanup() { fs::remove_all(root_); }  // Qt cannot remove all of the names

  void tablesOfOtherSystems_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("UTF-16") << "J_sites_utf16";
    QTest::newRow("paths of Windows") << "J_sites_winpaths";
  }
  void tablesOfOtherSystems() {
    QFETCH(QString, name);
    const fs::path set = unpackSet(root_, name.toStdString());
    const DataReport report = checkDataSet({.root = set});
    QCOMPARE(report.dataSet.layout, Layout::Table);
    QVERIFY((report.dataSet.labels == Strings{"frog", "owl"}));
    QCOMPARE(report.dataSet.clips.size(), size_t(12));
    QVERIFY(report.isUsable());
    const auto labels = labelsOf(report.dataSet);
    QCOMPARE(labels.at("site_A/c0.wav"), std::string("owl"));
    QCOMPARE(labels.at("site_B/c5.wav"), std::string("frog"));
    if (name == "J_sites_utf16") {
      QCOMPARE(report.notes.size(), size_t(1));
      QVERIFY(QString::fromStdString(report.notes[0].english()).contains("UTF-16LE"));
    }
  }

  void namesWithoutEnding() {
    const fs::path set = unpackSet(root_, "H_noext");
    for (const DataRequest& request :
         {DataRequest{.root = set},
          DataRequest{.root = set,
          .columns = {.table = "dev.csv", .path = "fname", .label = "labels"}}}) {
      const DataSet dataSet = scanDataSet(request);
      QCOMPARE(dataSet.layout, Layout::Table);
      QVERIFY((dataSet.labels == Strings{"Animal", "Dog", "Hum", "Noise"}));
      QCOMPARE(dataSet.clips.size(), size_t(6));
      QCOMPARE(labelsOf(dataSet).at("clips/1001.wav"), std::string("Dog+Animal"));
      QCOMPARE(dataSet.clips[4].split, std::string("val"));
    }
    const QString text = errorOf(
        [&] { scanDataSet({.root = set, .columns = {.path = "fname", .label = "classes"}}); });
    QVERIFY2(isSentence(text) && text.contains("'classes'") && text.contains("labels"),
             qPrintable(text));
    const DataReport report = checkDataSet({.root = set});
    QVERIFY(!report.isUsable());
    QVERIFY(QString::fromStdString(report.obstacles.at(0).english()).contains("several labels"));
    QCOMPARE(countOf(report, Kind::Several), size_t(6));
    QVERIFY(report.severalLabelsObstacles.empty());
  }

  void segments() {
    const fs::path set = unpackSet(root_, "G_segments");
    const DataReport report = checkDataSet({.root = set});
    QVERIFY2(report.problems.empty(), textOf(report).c_str());
    QVERIFY(report.isUsable());
    QCOMPARE(report.dataSet.clips.size(), size_t(16));
    QCOMPARE(report.classes.at(0).seconds, 8.0);
    QCOMPARE(report.longestSeconds, 1.0);
    const Clip& clip = report.dataSet.clips[2];
    QVERIFY((clip.segment == Segment{1.0, 2.0}));
    QCOMPARE(report.dataSet.labels[size_t(clip.label)], std::string("dog"));
    // Clips of a recording stay on one side.
    const Split split = splitDataSet(report.dataSet, {});
    std::set<fs::path> training, validation;
    for (const int i : split.training) training.insert(report.dataSet.clips[size_t(i)].path);
    for (const int i : split.validation) validation.insert(report.dataSet.clips[size_t(i)].path);
    QCOMPARE(training.size(), size_t(1));
    QCOMPARE(validation.size(), size_t(1));
    QVERIFY(training != validation);
    std::set<std::string> contents;
    for (const Clip& its : report.dataSet.clips) contents.insert(its.contentHash);
    QCOMPARE(contents.size(), size_t(16));
  }

  void onsetAndOffset() {
    const fs::path set = unpackSet(root_, "K_onset_dcase");
    for (const DataRequest& request :
         {DataRequest{.root = set}, DataRequest{.root = set / "t.csv"}}) {
      const DataSet dataSet = scanDataSet(request);
      QCOMPARE(dataSet.clips.size(), size_t(4));
      QVERIFY((dataSet.labels == Strings{"a0", "a1"}));
      for (const Clip& clip : dataSet.clips) QVERIFY((clip.segment == Segment{0.1, 0.2}));
    }
  }

  void severalLabelsInACell() {
    const fs::path set = unpackSet(root_, "K_multi_label");
    DataSet dataSet = scanDataSet(set);
    QVERIFY((dataSet.labels == Strings{"dog", "rain"}));
    QCOMPARE(labelsOf(dataSet).at("clips/c1.wav"), std::string("dog+rain"));
    const DataReport report = checkDataSet({.root = set});
    QCOMPARE(countOf(report, Kind::Several), size_t(2));
    QCOMPARE(report.classes.at(1).clips, size_t(4));
    QVERIFY(!report.isUsable());  // without them there is one class
    QVERIFY(report.severalLabelsObstacles.empty());
    keepSingleLabels(dataSet);
    QVERIFY((dataSet.labels == Strings{"rain"}));
    QCOMPARE(dataSet.clips.size(), size_t(2));
    QVERIFY(QString::fromStdString(warningsOf(dataSet).at(0).english()).startsWith("2 of 4 clips"));
  }

  /// Every recording of the class is read, or named: it never vanishes.
  void aClassOfPhoneRecordings() {
    const fs::path set = unpackSet(root_, "F_m4a_class");
    const DataReport report = checkDataSet({.root = set});
    QVERIFY((report.dataSet.labels == Strings{"beep", "hum", "voice"}));
    QCOMPARE(report.classes.at(2).clips + countOf(report, Kind::Unread), size_t(5));
    if (report.classes.at(2).clips == 0) {
      QVERIFY(!report.isUsable());
      const QString text = QString::fromStdString(report.obstacles.at(0).english());
      QVERIFY2(text.contains("'voice'"), qPrintable(text));
    }
  }

  void classesThatLookAlike() {
    const fs::path set = unpackSet(root_, "B_names");
    const DataReport report = checkDataSet({.root = set});
    QCOMPARE(report.classes.size(), size_t(9));
    QCOMPARE(countOf(report, Kind::Alike), size_t(3));
    const QString text = QString::fromStdString(textOf(report));
    QVERIFY2(text.contains("'Dog' and 'dog' look alike"), qPrintable(text));
    const DataReport joined = checkDataSet({.root = set, .joinAlike = true});
    QCOMPARE(joined.classes.size(), size_t(6));
    QCOMPARE(countOf(joined, Kind::Alike), size_t(0));
    for (const DataReport::Class& its : joined.classes)
      QVERIFY2(its.clips == (its.name == "Dog" || its.name == "cat" || its.name == "caf\u00E9"
                                 ? size_t(8)
                                 : size_t(4)),
               its.name.c_str());
    QVERIFY(dataRequestFromJson(toJson(DataRequest{.root = set, .joinAlike = true})).joinAlike);
  }

 private:
  std::unique_ptr<QTemporaryDir> directory_;
  fs::path root_;
};

QTEST_GUILESS_MAIN(TestCaseSets)
#include "test_case_sets.moc"
