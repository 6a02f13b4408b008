// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/atomic_file.h"
#include "core/base/content_hash.h"
#include "core/data/feature_store.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

using Windows = std::vector<std::vector<float>>;

Windows windowsOf(const FeatureStore& store, size_t nClips) {
  Windows windows;
  for (size_t clip = 0; clip < nClips; ++clip)
    for (size_t i = 0; i < store.windowsOf(clip); ++i)
      windows.emplace_back(store.window(clip, i).begin(), store.window(clip, i).end());
  return windows;
}

}  // namespace

/// What is on disk: what it saves, what can happen to it, and who else uses it.
class TestFeatureCache : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    root_ = path("set");
    request_ = {};
    request_.windowSeconds = 1.0;
    request_.cacheFolder = path("cache");
    request_.threads = 2;
    request_.onProgress = [this](size_t, size_t total) { worked_ = total; };
  }

  void newClipsCostThemselvesOnly() {
    writeThreeClasses(root_, 4);
    open();
    QCOMPARE(worked_, size_t(12));
    for (int i = 0; i < 5; ++i)
      writeClip(root_ / "noise" / ("more " + std::to_string(i) + ".wav"), noise(16000, 200 + i));
    const Windows windows = open();
    QCOMPARE(worked_, size_t(5));
    QVERIFY(!reused_);
    fs::remove_all(request_.cacheFolder);
    QVERIFY(open() == windows);
    QCOMPARE(worked_, size_t(17));
  }

  void movedAndCopiedClipsAreKnown() {
    writeThreeClasses(root_, 3);
    const Windows windows = open();
    fs::rename(root_, path("elsewhere"));
    root_ = path("elsewhere");
    QVERIFY(open() == windows);
    QVERIFY(reused_);  // read, and nothing computed
    QVERIFY(open() == windows);
    QCOMPARE(worked_, size_t(0));  // not even read
    fs::copy(root_ / "noise" / "0.wav", root_ / "noise" / "copy.wav");
    QCOMPARE(open().size(), size_t(10));
    QVERIFY(reused_);
  }

  void anotherSettingHasItsOwnWindows() {
    writeThreeClasses(root_, 2);
    const Windows windows = open();
    request_.windowSeconds = 0.5;
    QVERIFY(open() != windows);
    QVERIFY(!reused_);
    request_.windowSeconds = 1.0;
    QVERIFY(open() == windows);
    QVERIFY(reused_);
  }

  void equalClipsAreComputedOnce() {
    writeThreeClasses(root_, 1);
    for (int i = 0; i < 9; ++i)
      fs::copy(root_ / "tone" / "0.wav", root_ / "tone" / ("copy" + std::to_string(i) + ".wav"));
    QCOMPARE(open().size(), size_t(12));
    QVERIFY(fs::file_size(shards().at(0)) < 4096 + 4 * 81 * 80 * 4);
  }

  void manyShards() {
    writeThreeClasses(root_, 12);
    const Windows windows = open();
    QCOMPARE(shards().size(), size_t(1));
    fs::remove_all(request_.cacheFolder);
    request_.shardBytes = 5 * 81 * 80 * 4;
    QVERIFY(open() == windows);
    QCOMPARE(shards().size(), size_t(8));
    QVERIFY(open() == windows);
    QVERIFY(reused_);
    fs::remove(shards().at(3));
    QVERIFY(open() == windows);
    QVERIFY(worked_ >= 1 && worked_ <= 5);
    QCOMPARE(shards().size(), size_t(8));
  }

  void clipsKnowTheirContent() {
    writeThreeClasses(root_, 2);
    DataSet dataSet = scanDataSet(root_);
    const FeatureStore store = FeatureStore::open(dataSet, request_);
    for (size_t i = 0; i < dataSet.clips.size(); ++i) {
      QCOMPARE(store.contentHash(i), hashOfFile(dataSet.clips[i].path));
      QCOMPARE(dataSet.clips[i].contentHash, store.contentHash(i));
    }
  }

  /// Broken by content: under another name the sentence names that.
  void brokenClipsAreRemembered() {
    writeThreeClasses(root_, 2);
    writeText(root_ / "noise" / "text.wav", "this is no sound");
    open();
    QCOMPARE(worked_, size_t(7));
    fs::rename(root_ / "noise" / "text.wav", root_ / "tone" / "other name.wav");
    DataSet dataSet = scanDataSet(root_);
    QVERIFY(FeatureStore::open(dataSet, request_).reused());
    QCOMPARE(dataSet.problems.size(), size_t(1));
    const QString text = QString::fromStdString(dataSet.problems[0].what.english());
    QVERIFY2(isSentence(text) && text.contains("tone/other name.wav"), qPrintable(text));
  }

  void unreadableClipsAreTriedAgain() {
    if (::geteuid() == 0) QSKIP("Root reads everything.");
    writeThreeClasses(root_, 2);
    const fs::path clip = root_ / "noise" / "1.wav";
    fs::permissions(clip, fs::perms::none);
    QCOMPARE(open().size(), size_t(5));
    fs::permissions(clip, fs::perms::owner_all);
    QCOMPARE(open().size(), size_t(6));
  }

  /// Cut off anywhere, it is computed anew.
  void truncatedShards() {
    writeThreeClasses(root_, 1);
    const Windows windows = open();
    const std::string bytes = readFile(shards().at(0));
    for (size_t length = 0; length < bytes.size();
         length += length < 200 || length + 200 > bytes.size() ? 7 : 4099) {
      writeText(shards().at(0), bytes.substr(0, length));
      QVERIFY(open() == windows);
      QVERIFY2(!reused_, std::to_string(length).c_str());
      QVERIFY(readFile(shards().at(0)) == bytes);
    }
  }

  /// A bit flipped anywhere in header or table is noticed.
  void rottenShards() {
    writeThreeClasses(root_, 1);
    writeText(root_ / "noise" / "text.wav", "this is no sound");
    const Windows windows = open();
    const std::string bytes = readFile(shards().at(0));
    const size_t table = 4096 + 3 * 81 * 80 * 4;
    QVERIFY(bytes.size() > table + 4 * 48);
    std::vector<size_t> places;
    for (size_t i = 0; i < 144; i += 3) places.push_back(i);
    for (size_t i = table; i < bytes.size(); i += 5) places.push_back(i);
    for (const size_t place : places) {
      std::string rotten = bytes;
      rotten[place] ^= 0x10;
      writeText(shards().at(0), rotten);
      QVERIFY(open() == windows);
      QVERIFY2(!reused_, std::to_string(place).c_str());
    }
  }

  void foreignFiles_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray(10'000, 'x');
    QTest::newRow("magic only") << QByteArray("EWSHARD1");
    QTest::newRow("magic and zeros") << QByteArray("EWSHARD1") + QByteArray(10'000, '\0');
  }
  void foreignFiles() {
    QFETCH(QByteArray, bytes);
    writeThreeClasses(root_, 1);
    const Windows windows = open();
    writeText(shards().at(0).parent_path() / "0.features", bytes.toStdString());
    fs::create_directories(shards().at(0).parent_path() / "folder.features");
    QVERIFY(open() == windows);
    QVERIFY(reused_);
  }

  void aDamagedIndexOnlyCostsReading() {
    writeThreeClasses(root_, 2);
    const Windows windows = open();
    const fs::path index = filesIn(request_.cacheFolder / "files").at(0);
    const std::string bytes = readFile(index);
    for (size_t length = 0; length < bytes.size(); length += 13) {
      writeText(index, bytes.substr(0, length));
      QVERIFY(open() == windows);
      QVERIFY(reused_ && worked_ == 6);
    }
    for (size_t place = 0; place < bytes.size(); place += 11) {
      std::string rotten = bytes;
      rotten[place] ^= 0x20;
      writeText(index, rotten);
      QVERIFY(open() == windows);
      QVERIFY(reused_ && worked_ == 6);
    }
    open();
    QCOMPARE(worked_, size_t(0));
  }

  void leftoversOfTheDeadAreRemoved() {
    writeThreeClasses(root_, 1);
    open();
    const fs::path folder = shards().at(0).parent_path();
    writeText(folder / ".shard.1-0.tmp", "of a writer that was killed");
    const fs::path alive = folder / ".shard.2-0.tmp";
    const int file = ::open(alive.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    QVERIFY(file >= 0 && ::flock(file, LOCK_EX) == 0);
    open();
    QVERIFY(!fs::exists(folder / ".shard.1-0.tmp"));
    QVERIFY(fs::exists(alive));
    ::close(file);
    open();
    QVERIFY(!fs::exists(alive));
  }

  /// Power cut while it is built: whole shards stay.
  void killed() {
    writeThreeClasses(root_, 10);
    request_.shardBytes = 4 * 81 * 80 * 4;
    request_.threads = 1;
    for (const size_t when : {1, 5, 22}) {
      fs::remove_all(request_.cacheFolder);
      const pid_t child = ::fork();
      if (child == 0) {
        request_.onProgress = [&](size_t done, size_t) {
          if (done == when) ::kill(::getpid(), SIGKILL);
        };
        open();
        ::_exit(0);
      }
      int status = 0;
      QCOMPARE(::waitpid(child, &status, 0), child);
      QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
      const size_t whole = when / 4 * 4;
      QCOMPARE(shards().size(), whole / 4 + 1);  // and the one that was being written
      const Windows windows = open();
      QCOMPARE(shards().size(), size_t(8));
      // All files are read, as the index is written last; those that were done are not computed.
      QCOMPARE(worked_, size_t(30));
      request_.cacheFolder = path("other");
      QVERIFY(open() == windows);
      request_.cacheFolder = path("cache");
      fs::remove_all(path("other"));
    }
  }

  void stoppedAndGoneOn() {
    writeThreeClasses(root_, 10);
    std::atomic<bool> stop = false;
    request_.stop = &stop;
    request_.threads = 1;
    request_.onProgress = [&](size_t done, size_t) { stop = done == 7; };
    DataSet dataSet = scanDataSet(root_);
    QVERIFY_EXCEPTION_THROWN(FeatureStore::open(dataSet, request_), Stopped);
    QCOMPARE(shards().size(), size_t(1));
    stop = false;
    request_.onProgress = [this](size_t, size_t total) { worked_ = total; };
    QCOMPARE(open().size(), size_t(30));
    QCOMPARE(worked_, size_t(23));
  }

  void severalAtATime() {
    writeThreeClasses(root_, 12);
    request_.shardBytes = 5 * 81 * 80 * 4;
    request_.onProgress = {};
    std::vector<pid_t> children;
    for (int i = 0; i < 4; ++i) {
      const pid_t child = ::fork();
      if (child == 0) {
        try {
          ::_exit(open().size() == 36 ? 0 : 1);
        } catch (...) {
          ::_exit(2);
        }
      }
      children.push_back(child);
    }
    for (const pid_t child : children) {
      int status = 0;
      QCOMPARE(::waitpid(child, &status, 0), child);
      QCOMPARE(status, 0);
    }
    const Windows windows = open();
    QVERIFY(reused_);
    for (const fs::path& file : shards()) QVERIFY(file.extension() == ".features");
    request_.cacheFolder = path("other");
    QVERIFY(open() == windows);
  }

  /// Pages are given back after every 128 MiB that are read; readers do not notice.
  void pagesComeAndGo() {
    writeThreeClasses(root_, 4);
    DataSet dataSet = scanDataSet(root_);
    const FeatureStore store = FeatureStore::open(dataSet, request_);
    const Windows windows = windowsOf(store, 12);
    const size_t rounds = (size_t{700} << 20) / (12 * windows[0].size() * sizeof(float));
    std::atomic<int> wrong = 0;
    {
      std::vector<std::jthread> readers;
      for (int reader = 0; reader < 3; ++reader)
        readers.emplace_back([&] {
          for (size_t round = 0; round < rounds; ++round)
            for (size_t clip = 0; clip < 12; ++clip) {
              const auto window = store.window(clip);
              wrong += window[round % window.size()] != windows[clip][round % window.size()];
            }
        });
    }
    QCOMPARE(wrong.load(), 0);
  }

  /// Too long to be held in memory: window by window into a shard of its own.
  void aVeryLongClip() {
    writeThreeClasses(root_, 1);
    writeClip(root_ / "noise" / "long.wav", noise(1000 * 1900), 1000);
    writeClip(root_ / "noise" / "shorter.wav", noise(1000 * 20), 1000);
    DataSet dataSet = scanDataSet(root_);
    const FeatureStore store = FeatureStore::open(dataSet, request_);
    QCOMPARE(shards().size(), size_t(2));
    const auto at = [&](const char* name) {
      for (size_t i = 0; i < dataSet.clips.size(); ++i)
        if (dataSet.clips[i].path.filename() == name) return i;
      return size_t(0);
    };
    QCOMPARE(store.windowsOf(at("long.wav")), size_t(1900));
    QCOMPARE(store.windowsOf(at("shorter.wav")), size_t(20));
    const auto window = store.window(at("long.wav"), 1899);
    QVERIFY(std::any_of(window.begin(), window.end(), [](float x) { return x > -60.0F; }));
    // The same sound at its start, up to where the shorter one's filter runs out.
    for (size_t i = 0; i < 19; ++i) {
      const auto a = store.window(at("long.wav"), i);
      const auto b = store.window(at("shorter.wav"), i);
      QVERIFY(std::equal(a.begin(), a.end(), b.begin()));
    }
    QVERIFY(FeatureStore::open(dataSet, request_).reused());
  }

  void lengthsAreKept() {
    writeClip(root_ / "a" / "1.wav", noise(9000));
    writeClip(root_ / "a" / "2.wav", noise(20000));
    const DataSet dataSet = scanDataSet(root_);
    QCOMPARE(suitableWindowSeconds(dataSet, request_), 1.3);
    // Not read again: the file has the same size and time, and another length.
    const fs::path clip = root_ / "a" / "2.wav";
    const auto time = fs::last_write_time(clip);
    writeClip(clip, noise(20000), 8000);
    fs::last_write_time(clip, time);
    QCOMPARE(suitableWindowSeconds(dataSet, request_), 1.3);
    QCOMPARE(suitableWindowSeconds(dataSet), 2.5);
    fs::last_write_time(clip, time + std::chrono::seconds(1));
    QCOMPARE(suitableWindowSeconds(dataSet, request_), 2.5);
  }

 private:
  fs::path path(const char* name) const {
    return fs::path(directory_->path().toStdString()) / name;
  }
  Windows open() {
    worked_ = 0;
    DataSet dataSet = scanDataSet(root_);
    const FeatureStore store = FeatureStore::open(dataSet, request_);
    reused_ = store.reused();
    return windowsOf(store, dataSet.clips.size());
  }
  static std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
  }
  /// And temporary files, if there are any.
  std::vector<fs::path> shards() const {
    std::vector<fs::path> files = filesIn(request_.cacheFolder);
    std::erase_if(files, [](const fs::path& file) { return file.extension() == ".index"; });
    return files;
  }

  std::unique_ptr<QTemporaryDir> directory_;
  fs::path root_;
  FeatureStore::Request request_;
  size_t worked_ = 0;  ///< clips that the last open() read or computed
  bool reused_ = false;
};

QTEST_GUILESS_MAIN(TestFeatureCache)
#include "test_feature_cache.moc"
