// SPDX-License-Identifier: GPL-3.0-or-later
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
    QCOMPARE(dataSet.problems.size(), size_t(1));
    QCOMPARE(dataSet.problems[0].path, root_ / "loose.wav");
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
    QVERIFY(split.description.english().find("val/ to validate") != std::string::npos);
  }

  void testValidatesWhereThereIsNoVal() {
    touch(root_ / "train" / "dog" / "a.wav");
    touch(root_ / "test" / "dog" / "b.wav");
    const Split split = splitDataSet(scanDataSet(root_), {});
    QCOMPARE(split.validation.size(), size_t(1));
    QVERIFY(split.description.english().find("test/ to validate") != std::string::npos);
  }

  void trainAloneValidatesNothing() {
    touch(root_ / "train" / "dog" / "a.wav");
    const Split split = splitDataSet(scanDataSet(root_), {});
    QVERIFY(split.validation.empty());
    QVERIFY2(split.description.english().find("none to validate") != std::string::npos,
             split.description.english().c_str());
  }

  void aClassMayBeCalledTest() {
    touch(root_ / "test" / "a.wav");
    touch(root_ / "other" / "b.wav");
    QVERIFY((scanDataSet(root_).labels == Strings{"other", "test"}));
  }

  /// As ESC-50 has one: trains.
  void aClassMayBeCalledTrain() {
    touch(root_ / "train" / "a.wav");
    touch(root_ / "airplane" / "b.wav");
    const DataSet dataSet = scanDataSet(root_);
    QVERIFY((dataSet.labels == Strings{"airplane", "train"}));
    QVERIFY(!dataSet.hasSplits());
  }

  void splitsByOtherNames() {
    touch(root_ / "Training" / "dog" / "a.wav");
    touch(root_ / "Validation" / "dog" / "b.wav");
    touch(root_ / "testing" / "dog" / "c.wav");
    const DataSet dataSet = scanDataSet(root_);
    QCOMPARE(dataSet.clips.size(), size_t(3));
    std::set<std::string> splits;
    for (const Clip& clip : dataSet.clips) splits.insert(clip.split);
    QVERIFY((splits == std::set<std::string>{"train", "val", "test"}));
  }

  void linksThatLeadOutAreRefused() {
    const fs::path outside = root_.parent_path() / "outside";
    touch(outside / "secret.wav");
    touch(root_ / "dog" / "a.wav");
    fs::create_symlink(root_ / "dog" / "a.wav", root_ / "dog" / "inside.wav");
    QCOMPARE(scanDataSet(root_).clips.size(), size_t(2));
    for (const auto& [target, link] :
         {std::pair{outside / "secret.wav", root_ / "dog" / "b.wav"}, {outside, root_ / "cat"}}) {
      fs::create_symlink(target, link);
      const QString text = errorOf([&] { scanDataSet(root_); });
      QVERIFY2(isSentence(text) && text.contains("outside") && text.contains("--allow-outside"),
               qPrintable(text));
      QCOMPARE(scanDataSet({.root = root_, .allowOutside = true}).clips.size(), size_t(3));
      fs::remove(link);
    }
    // The root itself may be a link.
    fs::create_directory_symlink(root_, root_.parent_path() / "link");
    QCOMPARE(scanDataSet(root_.parent_path() / "link").clips.size(), size_t(2));
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
    QVERIFY(dataSet.problems[0].what == Message("missing"));
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
    for (Layout layout : {Layout::Auto, Layout::Folders, Layout::Esc50, Layout::UrbanSound8k,
                          Layout::Report, Layout::Table})
      QCOMPARE(layoutFromName(nameOf(layout)), layout);
    QVERIFY(isSentence(errorOf([] { layoutFromName("urbansound"); })));
    touch(root_ / "dog" / "a.wav");
    QVERIFY(isSentence(errorOf([&] { scanDataSet(root_, Layout::Esc50); })));
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
