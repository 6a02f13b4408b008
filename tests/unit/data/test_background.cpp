// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <map>

#include "core/audio/audio_file.h"
#include "core/base/atomic_file.h"
#include "core/data/background.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;

class TestBackground : public QObject {
  Q_OBJECT

 private slots:
  void init() { directory_ = std::make_unique<QTemporaryDir>(); }

  void addsAClassInItsPlace() {
    writeThreeClasses(path("set"), 12, 0.3);
    fs::rename(path("set") / "clicks", path("set") / "applause");
    DataSet dataSet = scanDataSet(path("set"));
    addBackground(dataSet, request());
    QVERIFY(
        (dataSet.labels == std::vector<std::string>{"applause", "background", "noise", "tone"}));
    std::map<int, int> count;
    for (const Clip& clip : dataSet.clips) {
      ++count[clip.label];
      const bool own = clip.path.parent_path() == path("generated");
      QCOMPARE(clip.label == 1, own);
      if (own) {
        QVERIFY(std::abs(AudioFileReader(clip.path).seconds() - 0.5) < 1e-6);
        QCOMPARE(AudioFileReader(clip.path).sampleRate(), 8000.0);
      } else {
        QCOMPARE(clip.path.parent_path().filename().string(), dataSet.labels[size_t(clip.label)]);
      }
    }
    QVERIFY((count == std::map<int, int>{{0, 12}, {1, 12}, {2, 12}, {3, 12}}));
  }

  void theSameSeedIsTheSameSounds() {
    writeThreeClasses(path("set"), 2, 0.3);
    DataSet first = scanDataSet(path("set"));
    addBackground(first, request());
    DataSet again = scanDataSet(path("set"));
    addBackground(again, request());
    QCOMPARE(again.clips.size(), first.clips.size());
    QCOMPARE(again.clips.size(), size_t(6 + 10));  // not fewer than ten
    BackgroundRequest elsewhere = request();
    elsewhere.folder = path("elsewhere");
    DataSet copy = scanDataSet(path("set"));
    addBackground(copy, elsewhere);
    for (size_t i = 6; i < copy.clips.size(); ++i)
      QCOMPARE(readFile(copy.clips[i].path), readFile(first.clips[i].path));
    BackgroundRequest other = request();
    other.seed = 2;
    DataSet different = scanDataSet(path("set"));
    addBackground(different, other);
    QVERIFY(readFile(different.clips[6].path) != readFile(first.clips[6].path));
  }

  void joinsAClassOfTheName() {
    writeThreeClasses(path("set"), 2, 0.3);
    fs::rename(path("set") / "noise", path("set") / "background");
    DataSet dataSet = scanDataSet(path("set"));
    addBackground(dataSet, request());
    QCOMPARE(dataSet.labels.size(), size_t(3));
    QCOMPARE(std::count_if(dataSet.clips.begin(), dataSet.clips.end(),
                           [](const Clip& clip) { return clip.label == 0; }),
             12L);
  }

  void standsOnBothSidesOfASplit() {
    writeThreeClasses(path("set") / "train", 2, 0.3);
    writeThreeClasses(path("set") / "val", 2, 0.3);
    DataSet named = scanDataSet(path("set"));
    addBackground(named, request());
    std::map<std::string, int> splits;
    for (const Clip& clip : named.clips)
      if (clip.label == 0) ++splits[clip.split];
    QVERIFY(splits.size() == 2 && splits["train"] > 0 && splits["val"] > 0);

    DataSet folds = scanDataSet(path("set"));
    for (size_t i = 0; i < folds.clips.size(); ++i) {
      folds.clips[i].split.clear();
      folds.clips[i].fold = int(i % 2) + 4;
    }
    addBackground(folds, request());
    std::map<int, int> perFold;
    for (const Clip& clip : folds.clips)
      if (clip.label == 0) ++perFold[clip.fold];
    QVERIFY(perFold.size() == 2 && perFold[4] == 5 && perFold[5] == 5);
  }

  void aFolderThatCannotBeMade() {
    writeThreeClasses(path("set"), 2, 0.3);
    DataSet dataSet = scanDataSet(path("set"));
    BackgroundRequest wrong = request();
    wrong.folder = path("set") / "noise" / "0.wav" / "below";
    QVERIFY(isSentence(errorOf([&] { addBackground(dataSet, wrong); })));
  }

 private:
  BackgroundRequest request() const {
    return {.folder = path("generated"), .sampleRate = 8000, .seconds = 0.5, .seed = 1};
  }
  fs::path path(const char* name) const {
    return fs::path(directory_->path().toStdString()) / name;
  }
  std::unique_ptr<QTemporaryDir> directory_;
};

QTEST_GUILESS_MAIN(TestBackground)
#include "test_background.moc"
