// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

#include <sys/resource.h>

#include "core/audio/audio_file.h"
#include "core/base/atomic_file.h"
#include "core/data/feature_store.h"
#include "core/listening/pipeline.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

/// The windows that a model of this length is given of a clip.
std::vector<std::vector<float>> windowsOf(const fs::path& file, double windowSeconds) {
  ModelDescription model;
  model.windowSeconds = windowSeconds;
  AudioFileReader reader(file);
  Pipeline pipeline(reader.sampleRate(), model.features, WindowPlan::of(model, windowSeconds),
                    Pipeline::Mode::Clip);
  std::vector<std::vector<float>> windows;
  const auto keep = [&windows](Window&& window) { windows.push_back(std::move(window.values)); };
  std::vector<float> block(16384);
  while (const size_t count = reader.read(block))
    pipeline.push(std::span(block).first(count), {}, keep);
  pipeline.finish({}, keep);
  return windows;
}

std::vector<float> copyOf(std::span<const float> window) {
  return {window.begin(), window.end()};
}

/// Every write beyond so many bytes fails, as on a full disk.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    oldHandler_ = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &old_);
    rlimit limit = old_;
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, oldHandler_);
  }

 private:
  rlimit old_{};
  void (*oldHandler_)(int) = nullptr;
};

}  // namespace

