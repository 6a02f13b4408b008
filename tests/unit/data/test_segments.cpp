// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "core/data/clip_reader.h"
#include "core/data/corrections.h"
#include "core/data/feature_store.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;

/// Clips that are a stretch of their file.
class TestSegments : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    root_ = fs::path(directory_->path().toStdString()) / "set";
    fs::create_directories(root_);
  }

  void addresses() {
    QCOMPARE(addressOf("/a/b.wav", {}), std::string("/a/b.wav"));
    QCOMPARE(addressOf("/a/b.wav", {1.5, 2.0}), std::string("/a/b.wav#t=1.5,2"));
    QCOMPARE(addressOf("/a/b.wav", {0.0, 0.000001}), std::string("/a/b.wav#t=0,0.000001"));
    for (const Segment& segment :
         {Segment{}, Segment{0.1, 0.3}, roundedSegment(1.0 / 3.0, 20000.7)}) {
      const ClipPlace place = placeOf(addressOf("/a/b#t=1.wav", segment));
      QCOMPARE(place.path, fs::path("/a/b#t=1.wav"));
      QVERIFY(place.segment == segment);
    }
    for (const char* plain : {"a.wav#t=1", "a.wav#t=2,1", "a.wav#t=,1", "a.wav#t=1,2x", "#t=-1,2"})
      QCOMPARE(placeOf(plain).path, fs::path(plain));
  }

  void readersGiveTheStretch_data() {
    QTest::addColumn<int>("format");
    QTest::newRow("WAV") << (SF_FORMAT_WAV | SF_FORMAT_PCM_16);
    QTest::newRow("FLAC") << (SF_FORMAT_FLAC | SF_FORMAT_PCM_16);
    QTest::newRow("Ogg") << (SF_FORMAT_OGG | SF_FORMAT_VORBIS);
  }
  void readersGiveTheStretch() {
    QFETCH(int, format);
    const fs::path file = root_ / "a";
    std::vector<float> samples = noise(32000, 3);
    for (float& sample : samples) sample *= 0.3F;
    writeSound(file, samples, 16000, 1, format);
    const std::vector<float> whole = read(file, {});
    QCOMPARE(whole.size(), size_t(32000));
    const std::vector<float> part = read(file, {0.5, 1.25});
    QCOMPARE(part.size(), size_t(12000));
    for (size_t i = 0; i < part.size(); ++i) QVERIFY(std::abs(part[i] - whole[8000 + i]) < 1e-4F);
    QCOMPARE(read(file, {1.5, 9.0}).size(), size_t(8000));
    QCOMPARE(ClipReader(file, {1.5, 9.0}).seconds(), 0.5);
    const QString text = errorOf([&] { ClipReader(file, {2.0, 3.0}); });
    QVERIFY2(isSentence(text) && text.contains("2 to 3 s"), qPrintable(text));
  }

  /// The cache tells stretches of one file apart, and gives the windows of the same sound alone.
  void features() {
    const std::vector<float> first = noise(16000, 1), second = noise(16000, 2);
    std::vector<float> both = first;
    both.insert(both.end(), second.begin(), second.end());
    writeClip(root_ / "long.wav", both);
    writeClip(root_ / "alone.wav", second);
    writeText(root_ / "t.csv",
              "file,start,end,label\nlong.wav,0,1,a\nlong.wav,1,2,b\nalone.wav,,,b\n"
              "long.wav,3,4,a\n");
    for (const bool again : {false, true}) {
      DataSet dataSet = scanDataSet(root_);
      findSegmentsOutside(dataSet, request());
      QCOMPARE(dataSet.problems.size(), size_t(1));
      QVERIFY(dataSet.problems[0].leavesOut);
      const FeatureStore store = FeatureStore::open(dataSet, request());
      QCOMPARE(dataSet.clips.size(), size_t(3));
      QCOMPARE(store.reused(), again);
      QVERIFY(store.contentHash(0) != store.contentHash(1));
      const auto a = store.window(0), b = store.window(1), alone = store.window(2);
      QVERIFY(!std::equal(a.begin(), a.end(), b.begin()));
      QVERIFY(std::equal(b.begin(), b.end(), alone.begin(), alone.end()));
      for (size_t clip = 0; clip < 3; ++clip) QCOMPARE(store.windowsOf(clip), size_t(1));
    }
    const DataSet dataSet = scanDataSet(root_);
    QVERIFY((clipSeconds(dataSet, request()) == std::vector<double>{1.0, 1.0, 1.0, 0.0}));
    QVERIFY((clipsToCompute(dataSet, request()) == std::vector<size_t>{3}));
  }

  /// Without the check of headers, what is outside is left out when it is read.
  void outsideIsLeftOutWhenItIsRead() {
    writeClip(root_ / "long.wav", noise(16000, 1));
    writeText(root_ / "t.csv", "file,start,end,label\nlong.wav,0,1,a\nlong.wav,3,4,a\n");
    DataSet dataSet = scanDataSet(root_);
    const FeatureStore store = FeatureStore::open(dataSet, request());
    QCOMPARE(dataSet.clips.size(), size_t(1));
    QCOMPARE(dataSet.problems.size(), size_t(1));
    const QString what = QString::fromStdString(dataSet.problems[0].what.english());
    QVERIFY2(what.startsWith("line 3 of t.csv: ") && what.contains("long.wav"), qPrintable(what));
  }

  void correctionsOfStretches() {
    for (const char* name : {"a.wav", "b.wav"}) writeClip(root_ / name, noise(48000, 1));
    writeText(root_ / "t.csv",
              "file,start,end,label\na.wav,0,1,dog\na.wav,1,2,dog\nb.wav,0,1,dog\nb.wav,1,2,cat\n");
    const fs::path file = root_ / "corrections.json";
    writeCorrections({{.path = root_ / "a.wav", .label = "cat", .segment = {1.0, 2.0}},
                      {.path = root_ / "b.wav", .label = std::nullopt}},
                     file);
    QVERIFY((readCorrections(file)[0].segment == Segment{1.0, 2.0}));
    const DataSet dataSet = scanDataSet({.root = root_, .corrections = file});
    QCOMPARE(dataSet.clips.size(), size_t(2));
    QCOMPARE(dataSet.labels[size_t(dataSet.clips[0].label)], std::string("dog"));
    QCOMPARE(dataSet.labels[size_t(dataSet.clips[1].label)], std::string("cat"));
  }

 private:
  FeatureStore::Request request() const {
    FeatureStore::Request request;
    request.windowSeconds = 1.0;
    request.cacheFolder = root_.parent_path() / "cache";
    request.threads = 2;
    return request;
  }

  static std::vector<float> read(const fs::path& file, const Segment& segment) {
    ClipReader reader(file, segment);
    std::vector<float> samples, block(1000);
    while (const size_t count = reader.read(block))
      samples.insert(samples.end(), block.begin(), block.begin() + long(count));
    return samples;
  }

  std::unique_ptr<QTemporaryDir> directory_;
  fs::path root_;
};

QTEST_GUILESS_MAIN(TestSegments)
#include "test_segments.moc"