class TestFeatureStore : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    root_ = path("set");
    request_ = {};
    request_.windowSeconds = 1.0;
    request_.cacheFolder = path("cache");
    request_.threads = 1;
  }

  void windowsAreThoseOfThePipeline() {
    writeClip(root_ / "a" / "short.wav", noise(9000));
    writeClip(root_ / "a" / "exact.wav", noise(16000, 2));
    writeClip(root_ / "b" / "long.wav", noise(41600, 3));  // 2.6 s: a last window with 0.6 s anew
    writeSound(root_ / "b" / "other.flac", noise(2 * 110250, 4), 44100, 2,
               SF_FORMAT_FLAC | SF_FORMAT_PCM_24);
    DataSet dataSet = scanDataSet(root_);
    const FeatureStore store = FeatureStore::open(dataSet, request_);
    QCOMPARE(dataSet.clips.size(), size_t(4));
    QCOMPARE(store.windowFrames(), 81L);
    QCOMPARE(store.nMels(), 80);
    const std::vector<size_t> expected{1, 1, 3, 3};  // exact, short, long, other
    for (size_t clip = 0; clip < dataSet.clips.size(); ++clip) {
      const auto windows = windowsOf(dataSet.clips[clip].path, 1.0);
      QCOMPARE(store.windowsOf(clip), expected[clip]);
      QCOMPARE(windows.size(), expected[clip]);
      for (size_t i = 0; i < expected[clip]; ++i)
        QVERIFY(copyOf(store.window(clip, i)) == windows[i]);
    }
  }

  void aLastWindowWithHardlyAnythingNewIsLeftOut() {
    writeClip(root_ / "a" / "clip.wav", noise(33600));  // 2.1 s
    DataSet dataSet = scanDataSet(root_);
    QCOMPARE(FeatureStore::open(dataSet, request_).windowsOf(0), size_t(2));
    writeClip(root_ / "a" / "clip.wav", noise(36800));  // 2.3 s
    QCOMPARE(FeatureStore::open(dataSet, request_).windowsOf(0), size_t(3));
  }

  void theSecondOpenComputesNothing() {
    writeThreeClasses(root_, 2);
    DataSet dataSet = scanDataSet(root_);
    size_t calls = 0;
    request_.onProgress = [&](size_t done, size_t total) {
      ++calls;
      QVERIFY(done <= total && total == 6);
    };
    const FeatureStore first = FeatureStore::open(dataSet, request_);
    QVERIFY(!first.reused());
    QVERIFY(calls > 0);
    calls = 0;
    const FeatureStore second = FeatureStore::open(dataSet, request_);
    QVERIFY(second.reused());
    QCOMPARE(calls, size_t(0));
    QCOMPARE(second.fingerprint(), first.fingerprint());
    for (size_t clip = 0; clip < 6; ++clip)
      QVERIFY(copyOf(first.window(clip)) == copyOf(second.window(clip)));
  }

  void changedFilesAndOtherSettingsAreComputedAnew() {
    writeThreeClasses(root_, 2);
    DataSet dataSet = scanDataSet(root_);
    const std::string fingerprint = FeatureStore::open(dataSet, request_).fingerprint();

    const fs::path clip = root_ / "noise" / "0.wav";
    const auto time = fs::last_write_time(clip);
    writeClip(clip, noise(16000, 77));  // of the same size
    fs::last_write_time(clip, time + std::chrono::seconds(1));
    const FeatureStore changed = FeatureStore::open(dataSet, request_);
    QVERIFY(!changed.reused());
    QVERIFY(changed.fingerprint() != fingerprint);

    request_.features.nMels = 40;
    const FeatureStore narrow = FeatureStore::open(dataSet, request_);
    QVERIFY(!narrow.reused());
    QCOMPARE(narrow.nMels(), 40);
    request_.windowSeconds = 0.5;
    QVERIFY(!FeatureStore::open(dataSet, request_).reused());
    request_.windowSeconds = 1.0;
    QVERIFY(FeatureStore::open(dataSet, request_).reused());
  }

  void unusableClipsAreNamedCountedAndLeftOut() {
    writeThreeClasses(root_, 2);
    const std::vector<std::string> broken{"empty.wav", "nan.wav", "nothing.wav", "text.wav"};
    writeTruncatedClip(root_ / "noise" / "cut.wav");
    writeText(root_ / "noise" / "empty.wav", "");
    writeNanClip(root_ / "noise" / "nan.wav");
    writeClip(root_ / "noise" / "nothing.wav", {});
    writeText(root_ / "noise" / "text.wav", "this is no sound");
    for (const bool reused : {false, true}) {
      DataSet dataSet = scanDataSet(root_);
      QCOMPARE(dataSet.clips.size(), size_t(11));
      const FeatureStore store = FeatureStore::open(dataSet, request_);
      QCOMPARE(store.reused(), reused);
      QCOMPARE(dataSet.clips.size(), size_t(7));
      std::vector<ClipProblem> leftOut, kept;  // from the cache too
      for (const ClipProblem& problem : dataSet.problems)
        (problem.leavesOut ? leftOut : kept).push_back(problem);
      QCOMPARE(kept.size(), size_t(1));
      QCOMPARE(kept[0].path, root_ / "noise" / "cut.wav");
      QCOMPARE(kept[0].kind, DataProblemKind::Incomplete);
      QCOMPARE(kept[0].what.english(),
               std::string("Only 0.5 s of 1.0 s could be read: the file is cut off."));
      QCOMPARE(leftOut.size(), broken.size());
      for (size_t i = 0; i < broken.size(); ++i) {
        QCOMPARE(leftOut[i].path.filename().string(), broken[i]);
        QVERIFY2(isSentence(QString::fromStdString(leftOut[i].what.english())),
                 leftOut[i].what.english().c_str());
      }
      // What is left still stands beside its own windows.
      for (size_t clip = 0; clip < dataSet.clips.size(); ++clip) {
        QVERIFY(copyOf(store.window(clip)) == windowsOf(dataSet.clips[clip].path, 1.0).at(0));
      }
    }
  }

  void channelsHaveFeaturesOfTheirOwn() {
    std::vector<float> stereo;
    const std::vector<float> left = noise(16000, 7), right = noise(16000, 8);
    for (size_t i = 0; i < left.size(); ++i) stereo.insert(stereo.end(), {left[i], right[i]});
    fs::create_directories(root_ / "a");
    writeSound(root_ / "a" / "stereo.wav", stereo, 16000, 2);
    writeSound(path("left.wav"), left, 16000);
    writeSound(path("right.wav"), right, 16000);
    for (const char* channel : {"left", "right"}) {
      DataSet dataSet = scanDataSet(root_);
      request_.channel = channelFromText(channel);
      const FeatureStore store = FeatureStore::open(dataSet, request_);
      QVERIFY(!store.reused());
      const fs::path alone = path((std::string(channel) + ".wav").c_str());
      QVERIFY(copyOf(store.window(0)) == windowsOf(alone, 1.0).at(0));
      DataSet again = scanDataSet(root_);
      QVERIFY(FeatureStore::open(again, request_).reused());
    }
  }

  void brokenClipsMayHaveAnyName() {
    writeThreeClasses(root_, 1);
    writeText(root_ / "noise" / "caf\xE9.wav", "this is no sound");
    for (const bool reused : {false, true}) {
      DataSet dataSet = scanDataSet(root_);
      const FeatureStore store = FeatureStore::open(dataSet, request_);
      QCOMPARE(store.reused(), reused);
      QCOMPARE(dataSet.clips.size(), size_t(3));
      QCOMPARE(dataSet.problems.size(), size_t(1));
      QCOMPARE(dataSet.problems[0].path, root_ / "noise" / "caf\xE9.wav");
    }
    fs::remove(root_ / "noise" / "caf\xE9.wav");  // Qt cannot
  }

  void aClassThatEndsEmptyIsNamed() {
    writeThreeClasses(root_, 1);
    writeText(root_ / "siren" / "a.wav", "");
    writeNanClip(root_ / "siren" / "b.wav");
    DataSet dataSet = scanDataSet(root_);
    const QString text = errorOf([&] { FeatureStore::open(dataSet, request_); });
    QVERIFY2(isSentence(text) && text.contains("'siren'"), qPrintable(text));
  }

  void foldersThatCannotBeWritten() {
    writeThreeClasses(root_, 1);
    DataSet dataSet = scanDataSet(root_);
    writeText(path("file"), "in the way");
    for (const fs::path& folder :
         {path("file"), path("file") / "below", fs::path("/proc/nowhere"), fs::path("/proc")}) {
      request_.cacheFolder = folder;
      const QString text = errorOf([&] { FeatureStore::open(dataSet, request_); });
      QVERIFY2(isSentence(text) && text.contains(folder.c_str()), qPrintable(text));
    }
  }

  void aFullDiskIsTold() {
    writeThreeClasses(root_, 1);
    DataSet dataSet = scanDataSet(root_);
    // A page, 3 * 81 * 80 * 4 = 77,760 bytes and 3 * 48 for the table.
    for (const rlim_t bytes : {100, 60000, 81900}) {
      QString text;
      {
        const FullDisk disk(bytes);
        text = errorOf([&] { FeatureStore::open(dataSet, request_); });
      }
      QVERIFY2(text.contains("cache") && text.endsWith("is the disk full?"), qPrintable(text));
      const auto left = shardsIn(request_.cacheFolder);
      QVERIFY2(left.empty(), left.empty() ? "" : left[0].c_str());
    }
    QVERIFY(!FeatureStore::open(dataSet, request_).reused());
  }

  void threadsDoNotMatter() {
    writeThreeClasses(root_, 30);  // more than a block
    writeText(root_ / "noise" / "text.wav", "this is no sound");
    std::vector<std::string> files;
    for (const int threads : {1, 4, 0}) {
      request_.threads = threads;
      request_.cacheFolder = path("cache") / std::to_string(threads);
      DataSet dataSet = scanDataSet(root_);
      QVERIFY(!FeatureStore::open(dataSet, request_).reused());
      files.push_back(readFile(cacheFile(request_.cacheFolder)));
    }
    QVERIFY(files[0] == files[1]);
    QVERIFY(files[0] == files[2]);
  }

  void fingerprintsFollowContentNotPlace() {
    writeThreeClasses(root_, 2);
    const std::string fingerprint = fingerprintOf(root_);
    fs::copy(root_, path("elsewhere"), fs::copy_options::recursive);
    QCOMPARE(fingerprintOf(path("elsewhere")), fingerprint);
    fs::rename(path("elsewhere") / "noise", path("elsewhere") / "nose");
    QVERIFY(fingerprintOf(path("elsewhere")) != fingerprint);
    fs::remove(root_ / "noise" / "1.wav");
    QVERIFY(fingerprintOf(root_) != fingerprint);
  }

  void settingsMustBeValid() {
    writeThreeClasses(root_, 1);
    DataSet dataSet = scanDataSet(root_);
    request_.features.nMels = 0;
    QVERIFY(isSentence(errorOf([&] { FeatureStore::open(dataSet, request_); })));
  }

  void aSuitableWindow() {
    writeClip(root_ / "a" / "1.wav", noise(9000));
    writeClip(root_ / "a" / "2.wav", noise(16000));
    writeText(root_ / "a" / "3.wav", "broken");
    const DataSet dataSet = scanDataSet(root_);
    QCOMPARE(suitableWindowSeconds(dataSet), 1.0);
    writeClip(root_ / "a" / "2.wav", noise(16001));
    QCOMPARE(suitableWindowSeconds(dataSet), 1.1);
    writeClip(root_ / "a" / "2.wav", noise(16000 * 12));
    QCOMPARE(suitableWindowSeconds(dataSet), 10.0);
    writeClip(root_ / "a" / "2.wav", noise(100));
    writeClip(root_ / "a" / "1.wav", noise(100));
    QCOMPARE(suitableWindowSeconds(dataSet), 0.5);
  }

  void oneLongClipAmongManyDoesNotDecide() {
    for (int i = 0; i < 40; ++i)
      writeClip(root_ / "a" / (std::to_string(i) + ".wav"), noise(16000));
    writeClip(root_ / "a" / "long.wav", noise(16000 * 7));
    QCOMPARE(suitableWindowSeconds(scanDataSet(root_)), 1.0);
    QCOMPARE(suitableWindowSeconds({}), 0.5);
  }

 private:
  fs::path path(const char* name) const {
    return fs::path(directory_->path().toStdString()) / name;
  }
  std::string fingerprintOf(const fs::path& root) const {
    DataSet dataSet = scanDataSet(root);
    return FeatureStore::open(dataSet, request_).fingerprint();
  }
  /// The files of the cache but those that say where clips were seen; temporary ones too.
  static std::vector<fs::path> shardsIn(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      if (entry.is_regular_file() && entry.path().extension() != ".index")
        files.push_back(entry.path());
    return files;
  }
  static fs::path cacheFile(const fs::path& folder) {
    const auto files = shardsIn(folder);
    if (files.size() != 1) throw Error("There is not one cache file.");
    return files[0];
  }

  std::unique_ptr<QTemporaryDir> directory_;
  fs::path root_;
  FeatureStore::Request request_;
};

QTEST_GUILESS_MAIN(TestFeatureStore)
#include "test_feature_store.moc"
